package org.volans.adql.ui.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.volans.adql.ui.internal.assist.Problem;
import org.volans.adql.ui.internal.bar.QueryBar;
import org.volans.adql.ui.internal.run.FaultPlace;
import org.volans.adql.ui.internal.run.QueryRun;
import org.volans.adql.ui.internal.run.QueryRun.Order;
import org.volans.adql.ui.internal.run.RunState;
import org.volans.adql.ui.internal.run.Uploads;
import org.volans.ui.project.ProjectFolder;

/** Runs an editor's query, opens what comes back, and tells where in the text a refusal points. UI thread only. */
final class Runs {

    /** What to do when no service is chosen. */
    static final String NO_SERVICE = "Choose the service to ask, or type its URL.";

    private final ITextEditor editor;
    private final QueryBar bar;
    private final Uploads uploads;
    private final QueryRun run;
    private final Consumer<List<Problem>> refused;
    private Optional<Order> newest = Optional.empty();
    private int newestOffset;

    /** @param refused told of the places that a service's refusal points at, none when a query is run anew */
    Runs(ITextEditor editor, QueryBar bar, Uploads uploads, ProjectFolder folder, Consumer<List<Problem>> refused) {
        this.editor = editor;
        this.bar = bar;
        this.uploads = uploads;
        this.refused = refused;
        this.run = new QueryRun(folder, uploads, bar, this::changed);
    }

    /** Runs the selected text, or all of it. */
    void run(String text) {
        ITextSelection selected = selection();
        boolean part = selected.getLength() > 0 && !selected.getText().isBlank();
        run(part ? selected.getText() : text, part ? selected.getOffset() : 0);
    }

    /** Runs the selected text. */
    void runSelection() {
        ITextSelection selected = selection();
        if (selected.getText() == null || selected.getText().isBlank()) {
            refuse("Nothing is selected: select the text to run, or run the whole file.");
        } else {
            run(selected.getText(), selected.getOffset());
        }
    }

    private ITextSelection selection() {
        return (ITextSelection) editor.getSelectionProvider().getSelection();
    }

    private void run(String adql, int offset) {
        Optional<Order> order = order(adql);
        List<String> missing = uploads.missing(adql);
        if (adql.isBlank()) {
            refuse("There is no query yet: write one, or take one from Templates.");
        } else if (order.isEmpty()) {
            refuse(NO_SERVICE);
        } else if (!missing.isEmpty()) {
            refuse("No table is uploaded as " + String.join(", ", missing) + ": choose it with Uploads.");
        } else {
            refused.accept(List.of());
            newestOffset = offset;
            newest = order;
            run.start(order.get());
        }
    }

    /** Says why nothing is run. */
    void refuse(String words) {
        newest = Optional.empty();
        run.refuse(words);
    }

    /** The service, the text or the uploads have changed. */
    void reset() {
        run.reset();
    }

    /** What would be run; empty as long as no service is chosen. */
    Optional<Order> order(String adql) {
        String name = editor.getEditorInput().getName().replaceFirst("\\.adql$", "");
        return bar.service().current().map(s -> new Order(s, adql, uploads.all(), bar.job(), bar.maxrec(), name));
    }

    void cancel() {
        run.cancel();
    }

    private void changed(RunState state) {
        bar.show(state);
        switch (state) {
            case RunState.Done done -> open(done.file());
            case RunState.Failed failed -> newest.ifPresent(o -> refused.accept(problems(failed, o)));
            default -> {
                // the bar says it all
            }
        }
    }

    private List<Problem> problems(RunState.Failed failed, Order order) {
        Optional<IRegion> place = FaultPlace.find(failed.failure().message(), order.adql());
        String message = order.service().name() + ": " + failed.failure().message();
        return place.map(p ->
                        List.of(new Problem(newestOffset + p.getOffset(), p.getLength(), message, true, List.of(), "")))
                .orElse(List.of());
    }

    /** Opens the newest result again. */
    void openResult() {
        if (run.state() instanceof RunState.Done done) {
            open(done.file());
        }
    }

    private void open(IFile file) {
        try {
            IDE.openEditor(editor.getSite().getPage(), file);
        } catch (PartInitException e) {
            refuse(file.getName() + " cannot be opened: " + e.getMessage());
        }
    }
}
