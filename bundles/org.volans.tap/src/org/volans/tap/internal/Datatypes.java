package org.volans.tap.internal;

import java.util.Locale;

/** One spelling for the types of columns: that of VOTable, whatever the service uses. */
final class Datatypes {

    private Datatypes() {}

    /**
     * @param type      a VOTable datatype, or a TAP 1.0 type ({@code VARCHAR}, {@code adql:DOUBLE}; TAP 1.0, section 2.5)
     * @param arraysize VOTable arraysize, or the length of a TAP 1.0 type; empty for scalars
     */
    static String votable(String type, String arraysize) {
        String bare = type.strip().replaceFirst("^\\w+:", "");
        String size = arraysize.strip();
        int bracket = bare.indexOf('(');
        if (bracket > 0) { // VARCHAR(20)
            size = bare.substring(bracket + 1).replace(")", "").strip();
            bare = bare.substring(0, bracket).strip();
        }
        return switch (bare.toUpperCase(Locale.ROOT)) {
            case "VARCHAR", "CLOB", "TIMESTAMP", "POINT", "REGION", "CIRCLE", "POLYGON", "TEXT", "DATE" -> "char(*)";
            case "CHAR", "CHARACTER" -> size.isEmpty() && !bare.equals("char") ? "char(*)" : array("char", size);
            case "SMALLINT" -> array("short", size);
            case "INTEGER" -> array("int", size);
            case "BIGINT" -> array("long", size);
            case "REAL" -> array("float", size);
            case "DOUBLE", "DOUBLE PRECISION" -> array("double", size);
            case "BINARY", "VARBINARY", "BLOB" -> "unsignedByte(*)";
            default -> array(bare, size);
        };
    }

    private static String array(String type, String size) {
        return size.isEmpty() || size.equals("1") ? type : type + "(" + size + ")";
    }
}
