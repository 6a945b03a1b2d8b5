package org.volans.api;

import java.net.URI;
import org.eclipse.jdt.annotation.Nullable;

/** A service could not be reached, answered too late, or answered that it will not do what was asked. */
public final class ServiceException extends VoException {

    private static final long serialVersionUID = 1L;

    private final URI uri;
    private final int status;

    /**
     * @param uri     what was asked; user info in it is dropped
     * @param status  the HTTP status, or 0 when no answer came
     * @param message one line; the server's own words where it had any (DALI 1.1, section 4.2)
     * @param cause   what happened below, or {@code null}
     */
    public ServiceException(URI uri, int status, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.uri = withoutCredentials(uri);
        this.status = status;
    }

    /** What was asked, without credentials. */
    public URI uri() {
        return uri;
    }

    /** The HTTP status, or 0 when no answer came. */
    public int status() {
        return status;
    }

    /** The same URI without its user-info part, fit for messages and logs. */
    public static URI withoutCredentials(URI uri) {
        String user = uri.getRawUserInfo();
        return user == null ? uri : URI.create(uri.toString().replace(user + "@", ""));
    }
}
