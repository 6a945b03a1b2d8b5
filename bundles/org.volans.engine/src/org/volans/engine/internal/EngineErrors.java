package org.volans.engine.internal;

import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Pattern;

/** Says what the engine refuses in words about the query. */
final class EngineErrors {

    private static final Map<String, String> KINDS = Map.of(
            "Out of Memory Error", "it needs more memory than there is; ask for fewer rows or columns",
            "INTERRUPT Error", "it was interrupted");
    private static final Pattern KIND = Pattern.compile("^([A-Za-z -]+ Error): ");
    private static final Pattern COLUMN = Pattern.compile("(?:\"?\\bt\\d+\"?\\.)?\"?\\b\\d+:([^\"\\s)]+)\"?");
    private static final Pattern HINT = Pattern.compile(
            "\\s*(Use TRY|Use SET|Candidate|Did you mean|Try casting|An explicit cast).*", Pattern.DOTALL);

    private EngineErrors() {}

    static boolean taken(SQLException e) {
        return message(e).contains("already exists") || message(e).contains("write-write conflict");
    }

    /** One line without the engine's categories, carets and names for columns. */
    static String plain(SQLException e) {
        String text = message(e);
        var kind = KIND.matcher(text);
        if (kind.find()) {
            String known = KINDS.get(kind.group(1));
            if (known != null) {
                return known;
            }
            text = text.substring(kind.end());
        }
        int carets = text.indexOf("LINE 1:");
        String first =
                HINT.matcher(carets < 0 ? text : text.substring(0, carets)).replaceFirst("");
        return COLUMN.matcher(first.strip().replaceAll("\\s+", " ")).replaceAll("$1");
    }

    private static String message(SQLException e) {
        String message = e.getMessage();
        return message == null ? "unknown reason" : message.replaceFirst("^java\\.sql\\.SQLException: ", "");
    }
}
