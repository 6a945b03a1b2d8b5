package org.volans.api;

import org.eclipse.jdt.annotation.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The one family of checked exceptions of Volans. The message is one line for the user: it names the thing that failed
 * and, where possible, what to do about it. A user never sees the stack trace.
 */
@ProviderType
public abstract sealed class VoException extends Exception permits ServiceException, ProtocolException, InputException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message one line for the user
     * @param cause   what happened below, or {@code null}
     */
    protected VoException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The message; never {@code null}. */
    @Override
    public String getMessage() {
        String message = super.getMessage();
        return message == null ? getClass().getSimpleName() : message;
    }
}
