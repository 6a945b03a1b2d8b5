package org.volans.ui.results;

import org.eclipse.core.resources.IFile;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.intro.IIntroManager;

/** Editors of what comes without the user having asked for it just now. UI thread only. */
public final class ResultEditors {

    private ResultEditors() {}

    /** Opens a file in front of other editors and of the Welcome page, without the focus: the user may be typing somewhere else. */
    public static IEditorPart open(IWorkbenchPage page, IFile file, String editor) throws PartInitException {
        IIntroManager intro = page.getWorkbenchWindow().getWorkbench().getIntroManager();
        intro.closeIntro(intro.getIntro());
        return IDE.openEditor(page, file, editor, false);
    }
}
