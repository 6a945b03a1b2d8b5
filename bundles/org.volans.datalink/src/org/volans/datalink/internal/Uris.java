package org.volans.datalink.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** URLs as services write them, which is not always as RFC 3986 wants them. */
final class Uris {

    private static final String ALLOWED = "-._~:/?#[]@!$&'()*+,;=%";

    private Uris() {}

    /** An absolute URI; characters that a URI cannot hold (blanks, braces, bars, umlauts) are percent-encoded. */
    static Optional<URI> absolute(String text, URI base) {
        try {
            URI uri = base.resolve(new URI(encoded(text.strip())));
            return uri.isAbsolute() ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** As {@link #absolute(String, URI)}, http and https only, for text that has no base. */
    static Optional<URI> http(String text) {
        String lower = text.strip().toLowerCase(java.util.Locale.ROOT);
        return lower.startsWith("http://") || lower.startsWith("https://")
                ? absolute(text, URI.create("http:///"))
                : Optional.empty();
    }

    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        text.codePoints().forEach(c -> {
            boolean plain = c < 128 && (Character.isLetterOrDigit(c) || ALLOWED.indexOf(c) >= 0);
            if (plain) {
                encoded.appendCodePoint(c);
            } else {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    encoded.append(String.format("%%%02X", b));
                }
            }
        });
        return encoded.toString();
    }
}
