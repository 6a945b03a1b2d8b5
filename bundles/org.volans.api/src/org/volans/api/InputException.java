package org.volans.api;

import org.eclipse.jdt.annotation.Nullable;

/**
 * What the user gave cannot be used: a file that is missing or is not a table, a query that is not ADQL, a name that no
 * registry knows.
 */
public non-sealed class InputException extends VoException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message one line: names the input, says what is wrong with it and what would be right
     * @param cause   what happened below, or {@code null}
     */
    public InputException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** As the other constructor, without a cause. */
    public InputException(String message) {
        this(message, null);
    }
}
