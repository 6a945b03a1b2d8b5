package org.volans.datalink.ui.internal;

import org.eclipse.core.resources.IFile;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;

/** What becomes of a file that was fetched into the project. UI thread only. */
public final class Arrival {

    private Arrival() {}

    /** Says where it is, with a link that opens it. */
    public static void say(IWorkbenchPage page, IFile file, StatusBar status) {
        status.good("Saved as <a>" + file.getProjectRelativePath() + "</a>", () -> open(page, file, status));
    }

    /** Opens it in the editor for what is in it. */
    public static void open(IWorkbenchPage page, IFile file, StatusBar status) {
        try {
            IDE.openEditor(page, file);
        } catch (PartInitException e) {
            status.bad("Saved as " + file.getProjectRelativePath() + ", which cannot be opened: " + e.getMessage());
        }
    }
}
