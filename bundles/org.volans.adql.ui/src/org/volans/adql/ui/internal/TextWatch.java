package org.volans.adql.ui.internal;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.ui.texteditor.ITextEditor;
import org.volans.adql.ui.internal.assist.LiveCheck;
import org.volans.adql.ui.internal.assist.Problem;
import org.volans.adql.ui.internal.assist.ProblemMarkers;

/** Follows an editor's text and has it checked whenever it has changed. UI thread only. */
final class TextWatch implements IDocumentListener {

    private final ITextEditor editor;
    private final Knowledge knowledge;
    private final LiveCheck check;
    private final Runnable edited;
    private Optional<IFile> file = Optional.empty();
    private @Nullable IDocument document;
    private List<Problem> refusals = List.of();

    /** @param edited told of each change of the text */
    TextWatch(ITextEditor editor, Knowledge knowledge, LiveCheck check, Runnable edited) {
        this.editor = editor;
        this.knowledge = knowledge;
        this.check = check;
        this.edited = edited;
    }

    /** The editor shows a text, or shows it under another name. */
    void follow(Optional<IFile> now) {
        release();
        file = now;
        @Nullable IDocument shown = editor.getDocumentProvider().getDocument(editor.getEditorInput());
        document = shown;
        if (shown != null) {
            shown.addDocumentListener(this);
        }
        check();
    }

    /** The editor is closed. */
    void stop() {
        check.stop();
        release();
        // the text may never have been saved: its problems go with it
        file.ifPresent(ProblemMarkers::clear);
    }

    private void release() {
        IDocument before = document;
        if (before != null) {
            before.removeDocumentListener(this);
        }
        document = null;
    }

    /** Checks the text soon: it, or what it is checked against, has changed. */
    void check() {
        IDocument of = document;
        if (of != null) {
            knowledge.text(of.get());
            check.soon(new LiveCheck.Target(knowledge.text(), file, refusals));
        }
    }

    /** The service refuses the text as it stands, for these reasons; none when it is asked anew. */
    void refused(List<Problem> reasons) {
        refusals = reasons;
        check();
    }

    /** Underlines what was found in a text that is in no project, which has no markers. */
    void show(LiveCheck.Findings findings) {
        @Nullable
        IAnnotationModel model = findings.target().file().isPresent()
                ? null
                : editor.getDocumentProvider().getAnnotationModel(editor.getEditorInput());
        if (model != null) {
            ProblemMarkers.annotate(model, findings.problems());
        }
    }

    @Override
    @NonNullByDefault({})
    public void documentAboutToBeChanged(DocumentEvent event) {
        // of interest afterwards
    }

    @Override
    @NonNullByDefault({})
    public void documentChanged(DocumentEvent event) {
        refusals = List.of();
        edited.run();
        check();
    }
}
