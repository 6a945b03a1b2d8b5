package org.volans.sky.internal;

import java.util.Map;
import org.eclipse.jdt.annotation.Nullable;
import uk.ac.starlink.table.ValueInfo;

/**
 * A column's type in the words of VOTable 1.4, section 2.
 *
 * @param datatype  such as {@code double}
 * @param arraysize such as {@code *}, or empty for a single value
 * @param xtype     DALI's finer type, or empty
 */
public record VotableType(String datatype, String arraysize, String xtype) {

    private static final Map<Class<?>, String> NAMES = Map.ofEntries(
            Map.entry(Boolean.class, "boolean"),
            Map.entry(Byte.class, "short"),
            Map.entry(Short.class, "short"),
            Map.entry(Integer.class, "int"),
            Map.entry(Long.class, "long"),
            Map.entry(Float.class, "float"),
            Map.entry(Double.class, "double"),
            Map.entry(boolean.class, "boolean"),
            Map.entry(byte.class, "short"),
            Map.entry(short.class, "short"),
            Map.entry(int.class, "int"),
            Map.entry(long.class, "long"),
            Map.entry(float.class, "float"),
            Map.entry(double.class, "double"));

    /** The type that a column of a {@code StarTable} is written with. */
    public static VotableType of(ValueInfo info) {
        Class<?> type = info.getContentClass();
        String xtype = text(info.getXtype());
        if (type.isArray() && NAMES.containsKey(type.getComponentType())) {
            return new VotableType(NAMES.get(type.getComponentType()), shape(info.getShape()), xtype);
        }
        String name = NAMES.get(type);
        return name == null ? new VotableType("char", "*", xtype) : new VotableType(name, "", xtype);
    }

    private static String shape(int @Nullable [] shape) {
        if (shape == null || shape.length == 0) {
            return "*";
        }
        StringBuilder text = new StringBuilder();
        for (int side : shape) {
            text.append(text.isEmpty() ? "" : "x").append(side < 0 ? "*" : Integer.toString(side));
        }
        return text.toString();
    }

    /** As the API writes it: {@code char(*)}. */
    public String text() {
        return arraysize.isEmpty() ? datatype : datatype + "(" + arraysize + ")";
    }

    /** Reads {@link #text()}. */
    public static VotableType parse(String text) {
        int bracket = text.indexOf('(');
        return bracket < 0
                ? new VotableType(text, "", "")
                : new VotableType(text.substring(0, bracket), text.substring(bracket + 1, text.length() - 1), "");
    }

    /** The text, empty for none. */
    public static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
