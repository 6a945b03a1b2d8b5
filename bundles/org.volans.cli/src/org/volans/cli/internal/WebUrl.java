package org.volans.cli.internal;

import java.net.URI;
import java.net.URISyntaxException;

/** Addresses of web services on a command line. */
public final class WebUrl {

    private WebUrl() {}

    /** Whether a word is meant as one. */
    public static boolean is(String typed) {
        return typed.strip().matches("(?i)https?:.*");
    }

    /** @throws IllegalArgumentException with words for the user, when it is none */
    public static URI parse(String typed) {
        try {
            URI url = new URI(typed.strip());
            if (url.getHost() != null && is(typed)) {
                return url;
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("'" + typed + "' is not a URL: " + e.getReason(), e);
        }
        throw new IllegalArgumentException(
                "'" + typed + "' is " + (is(typed) ? "a URL without a host" : "not an http or https URL"));
    }
}
