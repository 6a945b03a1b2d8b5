package org.volans.adql.ui.internal;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.ui.handlers.IHandlerService;
import org.volans.adql.ui.internal.run.QueryRun.Order;
import org.volans.adql.ui.internal.run.Scripts;
import org.volans.adql.ui.internal.text.Comments;
import org.volans.api.adql.AdqlService;
import org.volans.ui.widgets.Copy;

/** The commands of an editor. UI thread only. */
final class EditorCommands {

    private final AdqlEditor editor;
    private final AdqlService adql;
    private final Runs runs;

    EditorCommands(AdqlEditor editor, AdqlService adql, Runs runs) {
        this.editor = editor;
        this.adql = adql;
        this.runs = runs;
    }

    /** Handles the commands while the editor is active. */
    void activate(Runnable chooseUploads) {
        IHandlerService handlers = editor.getSite().getService(IHandlerService.class);
        Supplier<String> text = () -> editor.viewer().getDocument().get();
        Map<String, Runnable> actions = Map.of(
                "run",
                () -> runs.run(text.get()),
                "runSelection",
                runs::runSelection,
                "cancel",
                runs::cancel,
                "format",
                this::format,
                "toggleComment",
                this::toggleComment,
                "uploads",
                chooseUploads,
                "copyPyvo",
                () -> copy(text.get(), Scripts::pyvo),
                "copyVolans",
                () -> copy(text.get(), Scripts::volans));
        actions.forEach((id, action) -> handlers.activateHandler("org.volans.adql.ui." + id, new AbstractHandler() {
            @Override
            @NonNullByDefault({})
            public @Nullable Object execute(ExecutionEvent event) {
                action.run();
                return null;
            }
        }));
    }

    private void format() {
        ISourceViewer viewer = editor.viewer();
        IDocument document = viewer.getDocument();
        String text = document.get();
        String formatted = adql.format(text);
        if (!formatted.equals(text)) {
            int top = viewer.getTopIndex();
            int caret = viewer.getSelectedRange().x;
            document.set(formatted);
            viewer.setSelectedRange(Math.min(caret, formatted.length()), 0);
            viewer.setTopIndex(top);
        }
    }

    private void toggleComment() {
        ITextSelection selected = (ITextSelection) editor.getSelectionProvider().getSelection();
        try {
            boolean several = selected.getEndLine() > selected.getStartLine();
            IRegion lines = Comments.toggle(editor.viewer().getDocument(), selected);
            int end = lines.getOffset() + lines.getLength();
            editor.selectAndReveal(several ? lines.getOffset() : end, several ? lines.getLength() : 0);
        } catch (BadLocationException e) {
            throw new IllegalStateException("the selection is outside of the text", e);
        }
    }

    private void copy(String text, Function<Order, String> script) {
        Optional<Order> order = runs.order(text);
        if (order.isEmpty() || text.isBlank()) {
            runs.refuse("Write a query and choose its service first: both go into the script.");
            return;
        }
        Copy.text(script.apply(order.get()));
    }

    /** Writes words at the caret, in the place of what is selected. */
    void insert(String words) {
        ISourceViewer viewer = editor.viewer();
        var selected = viewer.getSelectedRange();
        try {
            viewer.getDocument().replace(selected.x, selected.y, words);
            viewer.setSelectedRange(selected.x + words.length(), 0);
            editor.setFocus();
        } catch (BadLocationException e) {
            throw new IllegalStateException("the selection is outside of the text", e);
        }
    }
}
