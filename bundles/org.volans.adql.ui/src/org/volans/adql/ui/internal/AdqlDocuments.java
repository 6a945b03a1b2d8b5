package org.volans.adql.ui.internal;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.text.IDocument;
import org.eclipse.ui.editors.text.TextFileDocumentProvider;

/** Query files as documents; a file that is no text is an error, not a page of signs. */
@NonNullByDefault({})
final class AdqlDocuments extends TextFileDocumentProvider {

    @Override
    public @Nullable IStatus getStatus(Object element) {
        IStatus status = super.getStatus(element);
        IDocument document = getDocument(element);
        boolean readable = status == null || status.isOK();
        if (readable && document != null && unreadable(document.get())) {
            return new Status(IStatus.ERROR, "org.volans.adql.ui", "It holds bytes that are no text.");
        }
        return status;
    }

    /** What cannot be decoded is read as U+FFFD. */
    private static boolean unreadable(String text) {
        return text.indexOf('\0') >= 0 || text.indexOf('\uFFFD') >= 0;
    }
}
