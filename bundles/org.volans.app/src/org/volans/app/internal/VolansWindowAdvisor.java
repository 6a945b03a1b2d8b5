package org.volans.app.internal;

import java.util.List;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.graphics.Point;
import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPreferenceConstants;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PerspectiveAdapter;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.volans.app.internal.files.ExplorerOpener;
import org.volans.app.internal.files.RecentFiles;

/** The window. */
@NonNullByDefault({})
final class VolansWindowAdvisor extends WorkbenchWindowAdvisor {

    private static final Point SIZE = new Point(1440, 900);

    /** What the platform brings for programmers and shows in every perspective. */
    private static final List<String> UNWANTED = List.of(
            "org.eclipse.ui.edit.text.actionSet.annotationNavigation",
            "org.eclipse.ui.edit.text.actionSet.navigation",
            "org.eclipse.ui.edit.text.actionSet.convertLineDelimitersTo",
            "org.eclipse.ui.actionSet.keyBindings",
            "org.eclipse.ui.actionSet.openFiles",
            "org.eclipse.ui.cheatsheets.actionSet");

    private final boolean welcome;

    /** @param welcome whether the Welcome page may show, which it does at the first start only */
    VolansWindowAdvisor(IWorkbenchWindowConfigurer configurer, boolean welcome) {
        super(configurer);
        this.welcome = welcome;
    }

    @Override
    public ActionBarAdvisor createActionBarAdvisor(IActionBarConfigurer configurer) {
        return new VolansActionBars(configurer);
    }

    @Override
    public void preWindowOpen() {
        IWorkbenchWindowConfigurer window = getWindowConfigurer();
        window.setInitialSize(SIZE);
        window.setTitle("Volans");
        window.setShowCoolBar(true);
        window.setShowStatusLine(true);
        window.setShowProgressIndicator(true);
        window.setShowPerspectiveBar(false);
    }

    @Override
    public void openIntro() {
        if (welcome) {
            super.openIntro();
        } else {
            PlatformUI.getPreferenceStore().setValue(IWorkbenchPreferenceConstants.SHOW_INTRO, false);
        }
    }

    @Override
    public void postWindowOpen() {
        IWorkbenchWindow window = getWindowConfigurer().getWindow();
        arrange(window);
        window.addPerspectiveListener(new PerspectiveAdapter() {
            @Override
            public void perspectiveChanged(IWorkbenchPage page, IPerspectiveDescriptor perspective, String change) {
                if (IWorkbenchPage.CHANGE_RESET_COMPLETE.equals(change)) {
                    arrange(window);
                }
            }
        });
        ExplorerOpener.follow(window);
        WindowTitle.follow(window);
        window.getWorkbench().getService(RecentFiles.class).follow(window);
    }

    /** What the platform's own layout of a perspective does not know. */
    private static void arrange(IWorkbenchWindow window) {
        UNWANTED.forEach(window.getActivePage()::hideActionSet);
        PluginViews.follow(window);
    }
}
