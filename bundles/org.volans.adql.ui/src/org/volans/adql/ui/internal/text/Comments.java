package org.volans.adql.ui.internal.text;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.text.Region;

/** Makes comments of lines, and lines of comments. */
public final class Comments {

    private static final String MARK = "-- ";

    private Comments() {}

    /**
     * Toggles the lines that a selection touches, in one change.
     *
     * @return the lines as they are now
     */
    public static IRegion toggle(IDocument document, ITextSelection selection) throws BadLocationException {
        int first = Math.max(0, selection.getStartLine());
        int last = Math.max(first, selection.getEndLine());
        if (last > first && document.getLineOffset(last) == selection.getOffset() + selection.getLength()) {
            last--;
        }
        boolean all = true;
        for (int line = first; line <= last; line++) {
            String text = line(document, line);
            all &= text.isBlank() || text.stripLeading().startsWith("--");
        }
        int start = document.getLineOffset(first);
        StringBuilder changed = new StringBuilder();
        for (int line = first; line <= last; line++) {
            changed.append(all ? without(line(document, line)) : with(line(document, line)));
            String delimiter = document.getLineDelimiter(line);
            changed.append(line < last && delimiter != null ? delimiter : "");
        }
        IRegion end = document.getLineInformation(last);
        document.replace(start, end.getOffset() + end.getLength() - start, changed.toString());
        return new Region(start, changed.length());
    }

    private static String line(IDocument document, int line) throws BadLocationException {
        IRegion region = document.getLineInformation(line);
        return document.get(region.getOffset(), region.getLength());
    }

    private static String with(String line) {
        return line.isBlank() ? line : MARK + line;
    }

    private static String without(String line) {
        return line.replaceFirst("--\\s?", "");
    }
}
