package org.volans.adql.internal;

import java.util.Locale;

/** What a value is, as far as translating needs to know. */
enum Kind {
    BOOLEAN("boolean"),
    INTEGER("long"),
    REAL("double"),
    TEXT("char(*)"),
    TIMESTAMP("char(*)"),
    ARRAY("double(*)"),
    GEOMETRY("double(*)"),
    UNKNOWN("");

    /** VOTable datatype of a computed value of this kind. */
    final String datatype;

    Kind(String datatype) {
        this.datatype = datatype;
    }

    boolean numeric() {
        return this == INTEGER || this == REAL;
    }

    /** Reads what VOSI, TAP_SCHEMA (1.0 and 1.1) and Java call their types. */
    static Kind of(String datatype) {
        String type = datatype.toLowerCase(Locale.ROOT).replace("adql:", "").strip();
        int bracket = bracket(type);
        String base = (bracket < 0 ? type : type.substring(0, bracket)).strip();
        Kind kind = base(base);
        boolean array = bracket >= 0 && !type.endsWith("(1)") && (kind.numeric() || kind == BOOLEAN);
        return array ? ARRAY : kind;
    }

    private static int bracket(String type) {
        int round = type.indexOf('(');
        int square = type.indexOf('[');
        return round < 0 ? square : square < 0 ? round : Math.min(round, square);
    }

    private static Kind base(String base) {
        return switch (base) {
            case "boolean", "bit" -> BOOLEAN;
            case "byte", "unsignedbyte", "short", "int", "integer", "long", "smallint", "bigint" -> INTEGER;
            case "float", "double", "real", "double precision", "numeric", "decimal" -> REAL;
            case "char", "character", "unicodechar", "string", "varchar", "clob", "text", "unicode" -> TEXT;
            case "timestamp" -> TIMESTAMP;
            case "point", "region", "circle", "polygon" -> GEOMETRY;
            default -> UNKNOWN;
        };
    }
}
