package org.volans.tap.ui.internal;

import org.eclipse.core.resources.IFile;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.volans.ui.widgets.StatePane.Choice;
import org.volans.ui.work.Failure;
import org.volans.ui.work.Task;
import org.volans.ui.work.Workplace;

/** Makes a file of the project outside of the UI thread, then opens its editor. UI thread only. */
public final class Opener {

    private final IWorkbenchPage page;
    private final Workplace place;
    private final Notice notice;

    /** @param notice says what is going on */
    public Opener(IWorkbenchPage page, Workplace place, Notice notice) {
        this.page = page;
        this.place = place;
        this.notice = notice;
    }

    /** Starts the work, in place of what was going on before. */
    public void open(String what, Task<IFile> make) {
        notice.say(what + "…", new Choice("Stop", this::stop));
        place.run(what, make, this::open, failure -> failed(what, make, failure));
    }

    /** Opens a file that is there. */
    public void open(IFile file) {
        notice.clear();
        try {
            IDE.openEditor(page, file);
        } catch (PartInitException e) {
            notice.fail(file.getName() + " cannot be opened: " + e.getMessage(), new Choice("Dismiss", notice::clear));
        }
    }

    private void stop() {
        place.cancel();
        notice.clear();
    }

    private void failed(String what, Task<IFile> make, Failure failure) {
        notice.fail(failure.message(), new Choice("Try again", () -> open(what, make)));
    }
}
