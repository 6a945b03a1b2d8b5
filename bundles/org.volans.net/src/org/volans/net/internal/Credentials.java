package org.volans.net.internal;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.volans.api.ServiceException;
import org.volans.api.net.HttpBody.Field;
import org.volans.api.net.HttpCall;

/** User name and password written into a URL become a header (RFC 7617), so that they never travel or show in the URL. */
final class Credentials {

    private Credentials() {}

    static HttpCall intoHeader(HttpCall call) {
        URI uri = call.uri();
        String user = uri.getRawUserInfo();
        if (user == null) {
            return call;
        }
        List<Field> headers = new ArrayList<>(call.headers());
        byte[] decoded = URLDecoder.decode(user.replace("+", "%2B"), StandardCharsets.UTF_8)
                .getBytes(StandardCharsets.UTF_8);
        headers.add(new Field("Authorization", "Basic " + Base64.getEncoder().encodeToString(decoded)));
        return new HttpCall(
                call.method(),
                ServiceException.withoutCredentials(uri),
                headers,
                call.body(),
                call.timeout(),
                call.followed(),
                call.cached(),
                call.repeatable());
    }
}
