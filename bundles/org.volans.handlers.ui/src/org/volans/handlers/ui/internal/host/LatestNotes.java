package org.volans.handlers.ui.internal.host;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.ui.IWorkbenchPage;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.propertytypes.SatisfyingConditionTarget;
import org.volans.api.VoException;
import org.volans.api.WorkbenchCondition;
import org.volans.api.handler.HandlerEvent;
import org.volans.api.handler.HandlerResult;
import org.volans.api.handler.ResultViewer;
import org.volans.ui.widgets.StatusLine;
import org.volans.ui.work.Listeners;
import org.volans.ui.work.UiCall;

/** Keeps what handlers say in words and says the latest in the status line. Safe for concurrent use. */
@Component(service = {ResultViewer.class, LatestNotes.class})
@SatisfyingConditionTarget(WorkbenchCondition.TARGET)
public final class LatestNotes implements ResultViewer {

    private static final int MOST = 100;

    private final Deque<Note> notes = new ArrayDeque<>();
    private final Listeners listeners = new Listeners();

    @Override
    public boolean shows(String handler, HandlerResult result) {
        return result instanceof HandlerResult.Text
                || result instanceof HandlerResult.Warning
                || result instanceof HandlerResult.Page;
    }

    @Override
    public List<Path> show(HandlerEvent event, String handler, HandlerResult result, IProgressMonitor monitor)
            throws VoException {
        Note note = note(handler, result);
        synchronized (notes) {
            notes.addFirst(note);
            while (notes.size() > MOST) {
                notes.removeLast();
            }
        }
        listeners.tell();
        return UiCall.run("the status line", page -> say(page, note.text()), monitor);
    }

    private static Note note(String handler, HandlerResult result) {
        Instant now = Instant.now();
        return switch (result) {
            case HandlerResult.Warning warning -> new Note(now, handler, warning.text(), true, Optional.empty());
            case HandlerResult.Page page -> new Note(now, handler, page.title(), false, Optional.of(page.url()));
            case HandlerResult.Text text -> new Note(now, handler, text.text(), false, Optional.empty());
            default -> throw new IllegalArgumentException("no words: " + result);
        };
    }

    private static List<Path> say(IWorkbenchPage page, String words) {
        StatusLine.say(page, words);
        return List.of();
    }

    /** The latest first. */
    public List<Note> all() {
        synchronized (notes) {
            return List.copyOf(notes);
        }
    }

    /** The listener is called after each change, from any thread. */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    /** Ends what {@link #addListener} began. */
    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }
}
