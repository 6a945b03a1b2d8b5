package org.volans.adql.ui.internal.assist;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContentAssistProcessor;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.contentassist.IContextInformationValidator;
import org.volans.adql.ui.internal.meta.Known;
import org.volans.api.adql.AdqlService;
import org.volans.api.adql.Completion;
import org.volans.api.adql.Completion.Proposal;

/** Content assist: words of the grammar, names of the service, templates. What is missing arrives later. */
@NonNullByDefault({})
public final class Assist implements IContentAssistProcessor {

    private static final char[] TRIGGERS = {'.'};

    private final AdqlService adql;
    private final Surroundings around;
    private final Templates templates;

    public Assist(AdqlService adql, Surroundings around, Templates templates) {
        this.adql = adql;
        this.around = around;
        this.templates = templates;
    }

    @Override
    public ICompletionProposal[] computeCompletionProposals(ITextViewer viewer, int offset) {
        IDocument document = viewer.getDocument();
        Known known = around.known();
        Completion completion = adql.complete(document.get(), offset, around.context());
        List<ICompletionProposal> all = new ArrayList<>();
        for (Proposal proposal : completion.proposals()) {
            int start = completion.offset();
            all.add(new WordProposal(proposal, start, start + completion.length(), offset));
        }
        if (typedNothingOrWord(document, offset)) {
            all.addAll(templates.proposals(viewer, offset));
        }
        if (known.loading()) {
            all.add(new NoteProposal(offset, "Loading metadata of " + around.service() + "…"));
        } else if (known.failure() != null && !known.loaded()) {
            all.add(new NoteProposal(offset, "No metadata of " + around.service() + ": " + known.failure()));
        }
        return all.toArray(ICompletionProposal[]::new);
    }

    private static boolean typedNothingOrWord(IDocument document, int offset) {
        try {
            return offset == 0 || document.getChar(offset - 1) != '.';
        } catch (BadLocationException e) {
            return false;
        }
    }

    @Override
    public char[] getCompletionProposalAutoActivationCharacters() {
        return TRIGGERS.clone();
    }

    @Override
    public IContextInformation @Nullable [] computeContextInformation(ITextViewer viewer, int offset) {
        return null;
    }

    @Override
    public char @Nullable [] getContextInformationAutoActivationCharacters() {
        return null;
    }

    @Override
    public @Nullable String getErrorMessage() {
        return null;
    }

    @Override
    public @Nullable IContextInformationValidator getContextInformationValidator() {
        return null;
    }
}
