package org.volans.adql.ui.internal.assist;

import java.util.Locale;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension2;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension4;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension6;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.volans.api.adql.Completion.Proposal;
import org.volans.ui.widgets.Icons;

/** One line of the assist's list; typing on narrows the list. UI thread only. */
@NonNullByDefault({})
final class WordProposal
        implements ICompletionProposal,
                ICompletionProposalExtension2,
                ICompletionProposalExtension4,
                ICompletionProposalExtension6 {

    private final Proposal proposal;
    private final int start;
    private final int end;
    private final int listed;
    private int caret;

    /**
     * @param start  where the replaced text begins
     * @param end    where it ends when the list is made
     * @param listed where the caret is then
     */
    WordProposal(Proposal proposal, int start, int end, int listed) {
        this.proposal = proposal;
        this.start = start;
        this.end = end;
        this.listed = listed;
    }

    @Override
    public void apply(ITextViewer viewer, char trigger, int stateMask, int offset) {
        // what stood behind the caret, such as a closing quote, was part of the word when the list was made
        int to = offset + Math.max(0, end - listed);
        replace(viewer.getDocument(), Math.min(to, viewer.getDocument().getLength()));
    }

    @Override
    public void apply(IDocument document) {
        replace(document, end);
    }

    private void replace(IDocument document, int to) {
        try {
            document.replace(start, to - start, proposal.text());
            caret = start + proposal.caret();
        } catch (BadLocationException e) {
            throw new IllegalStateException("the text has changed under the list", e);
        }
    }

    @Override
    public Point getSelection(IDocument document) {
        return new Point(caret, 0);
    }

    @Override
    public boolean validate(IDocument document, int offset, DocumentEvent event) {
        try {
            if (offset < start) {
                return false;
            }
            String typed = plain(document.get(start, offset - start));
            return plain(proposal.text()).contains(typed);
        } catch (BadLocationException e) {
            return false;
        }
    }

    private static String plain(String text) {
        return text.replace("\"", "").toLowerCase(Locale.ROOT);
    }

    @Override
    public void selected(ITextViewer viewer, boolean smartToggle) {
        // shows nothing in the text before it is taken
    }

    @Override
    public void unselected(ITextViewer viewer) {
        // showed nothing
    }

    @Override
    public boolean isAutoInsertable() {
        return false;
    }

    @Override
    public String getDisplayString() {
        return proposal.label();
    }

    @Override
    public StyledString getStyledDisplayString() {
        StyledString styled = new StyledString(proposal.label());
        if (!proposal.detail().isEmpty()) {
            String detail = proposal.detail();
            String some = detail.length() > 60 ? detail.substring(0, 59) + "…" : detail;
            styled.append("  " + some, StyledString.QUALIFIER_STYLER);
        }
        return styled;
    }

    @Override
    public @Nullable String getAdditionalProposalInfo() {
        return Prose.html(proposal.label(), proposal.detail(), proposal.description());
    }

    @Override
    public Image getImage() {
        return Icons.image(
                "org.volans.adql.ui",
                switch (proposal.kind()) {
                    case COLUMN -> "column";
                    case ALIAS -> "alias";
                    case TABLE -> "table";
                    case UPLOAD -> "upload";
                    case SCHEMA -> "schema";
                    case FUNCTION -> "function";
                    case KEYWORD, TYPE -> "keyword";
                });
    }

    @Override
    public @Nullable IContextInformation getContextInformation() {
        return null;
    }
}
