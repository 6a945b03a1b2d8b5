package org.volans.table.ui.internal.grid;

import org.eclipse.jdt.annotation.Nullable;
import org.volans.table.ui.internal.rows.CellTexts;

/**
 * Stands for a long cell, so that the grid does not keep it.
 *
 * @param text as the grid shows it
 */
record Brief(String text) {

    private static final int LONG = 2000;

    /** Numbers, flags and texts of usual length stay as they are. */
    static @Nullable Object of(@Nullable Object cell) {
        return switch (cell) {
            case null -> null;
            case Number number -> number;
            case Boolean flag -> flag;
            case String text when text.length() <= LONG -> text;
            default -> new Brief(CellTexts.brief(cell));
        };
    }

    @Override
    public String toString() {
        return text;
    }
}
