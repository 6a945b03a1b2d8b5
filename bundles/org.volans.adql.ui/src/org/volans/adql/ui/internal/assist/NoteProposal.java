package org.volans.adql.ui.internal.assist;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension4;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.volans.ui.widgets.Icons;

/**
 * A line of the assist's list that says something and changes nothing. It is never taken by itself, as the only proposal
 * of a list is otherwise, which closes the list before it has been seen. UI thread only.
 */
@NonNullByDefault({})
final class NoteProposal implements ICompletionProposal, ICompletionProposalExtension4 {

    private final int offset;
    private final String words;

    NoteProposal(int offset, String words) {
        this.offset = offset;
        this.words = words;
    }

    @Override
    public void apply(IDocument document) {
        // there is nothing to write
    }

    @Override
    public Point getSelection(IDocument document) {
        return new Point(Math.min(offset, document.getLength()), 0);
    }

    @Override
    public boolean isAutoInsertable() {
        return false;
    }

    @Override
    public String getDisplayString() {
        return words;
    }

    @Override
    public Image getImage() {
        return Icons.image("org.volans.adql.ui", "loading");
    }

    @Override
    public @Nullable String getAdditionalProposalInfo() {
        return null;
    }

    @Override
    public @Nullable IContextInformation getContextInformation() {
        return null;
    }
}
