package org.volans.adql.ui.internal.assist;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.contentassist.CompletionProposal;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.quickassist.IQuickAssistInvocationContext;
import org.eclipse.jface.text.quickassist.IQuickAssistProcessor;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;

/** Quick fixes in the editor: those of the problems at the caret. */
@NonNullByDefault({})
public final class QuickFixes implements IQuickAssistProcessor {

    @Override
    public @Nullable String getErrorMessage() {
        return null;
    }

    @Override
    public boolean canFix(Annotation annotation) {
        return !annotation.isMarkedDeleted() && !Fix.of(annotation).isEmpty();
    }

    @Override
    public boolean canAssist(IQuickAssistInvocationContext context) {
        return false;
    }

    @Override
    public ICompletionProposal @Nullable [] computeQuickAssistProposals(IQuickAssistInvocationContext context) {
        IAnnotationModel model = context.getSourceViewer().getAnnotationModel();
        if (model == null) {
            return null;
        }
        List<ICompletionProposal> proposals = new ArrayList<>();
        for (Iterator<Annotation> all = model.getAnnotationIterator(); all.hasNext(); ) {
            Annotation annotation = all.next();
            Position place = model.getPosition(annotation);
            if (place != null && touches(place, context.getOffset())) {
                Fix.of(annotation).forEach(f -> proposals.add(proposal(f, place)));
            }
        }
        return proposals.isEmpty() ? null : proposals.toArray(ICompletionProposal[]::new);
    }

    private static boolean touches(Position place, int offset) {
        return place.getOffset() <= offset && offset <= place.getOffset() + place.getLength();
    }

    private static ICompletionProposal proposal(Fix fix, Position place) {
        IRegion replaced = fix.replaced(place);
        return new CompletionProposal(
                fix.text(),
                replaced.getOffset(),
                replaced.getLength(),
                fix.text().length(),
                null,
                fix.label(),
                null,
                null);
    }
}
