package org.volans.discovery.ui.internal.cutout;

import java.time.Duration;
import java.util.function.Consumer;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.volans.discovery.ui.internal.Editors;
import org.volans.discovery.ui.internal.HereProvider;
import org.volans.discovery.ui.internal.Place;
import org.volans.ui.Ids;
import org.volans.ui.work.Workplace;

/**
 * Makes the cutout of each new place; of places that are chosen quickly one after the other only the last gets one. What
 * cannot be had is said in the status line. UI thread only.
 */
@NonNullByDefault({})
final class SelectionCutter implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(400);

    private final IWorkbenchWindow window;
    private final HereProvider here;
    private final CutoutDesk desk;
    private final Workplace workplace;
    private final Consumer<Place> follower = this::cut;

    /** Begins with the place that is chosen now. */
    SelectionCutter(IWorkbenchWindow window, HereProvider here, CutoutDesk desk) {
        this.window = window;
        this.here = here;
        this.desk = desk;
        this.workplace = new Workplace(window.getShell());
        here.follow(follower);
        here.place().ifPresent(follower);
    }

    @Override
    public void close() {
        here.unfollow(follower);
        workplace.cancel();
    }

    private void cut(Place place) {
        if (place instanceof Place.Point && desk.hasMade(place.origin())) {
            return; // pointing into a cutout would replace it by the next one
        }
        workplace.runAfter(
                PAUSE,
                "Radio cutout at " + place.origin(),
                monitor -> desk.cut(place, monitor),
                file -> {
                    say("");
                    Editors.openBeside(window.getActivePage(), file, Ids.IMAGE_EDITOR);
                },
                failure -> say("No cutout at " + place.origin() + ": " + failure.message()));
    }

    private void say(String message) {
        IWorkbenchPage page = window.getActivePage();
        IEditorPart editor = page == null ? null : page.getActiveEditor();
        if (editor != null) {
            editor.getEditorSite()
                    .getActionBars()
                    .getStatusLineManager()
                    .setErrorMessage(message.isEmpty() ? null : message);
        }
    }
}
