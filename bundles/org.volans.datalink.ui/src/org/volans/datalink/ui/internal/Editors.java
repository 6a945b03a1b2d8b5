package org.volans.datalink.ui.internal;

import org.eclipse.core.resources.IFile;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.volans.ui.Ids;
import org.volans.ui.project.ProjectFolder;

/** Opens what was fetched. UI thread only. */
public final class Editors {

    private Editors() {}

    /** A FITS file that came as an image in the image editor, anything else in the editor for its kind of file. */
    public static void open(IWorkbenchPage page, IFile file) throws PartInitException {
        boolean image = "fits".equals(file.getFileExtension())
                && file.getParent().getName().equals(ProjectFolder.IMAGES)
                && PlatformUI.getWorkbench().getEditorRegistry().findEditor(Ids.IMAGE_EDITOR) != null;
        if (image) {
            IDE.openEditor(page, file, Ids.IMAGE_EDITOR);
        } else {
            IDE.openEditor(page, file);
        }
    }
}
