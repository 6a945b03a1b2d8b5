package org.volans.app.internal;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IPartListener;
import org.eclipse.ui.IPropertyListener;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchPartConstants;
import org.eclipse.ui.IWorkbenchWindow;

/** Says in the window's title which editor is at work. UI thread only. */
@NonNullByDefault({})
final class WindowTitle implements IPartListener, IPropertyListener {

    /** Who left the plug-ins out should not wonder where they are. */
    private static final String PROGRAM =
            Boolean.getBoolean("volans.safe") ? "Volans (safe mode, without plug-ins)" : "Volans";

    private final IWorkbenchWindow window;
    private @Nullable IEditorPart shown;

    private WindowTitle(IWorkbenchWindow window) {
        this.window = window;
    }

    static void follow(IWorkbenchWindow window) {
        WindowTitle title = new WindowTitle(window);
        window.getPartService().addPartListener(title);
        title.show();
    }

    private void show() {
        @Nullable IWorkbenchPage page = window.getActivePage();
        @Nullable IEditorPart editor = page == null ? null : page.getActiveEditor();
        if (editor != shown) {
            if (shown != null) {
                shown.removePropertyListener(this);
            }
            if (editor != null) {
                editor.addPropertyListener(this);
            }
            shown = editor;
        }
        Shell shell = window.getShell();
        if (shell != null && !shell.isDisposed()) {
            shell.setText(editor == null ? PROGRAM : editor.getTitle() + " \u2013 " + PROGRAM);
        }
    }

    @Override
    public void propertyChanged(Object source, int id) {
        if (id == IWorkbenchPartConstants.PROP_PART_NAME) {
            show();
        }
    }

    @Override
    public void partActivated(IWorkbenchPart part) {
        show();
    }

    @Override
    public void partBroughtToTop(IWorkbenchPart part) {
        show();
    }

    @Override
    public void partClosed(IWorkbenchPart part) {
        show();
    }

    @Override
    public void partDeactivated(IWorkbenchPart part) {
        // another one is activated
    }

    @Override
    public void partOpened(IWorkbenchPart part) {
        show();
    }
}
