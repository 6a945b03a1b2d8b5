package org.volans.net.internal;

import com.github.mizosoft.methanol.MediaType;
import com.github.mizosoft.methanol.MultipartBodyPublisher;
import java.io.FileNotFoundException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import org.volans.api.ServiceException;
import org.volans.api.net.HttpBody;
import org.volans.api.net.HttpBody.Field;
import org.volans.api.net.HttpBody.FilePart;
import org.volans.api.net.HttpCall;

/** Turns a call into the JDK's request. */
final class Requests {

    /** As the IVOA Note "Operational Identification of Software Components" asks: product/version, then what it runs on. */
    static final String USER_AGENT = "Volans/0.1.0 Java/" + Runtime.version().feature();

    private Requests() {}

    static HttpRequest of(HttpCall call) throws ServiceException {
        HttpRequest.Builder request;
        try {
            request = HttpRequest.newBuilder(call.uri());
            for (Field header : call.headers()) {
                request.header(header.name(), header.value());
            }
        } catch (IllegalArgumentException e) {
            throw new ServiceException(
                    call.uri(), 0, "cannot ask " + Transport.shown(call.uri()) + ": " + e.getMessage(), e);
        }
        request.setHeader("User-Agent", USER_AGENT);
        if (call.headers().stream().noneMatch(h -> h.name().equalsIgnoreCase("Accept-Encoding"))) {
            request.header("Accept-Encoding", "gzip, deflate");
        }
        return switch (call.body()) {
            case HttpBody.Empty e ->
                request.method(call.method(), BodyPublishers.noBody()).build();
            case HttpBody.Form form ->
                request.setHeader("Content-Type", "application/x-www-form-urlencoded")
                        .method(call.method(), BodyPublishers.ofString(HttpCall.encode(form.fields())))
                        .build();
            case HttpBody.Multipart parts -> {
                MultipartBodyPublisher body = multipart(call, parts);
                yield request.setHeader("Content-Type", body.mediaType().toString())
                        .method(call.method(), body)
                        .build();
            }
        };
    }

    private static MultipartBodyPublisher multipart(HttpCall call, HttpBody.Multipart parts) throws ServiceException {
        MultipartBodyPublisher.Builder body = MultipartBodyPublisher.newBuilder();
        for (Field field : parts.fields()) {
            body.formPart(field.name(), BodyPublishers.ofString(field.value()));
        }
        for (FilePart file : parts.files()) {
            body.formPart(file.name(), file.fileName(), content(call, file), MediaType.parse(file.mediaType()));
        }
        return body.build();
    }

    private static BodyPublisher content(HttpCall call, FilePart file) throws ServiceException {
        try {
            return BodyPublishers.ofFile(file.content());
        } catch (FileNotFoundException e) {
            throw new ServiceException(
                    call.uri(),
                    0,
                    "nothing was sent to " + Transport.host(call.uri()) + ": the file " + file.content()
                            + " cannot be read",
                    e);
        }
    }
}
