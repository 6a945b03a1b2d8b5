package org.volans.handlers.internal;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jdt.annotation.Nullable;

/** One text for all ways to write the same URL. */
public final class TableUrl {

    private static final Pattern FILE = Pattern.compile("(?i)file:(?://(?:localhost)?)?(/.*)");

    private TableUrl() {}

    /**
     * {@code file} with one or three slashes or the host {@code localhost} is the same, as are percent-encoded and
     * plain characters, letters of host and scheme in either case, and the scheme's usual port.
     *
     * @return empty for a blank text; the text itself when it cannot be made sense of
     */
    public static String canonical(String url) {
        String text = url.strip();
        Matcher file = FILE.matcher(text);
        if (file.matches()) {
            try {
                return of(Path.of(decoded(file.group(1))));
            } catch (InvalidPathException e) {
                return text; // no path of this machine, so nobody here has written it in another way
            }
        }
        int authority = text.indexOf("://");
        int path = authority < 0 ? -1 : text.indexOf('/', authority + 3);
        if (authority < 0) {
            return text;
        }
        String server = path < 0 ? text : text.substring(0, path);
        String rest = path < 0 ? "/" : text.substring(path);
        return server.toLowerCase(Locale.ROOT)
                        .replaceFirst("^(http://.*):80$", "$1")
                        .replaceFirst("^(https://.*):443$", "$1")
                + decoded(rest);
    }

    /** The same for a file of this machine. */
    static String of(Path file) {
        return "file:" + file.toAbsolutePath().normalize();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text; // a percent sign that is none of an encoding stands for itself
        }
    }

    /** A URL as it is meant, also with characters that must be encoded; {@code null} when there is no sense in it. */
    public static @Nullable URI lenient(String url) {
        StringBuilder encoded = new StringBuilder();
        url.strip().codePoints().forEach(c -> {
            boolean plain = c > ' ' && c < 127 && "\"<>\\^`{|}".indexOf(c) < 0;
            encoded.append(
                    plain
                            ? Character.toString(c)
                            : URLEncoder.encode(Character.toString(c), StandardCharsets.UTF_8)
                                    .replace("+", "%20"));
        });
        String text = encoded.toString().replaceAll("%(?![0-9A-Fa-f]{2})", "%25");
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
