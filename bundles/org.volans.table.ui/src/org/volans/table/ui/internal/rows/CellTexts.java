package org.volans.table.ui.internal.rows;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.MathContext;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.ui.widgets.Count;

/** Cells as text: short for the grid, full for tool tips, the clipboard and searching. */
public final class CellTexts {

    private static final int SHOWN_ELEMENTS = 6;
    private static final int FULL_ELEMENTS = 10_000;
    private static final int SHOWN_LENGTH = 400;
    private static final MathContext DOUBLE = new MathContext(10);
    private static final MathContext FLOAT = new MathContext(7);

    private CellTexts() {}

    /** As the grid shows it; what has no value is empty. */
    public static String brief(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case Double number -> real(number, DOUBLE);
            case Float number -> real(number, FLOAT);
            case String text -> line(text);
            case Object array when array.getClass().isArray() -> elements(array, SHOWN_ELEMENTS, true);
            default -> line(cell.toString());
        };
    }

    /** With all digits and all letters. */
    public static String full(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case Double number -> number.isNaN() ? "" : number.toString();
            case Float number -> number.isNaN() ? "" : number.toString();
            case Object array when array.getClass().isArray() -> elements(array, FULL_ELEMENTS, false);
            default -> cell.toString();
        };
    }

    private static String line(String text) {
        String cut = text.length() > SHOWN_LENGTH ? text.substring(0, SHOWN_LENGTH) + "…" : text;
        return cut.indexOf('\n') < 0 && cut.indexOf('\t') < 0 ? cut : cut.replaceAll("\\s+", " ");
    }

    private static String real(double value, MathContext digits) {
        if (Double.isNaN(value)) {
            return "";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "-∞";
        }
        double size = Math.abs(value);
        if (size != 0 && (size < 1e-4 || size >= 1e10)) {
            BigDecimal rounded = new BigDecimal(value).round(digits).stripTrailingZeros();
            return String.valueOf(rounded.doubleValue());
        }
        // a float's own decimal digits, not those of the double that it becomes
        BigDecimal exact = digits == FLOAT ? new BigDecimal(Float.toString((float) value)) : BigDecimal.valueOf(value);
        return exact.round(digits).stripTrailingZeros().toPlainString();
    }

    private static String elements(Object array, int most, boolean brief) {
        int length = Array.getLength(array);
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < Math.min(length, most); i++) {
            @Nullable Object element = Array.get(array, i);
            String words = brief ? brief(element) : full(element);
            text.append(i == 0 ? "" : ", ").append(words.isEmpty() && element instanceof Number ? "NaN" : words);
        }
        return length <= most
                ? text.append(']').toString()
                : text.append(", …] (" + Count.of(length) + ")").toString();
    }
}
