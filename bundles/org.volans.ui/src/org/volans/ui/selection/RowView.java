package org.volans.ui.selection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.ViewPart;
import org.volans.ui.widgets.StatePane;
import org.volans.ui.widgets.StatePane.Choice;
import org.volans.ui.work.Failure;
import org.volans.ui.work.Workplace;

/** A view of the row that was highlighted last, wherever that was. UI thread only. */
@NonNullByDefault({})
public abstract class RowView extends ViewPart {

    /** So long what is known of the row before stays, rather than flicker. */
    private static final Duration PATIENCE = Duration.ofMillis(400);

    private final SelectionSource told = new SelectionSource();
    private final List<SelectionFollower<?>> followers = new ArrayList<>();
    private Optional<TableRow> newest = Optional.empty();

    /** Begins to follow: to be called when the view's widgets are there. */
    protected final void followRows() {
        // what this view shows stays selected for the others while it is active
        getSite().setSelectionProvider(told);
        follow(TableRow.class, row -> {
            newest = Optional.of(row);
            told.select(List.of(row));
            show(row);
        });
        follow(OpenTable.class, this::noRow);
    }

    /** Follows something else besides, as long as the view is there. */
    protected final <T> void follow(Class<T> kind, Consumer<? super T> listener) {
        followers.add(new SelectionFollower<>(getSite(), kind, listener));
    }

    /** Another row is highlighted. */
    protected abstract void show(TableRow row);

    /** A table is in front of which no row is highlighted: what was said of another one's means nothing there. */
    protected abstract void noRow(OpenTable table);

    /** Something of a row arrived from elsewhere: that row is the one to show. */
    protected final void turnTo(TableRow row) {
        newest = Optional.of(row);
        told.select(List.of(row));
    }

    /** Something of that row is chosen here: it is selected together with the row. */
    protected final void choose(Object part) {
        told.select(Stream.concat(newest.stream(), Stream.of(part)).toList());
    }

    /** The row that was highlighted last. */
    protected final Optional<TableRow> newest() {
        return newest;
    }

    /**
     * Has it said that work on a row goes on, if it still does when a moment has passed.
     *
     * @param pause before the work begins
     */
    protected final void sayWhenSlow(TableRow row, Duration pause, StatePane state, Workplace work, Runnable say) {
        state.getDisplay().timerExec((int) PATIENCE.plus(pause).toMillis(), () -> {
            if (!state.isDisposed() && work.busy() && Optional.of(row).equals(newest)) {
                say.run();
            }
        });
    }

    /** A way on by a command; none where no bundle brings it. */
    protected final Choice[] choices(StatePane state, String label, String command) {
        boolean defined =
                getSite().getService(ICommandService.class).getCommand(command).isDefined();
        return defined ? new Choice[] {new Choice(label, () -> run(state, label, command))} : new Choice[0];
    }

    private void run(StatePane state, String label, String command) {
        try {
            getSite().getService(IHandlerService.class).executeCommand(command, null);
        } catch (CommandException e) {
            ILog.of(RowView.class).error("The command " + command + " failed", e);
            state.showFailure("Not possible: " + label, Failure.of(e));
        }
    }

    @Override
    public void dispose() {
        followers.forEach(SelectionFollower::close);
        super.dispose();
    }
}
