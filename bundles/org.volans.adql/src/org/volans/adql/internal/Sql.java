package org.volans.adql.internal;

/** Writes names and values so that nothing in them can be read as SQL. */
final class Sql {

    private Sql() {}

    static String identifier(String name) {
        return '"' + whole(name).replace("\"", "\"\"") + '"';
    }

    static String text(String value) {
        return "'" + whole(value).replace("'", "''") + "'";
    }

    /** A zero character would end the statement for the engine, which is written in C++. */
    private static String whole(String text) {
        return text.replace("\0", "");
    }

    /** With an exponent, as DuckDB takes numbers without one for decimals of few digits. */
    static String number(double value) {
        String text = Double.toString(value);
        return text.indexOf('E') < 0 ? text + "E0" : text;
    }
}
