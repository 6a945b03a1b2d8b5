package org.volans.sky.internal;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes a small XML document: elements are closed in the right order and texts are escaped. */
public final class Xml {

    private final StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens an element; attributes are name, value, name, value …, those with an empty value are left out. */
    public Xml open(String name, String... attributes) {
        start(name, attributes);
        out.append(">\n");
        open.push(name);
        return this;
    }

    /** Closes the innermost element. */
    public Xml close() {
        out.append("</").append(open.pop()).append(">\n");
        return this;
    }

    /** An element with nothing but text. */
    public Xml leaf(String name, String text, String... attributes) {
        start(name, attributes);
        if (text.isEmpty()) {
            out.append("/>\n");
        } else {
            out.append('>').append(escape(text)).append("</").append(name).append(">\n");
        }
        return this;
    }

    /** As {@link #leaf}, nothing when there is no text. */
    public Xml optional(String name, String text) {
        return text.isEmpty() ? this : leaf(name, text);
    }

    private void start(String name, String... attributes) {
        out.append("  ".repeat(open.size())).append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            if (!attributes[i + 1].isEmpty()) {
                out.append(' ')
                        .append(attributes[i])
                        .append("=\"")
                        .append(escape(attributes[i + 1]))
                        .append('"');
            }
        }
    }

    /** Text fit for content and attributes; what XML 1.0 cannot hold becomes a question mark. */
    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(legal(c) ? c : '?');
            }
        });
        return escaped.toString();
    }

    private static boolean legal(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0x20 && c < 0xD800
                || c >= 0xE000 && c != 0xFFFE && c != 0xFFFF;
    }

    /** The document; every element must have been closed. */
    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("<" + open.peek() + "> is not closed");
        }
        return out.toString();
    }
}
