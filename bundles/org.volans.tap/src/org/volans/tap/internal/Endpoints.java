package org.volans.tap.internal;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.volans.api.ServiceException;

/** The resources below a service's base URL (TAP 1.1, section 2). */
record Endpoints(URI base) {

    /** @param service as users and registries write it: also with a slash at its end, or the URL of one resource below */
    static Endpoints of(URI service) {
        String text = service.toString()
                .replaceAll("[?#].*$", "")
                .replaceAll("/+$", "")
                .replaceAll("/(sync|async|capabilities|tables|availability|examples)$", "");
        return new Endpoints(URI.create(text));
    }

    /** A resource by its name. */
    URI at(String resource) {
        return URI.create(base + "/" + resource);
    }

    /** VOSI 1.1, section 4.2: one table by its name. */
    static URI below(URI resource, String name) {
        return URI.create(resource.toString().replaceAll("/+$", "") + "/"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"));
    }

    /** The host, for messages. */
    static String host(URI uri) {
        String host = uri.getHost();
        return host == null ? shown(uri) : host;
    }

    /** The URL without credentials, for messages. */
    static String shown(URI uri) {
        return ServiceException.withoutCredentials(uri).toString();
    }
}
