package org.volans.table.internal;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a document is, judged by its first bytes.
 *
 * @param kind what it looks like
 * @param text the bytes as text, NULs of UTF-16 removed
 * @param bytes the bytes themselves
 */
record Beginning(Kind kind, String text, byte[] bytes) {

    /** How many bytes are looked at: the titles of login pages come after long heads. */
    static final int LENGTH = 16384;

    enum Kind {
        EMPTY,
        HTML,
        VOTABLE,
        OTHER_XML,
        PARQUET,
        FITS,
        TEXT,
        BINARY
    }

    private static final Pattern HTML = Pattern.compile("<!doctype\\s+html|<html[\\s>]", Pattern.CASE_INSENSITIVE);
    private static final Pattern TITLE =
            Pattern.compile("<(title|h1)\\b[^>]*>(.*?)</\\1>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern VOTABLE = Pattern.compile("<([\\w.-]+:)?VOTABLE[\\s>]");
    private static final Pattern ROOT = Pattern.compile("<([A-Za-z_][\\w.:-]*)");

    /** Judges decompressed bytes. */
    static Beginning of(byte[] bytes) {
        String raw = new String(bytes, StandardCharsets.UTF_8);
        String text = raw.replace("\0", "").replace("\uFEFF", "").strip();
        return new Beginning(kind(bytes, raw, text), text, bytes);
    }

    private static Kind kind(byte[] bytes, String raw, String text) {
        if (text.isEmpty()) {
            return Kind.EMPTY;
        }
        if (raw.startsWith("PAR1")) {
            return Kind.PARQUET;
        }
        if (raw.startsWith("SIMPLE  =")) {
            return Kind.FITS;
        }
        if (HTML.matcher(text).find() && !VOTABLE.matcher(text).find()) {
            return Kind.HTML;
        }
        if (text.startsWith("<")) {
            return VOTABLE.matcher(text).find() ? Kind.VOTABLE : Kind.OTHER_XML;
        }
        if (text.contains("<?xml") && VOTABLE.matcher(text).find()) {
            return Kind.VOTABLE; // after the warnings of a script
        }
        return text(bytes) ? Kind.TEXT : Kind.BINARY;
    }

    private static boolean text(byte[] bytes) {
        for (byte b : bytes) {
            if (b >= 0 && b < 32 && b != '\t' && b != '\n' && b != '\r' && b != '\f') {
                return false;
            }
        }
        return true;
    }

    /** What to call it in a message that says it is not what was expected. */
    String words() {
        return switch (kind) {
            case EMPTY -> "empty";
            case HTML -> "an HTML page" + title();
            case VOTABLE -> "a VOTable";
            case OTHER_XML -> "XML" + root() + ", not a VOTable";
            case PARQUET -> "a Parquet file";
            case FITS -> "a FITS file";
            case TEXT -> "text that begins '" + line(text) + "'";
            case BINARY -> "binary data of an unknown kind";
        };
    }

    private String title() {
        Matcher matcher = TITLE.matcher(text);
        return matcher.find() ? " ('" + line(matcher.group(2).replaceAll("<[^>]*>", " ")) + "')" : "";
    }

    private String root() {
        Matcher matcher = ROOT.matcher(text);
        return matcher.find() ? " (<" + matcher.group(1) + ">)" : "";
    }

    /** At most 80 characters on one line. */
    static String line(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() > 80 ? line.substring(0, 80) + "…" : line;
    }

    /** The extension in lower case without the dot; {@code .gz} and other compressions are not counted. */
    static String extension(String name) {
        String bare = name.toLowerCase(Locale.ROOT).replaceAll("\\.(gz|bz2|z)$", "");
        int dot = bare.lastIndexOf('.');
        return dot < 0 ? "" : bare.substring(dot + 1);
    }
}
