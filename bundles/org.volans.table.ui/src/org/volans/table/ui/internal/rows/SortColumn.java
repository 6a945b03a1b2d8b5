package org.volans.table.ui.internal.rows;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jdt.annotation.Nullable;
import uk.ac.starlink.table.RowAccess;
import uk.ac.starlink.table.StarTable;

/**
 * The values of a column as numbers in the same order, eight bytes a row. Of texts these are eight letters behind those that
 * all have in common; where they are the same, the cells are read again.
 */
final class SortColumn {

    private static final int CHECK_EVERY = 4096;
    private static final int LETTERS = 8;
    private static final long LAST_LETTER = 0xff;
    private static final long MISSING = Long.MAX_VALUE;

    private final SortKey key;
    private final RowOrder rows;
    private final boolean texts;
    private final long[] values;
    private @Nullable String common;

    private SortColumn(SortKey key, RowOrder rows, boolean texts) {
        this.key = key;
        this.rows = rows;
        this.texts = texts;
        this.values = new long[rows.size()];
    }

    /** Reads the column in the rows that are to be sorted. */
    static SortColumn read(StarTable table, SortKey key, RowOrder rows, IProgressMonitor monitor) throws IOException {
        Class<?> type = table.getColumnInfo(key.column()).getContentClass();
        boolean texts = !Number.class.isAssignableFrom(type) && type != Boolean.class;
        SortColumn column = new SortColumn(key, rows, texts);
        SubMonitor progress = SubMonitor.convert(monitor, texts ? 2 : 1);
        try (RowAccess access = table.getRowAccess()) {
            if (texts) {
                column.each(access, progress.split(1), (place, cell) -> column.learn(CellTexts.full(cell)));
            }
            column.each(access, progress.split(1), (place, cell) -> column.values[place] = column.value(cell));
        }
        return column;
    }

    private interface Visitor {

        void visit(int place, @Nullable Object cell);
    }

    private void each(RowAccess access, IProgressMonitor monitor, Visitor visitor) throws IOException {
        SubMonitor progress = SubMonitor.convert(monitor, values.length / CHECK_EVERY + 1);
        for (int place = 0; place < values.length; place++) {
            if (place % CHECK_EVERY == 0) {
                progress.split(1);
            }
            access.setRowIndex(rows.row(place));
            visitor.visit(place, access.getCell(key.column()));
        }
    }

    private void learn(String text) {
        @Nullable String before = common;
        if (text.isBlank()) {
            return;
        }
        if (before == null) {
            common = text;
        } else if (!text.startsWith(before)) {
            int same = 0;
            while (same < Math.min(text.length(), before.length()) && text.charAt(same) == before.charAt(same)) {
                same++;
            }
            common = before.substring(0, same);
        }
    }

    private long value(@Nullable Object cell) {
        long value = switch (cell) {
            case null -> MISSING;
            case Double number -> ordered(number);
            case Float number -> ordered(number);
            case Number number -> Math.min(number.longValue(), MISSING - 1);
            case Boolean flag -> flag ? 1 : 0;
            default -> text(CellTexts.full(cell));
        };
        return value == MISSING || !key.descending() ? value : ~value;
    }

    /** IEEE 754 numbers are in the order of their bits, those below zero the other way round. */
    private static long ordered(double number) {
        if (Double.isNaN(number)) {
            return MISSING;
        }
        long bits = Double.doubleToLongBits(number + 0.0);
        return bits ^ (bits >> 63 & Long.MAX_VALUE);
    }

    /** A letter beyond Latin-1 says only that it and what follows are to be looked at. */
    private long text(String text) {
        if (text.isBlank()) {
            return MISSING;
        }
        @Nullable String start = common;
        int from = start == null ? 0 : start.length();
        long letters = 0;
        boolean beyond = false;
        for (int i = from; i < from + LETTERS; i++) {
            long letter = i < text.length() ? fold(text.charAt(i)) : 0;
            beyond |= letter >= LAST_LETTER;
            letters = letters << 8 | (beyond ? LAST_LETTER : letter);
        }
        return Math.min(letters ^ Long.MIN_VALUE, MISSING - 1);
    }

    private static char fold(char letter) {
        return Character.toLowerCase(Character.toUpperCase(letter));
    }

    /**
     * For a first rough sorting: the place of each row below the leading 32 bits of its value, so spread out that these
     * tell as many values apart as they can.
     */
    long[] rough() {
        long least = MISSING;
        long greatest = Long.MIN_VALUE;
        for (long value : values) {
            if (value != MISSING) {
                least = Math.min(least, value);
                greatest = Math.max(greatest, value);
            }
        }
        int shift = Long.numberOfLeadingZeros(Math.max(0, greatest - least) | 1);
        boolean wide = greatest - least < 0;
        long[] rough = new long[values.length];
        for (int place = 0; place < rough.length; place++) {
            long spread = values[place] == MISSING ? -1 : values[place] - least << (wide ? 0 : shift);
            rough[place] = (spread ^ Long.MIN_VALUE) & 0xffffffff00000000L | place;
        }
        return rough;
    }

    /**
     * Compares two places; the row accesses are for cells that have to be read again.
     *
     * @throws UncheckedIOException when one cannot be read
     */
    int compare(int a, int b, RowAccess one, RowAccess other) {
        int order = Long.compare(values[a], values[b]);
        long letters = key.descending() ? ~values[a] : values[a];
        if (order != 0 || !texts || values[a] == MISSING || (letters & LAST_LETTER) == 0) {
            return order;
        }
        try {
            one.setRowIndex(rows.row(a));
            other.setRowIndex(rows.row(b));
            String left = CellTexts.full(one.getCell(key.column()));
            String right = CellTexts.full(other.getCell(key.column()));
            int byText = left.compareToIgnoreCase(right);
            return key.descending() ? -byText : byText;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
