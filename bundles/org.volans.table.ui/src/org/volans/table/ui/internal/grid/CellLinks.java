package org.volans.table.ui.internal.grid;

import java.util.Locale;

/** Cells that are addresses. */
public final class CellLinks {

    private CellLinks() {}

    /** Whether a text is the URL of something that can be opened. */
    public static boolean isLink(String text) {
        String start = text.length() > 8 ? text.substring(0, 8).toLowerCase(Locale.ROOT) : "";
        return (start.startsWith("http://") || start.startsWith("https://") || start.startsWith("ftp://"))
                && text.indexOf(' ') < 0;
    }
}
