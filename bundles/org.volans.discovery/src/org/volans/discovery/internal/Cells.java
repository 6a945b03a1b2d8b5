package org.volans.discovery.internal;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.util.Locale;
import org.eclipse.jdt.annotation.Nullable;
import uk.ac.starlink.table.ColumnInfo;

/** Turns what services send into the types of {@link ObscoreColumn}; what cannot be turned becomes null. */
final class Cells {

    private Cells() {}

    static @Nullable Object convert(@Nullable Object value, ObscoreColumn column, ColumnInfo sent) {
        if (value == null) {
            return null;
        }
        if (column == ObscoreColumn.S_REGION && value.getClass().isArray()) {
            return region(value, String.valueOf(sent.getXtype()));
        }
        if (column.type() == String.class) {
            String text = value.toString().strip();
            return text.isEmpty() ? null : text;
        }
        Double number = number(value);
        if (number == null || number.isNaN()) {
            return null;
        }
        if (column.type() == Double.class) {
            return number;
        }
        boolean whole = number == Math.rint(number) && Math.abs(number) < 1L << 53;
        if (!whole) {
            return null;
        }
        return column.type() == Long.class ? (Object) number.longValue() : (Object) number.intValue();
    }

    private static @Nullable Double number(Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        try {
            return Double.valueOf(value.toString().strip());
        } catch (NumberFormatException e) {
            return null; // text in a column of numbers says nothing
        }
    }

    /** DALI 1.1, section 3.3: circles and polygons as arrays; written as ObsCore 1.1 services write text. */
    private static @Nullable String region(Object array, String xtype) {
        int length = Array.getLength(array);
        boolean circle = xtype.toLowerCase(Locale.ROOT).contains("circle") || length == 3;
        if (circle ? length != 3 : length < 6 || length % 2 != 0) {
            return null;
        }
        StringBuilder text = new StringBuilder(circle ? "CIRCLE ICRS" : "POLYGON ICRS");
        for (int i = 0; i < length; i++) {
            if (!(Array.get(array, i) instanceof Number number) || !Double.isFinite(number.doubleValue())) {
                return null;
            }
            text.append(' ').append(new BigDecimal(number.toString()).toPlainString());
        }
        return text.toString();
    }
}
