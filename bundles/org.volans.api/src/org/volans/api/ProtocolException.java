package org.volans.api;

import org.eclipse.jdt.annotation.Nullable;

/** A service answered, but what it sent breaks a rule of the standard in a way that cannot be made sense of. */
public final class ProtocolException extends VoException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message one line: who answered, what in the answer broke which rule (standard and section)
     * @param cause   what happened below, or {@code null}
     */
    public ProtocolException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** As the other constructor, without a cause. */
    public ProtocolException(String message) {
        this(message, null);
    }
}
