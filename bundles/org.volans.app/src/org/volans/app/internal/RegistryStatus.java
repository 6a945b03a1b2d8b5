package org.volans.app.internal;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.eclipse.ui.menus.WorkbenchWindowControlContribution;
import org.volans.ui.services.RegistryChoice;
import org.volans.ui.widgets.Icons;

/** Which registry is asked, in the status line; clicking it opens the preferences. UI thread only. */
@NonNullByDefault({})
public final class RegistryStatus extends WorkbenchWindowControlContribution {

    private static final int WIDTH = 250;

    @Override
    protected Control createControl(Composite parent) {
        Composite box = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(4, 0).applyTo(box);
        ToolBar bar = new ToolBar(box, SWT.FLAT | SWT.RIGHT);
        // the trim gives it room once, before the name is known
        GridDataFactory.swtDefaults().hint(WIDTH, SWT.DEFAULT).grab(false, true).applyTo(bar);
        ToolItem item = new ToolItem(bar, SWT.PUSH);
        item.setData("org.volans.id", "registryStatus");
        item.setImage(Icons.image("org.volans.app", "registry"));
        item.addListener(
                SWT.Selection,
                e -> PreferencesUtil.createPreferenceDialogOn(bar.getShell(), PreferenceTree.VOLANS, null, null)
                        .open());
        // after the window: asking starts the registry's bundles
        bar.getDisplay().asyncExec(() -> follow(bar, item));
        return box;
    }

    private static void follow(ToolBar bar, ToolItem item) {
        if (bar.isDisposed()) {
            return;
        }
        RegistryChoice choice = PlatformUI.getWorkbench().getService(RegistryChoice.class);
        Runnable listener = () -> bar.getDisplay().asyncExec(() -> show(bar, item, choice));
        choice.addListener(listener);
        bar.addListener(SWT.Dispose, e -> choice.removeListener(listener));
        show(bar, item, choice);
    }

    private static void show(ToolBar bar, ToolItem item, RegistryChoice choice) {
        if (!bar.isDisposed()) {
            item.setText("Registry: " + choice.name().replace("&", "&&"));
            item.setToolTipText(choice.current() + "\nClick to choose another registry.");
            bar.requestLayout();
        }
    }
}
