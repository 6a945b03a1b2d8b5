package org.volans.adql.internal;

/** Writes names and values so that nothing in them can be read as SQL. */
final class Sql {

    private Sql() {}

    static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    /** With an exponent, as DuckDB takes numbers without one for decimals of few digits. */
    static String number(double value) {
        String text = Double.toString(value);
        return text.indexOf('E') < 0 ? text + "E0" : text;
    }
}
