package org.volans.ui.work;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.volans.api.VoException;

/**
 * Why work did not come to its end, for people.
 *
 * @param message one or a few lines: what and where
 * @param cause   what was thrown
 */
public record Failure(String message, Throwable cause) {

    static final String PLUGIN = "org.volans.ui";

    /** The words of a {@link VoException} stand as they are; anything else is a fault of the program and says so. */
    public static Failure of(Throwable thrown) {
        String words = String.valueOf(thrown.getMessage());
        return thrown instanceof VoException
                ? new Failure(words, thrown)
                : new Failure(
                        "Internal fault (" + thrown.getClass().getSimpleName() + "): " + words
                                + ". Details are in the Error Log.",
                        thrown);
    }

    /** For the Error Log; an expected failure comes without a stack trace. */
    public IStatus status() {
        return cause instanceof VoException
                ? new Status(IStatus.WARNING, PLUGIN, message)
                : new Status(IStatus.ERROR, PLUGIN, message, cause);
    }
}
