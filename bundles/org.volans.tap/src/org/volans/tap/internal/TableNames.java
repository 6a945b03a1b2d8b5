package org.volans.tap.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Names of tables, as services write them and as users do. */
final class TableNames {

    private static final String REGULAR = "[A-Za-z][A-Za-z0-9_]*";
    private static final int SUGGESTIONS = 3;

    private TableNames() {}

    /** Without delimiters, for comparing; case is dropped too. */
    static String key(String name) {
        return undelimited(name).toLowerCase(Locale.ROOT);
    }

    /** Without delimiters. */
    static String undelimited(String name) {
        return name.strip().replace("\"", "");
    }

    /**
     * As it is written in ADQL. Services that write {@code V/147/sdss12} without delimiters (against TAP 1.1, section
     * 4.2) get them.
     */
    static String adql(String schema, String name) {
        String text = name.strip();
        if (text.contains("\"") || text.matches(REGULAR + "(\\." + REGULAR + "){0,2}")) {
            return text;
        }
        String prefix = (schema.isBlank() ? schemaOf(text) : undelimited(schema)) + ".";
        boolean qualified = prefix.length() > 1 && text.regionMatches(true, 0, prefix, 0, prefix.length());
        return qualified
                ? delimited(text.substring(0, prefix.length() - 1)) + "." + delimited(text.substring(prefix.length()))
                : delimited(text);
    }

    /** Of a name alone: what stands before its first dot, if that could be a schema. */
    private static String schemaOf(String text) {
        int dot = text.indexOf('.');
        return dot > 0 && text.substring(0, dot).matches(REGULAR) ? text.substring(0, dot) : "";
    }

    private static String delimited(String part) {
        return part.matches(REGULAR) ? part : '"' + part + '"';
    }

    /** Names that a user may have meant, the likeliest first. */
    static List<String> near(String wanted, List<String> names) {
        String key = lastPart(wanted);
        return names.stream()
                .filter(n -> distance(key, lastPart(n)) <= Math.max(2, key.length() / 3)
                        || key.length() > 2 && key(n).contains(key))
                .sorted(Comparator.comparingInt((String n) -> distance(key, lastPart(n)))
                        .thenComparing(n -> n))
                .limit(SUGGESTIONS)
                .toList();
    }

    /** What stands behind the schema. */
    static String lastPart(String name) {
        String key = key(name);
        return key.substring(key.lastIndexOf('.') + 1);
    }

    /** Levenshtein's distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
