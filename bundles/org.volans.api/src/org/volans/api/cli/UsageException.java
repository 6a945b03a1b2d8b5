package org.volans.api.cli;

import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.InputException;

/**
 * Wrong usage: what is wrong with a command line can be seen from the command line alone, without reading a file or asking
 * a service. The command line prints the message and ends with 2, where it ends with 1 for all other exceptions. A command
 * throws it before it begins anything; {@link Usage} has the usual checks.
 */
public final class UsageException extends InputException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message one line: names the word or the option, says what is wrong with it and what would be right
     * @param cause   what happened below, or {@code null}
     */
    public UsageException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** As the other constructor, without a cause. */
    public UsageException(String message) {
        this(message, null);
    }
}
