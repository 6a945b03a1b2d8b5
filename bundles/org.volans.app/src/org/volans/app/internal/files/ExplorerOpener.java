package org.volans.app.internal.files;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.navigator.CommonNavigator;
import org.eclipse.ui.navigator.CommonViewer;

/** Opens the project in the Project Explorer unless the user has arranged that. UI thread only. */
public final class ExplorerOpener implements IPartListener2 {

    private ExplorerOpener() {}

    /** For the Project Explorer of a window, whenever it shows. */
    public static void follow(IWorkbenchWindow window) {
        ExplorerOpener opener = new ExplorerOpener();
        window.getPartService().addPartListener(opener);
        for (IWorkbenchPartReference view : window.getActivePage().getViewReferences()) {
            opener.partOpened(view);
        }
    }

    @Override
    @NonNullByDefault({})
    public void partOpened(IWorkbenchPartReference reference) {
        if (reference.getId().equals(IPageLayout.ID_PROJECT_EXPLORER)
                && reference.getPart(false) instanceof CommonNavigator navigator) {
            CommonViewer viewer = navigator.getCommonViewer();
            viewer.getControl().getDisplay().asyncExec(() -> open(viewer));
        }
    }

    private static void open(CommonViewer viewer) {
        if (!viewer.getControl().isDisposed() && viewer.getExpandedElements().length == 0) {
            viewer.expandToLevel(2);
        }
    }
}
