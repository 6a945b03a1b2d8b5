package org.volans.adql.ui.internal;

import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.Region;
import org.volans.api.adql.AdqlFault;

/** Where lines and columns are in a text. */
public final class Places {

    private Places() {}

    /** What a fault is about; at least one character that can be underlined, unless the text is empty. */
    public static IRegion of(String text, AdqlFault fault) {
        return of(text, fault.line(), fault.column(), fault.length());
    }

    /**
     * A stretch of a text.
     *
     * @param line   1-based; lines end with a line feed
     * @param column 1-based, in characters
     * @param length in characters
     */
    public static IRegion of(String text, int line, int column, int length) {
        int start = 0;
        for (int i = 1; i < line; i++) {
            int next = text.indexOf('\n', start);
            if (next < 0) {
                break;
            }
            start = next + 1;
        }
        start = forward(text, start, column - 1);
        int end = forward(text, start, length);
        if (end == start) {
            while (start > 0 && (start >= text.length() || Character.isWhitespace(text.charAt(start)))) {
                start--;
            }
            end = Math.min(text.length(), start + 1);
        }
        return new Region(start, end - start);
    }

    private static int forward(String text, int offset, int characters) {
        int at = offset;
        for (int i = 0; i < characters && at < text.length(); i++) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }
}
