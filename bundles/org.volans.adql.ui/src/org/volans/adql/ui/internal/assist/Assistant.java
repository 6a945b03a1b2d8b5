package org.volans.adql.ui.internal.assist;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.text.contentassist.ContentAssistEvent;
import org.eclipse.jface.text.contentassist.ContentAssistant;
import org.eclipse.jface.text.contentassist.ICompletionListener;
import org.eclipse.jface.text.contentassist.ICompletionProposal;

/** The assist's list, which can be filled anew while it is open. UI thread only. */
@NonNullByDefault({})
public final class Assistant extends ContentAssistant {

    private boolean open;

    public Assistant() {
        addCompletionListener(new ICompletionListener() {
            @Override
            public void assistSessionStarted(ContentAssistEvent event) {
                open = true;
            }

            @Override
            public void assistSessionEnded(ContentAssistEvent event) {
                open = false;
            }

            @Override
            public void selectionChanged(ICompletionProposal proposal, boolean smartToggle) {
                // of no interest
            }
        });
    }

    /** Fills the list with what is known now; nothing happens when it is not open. */
    public void refresh() {
        if (open) {
            hide();
            showPossibleCompletions();
        }
    }
}
