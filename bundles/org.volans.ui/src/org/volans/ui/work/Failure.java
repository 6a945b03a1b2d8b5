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
        if (thrown instanceof OutOfMemoryError) {
            return new Failure(
                    "There is not enough memory for this. More can be given in Preferences > Volans > Memory and Cache.",
                    thrown);
        }
        if (thrown instanceof StackOverflowError) {
            return new Failure("This is nested too deeply.", thrown);
        }
        if (thrown instanceof InternalError) {
            // what Java throws when a mapped file has become shorter
            return new Failure("The file has been changed while it was open; open it again.", thrown);
        }
        return thrown instanceof VoException
                ? new Failure(words, thrown)
                : new Failure(
                        "Internal fault (" + thrown.getClass().getSimpleName() + "): " + words
                                + ". Details are in the Error Log.",
                        thrown);
    }

    /** For the Error Log; an expected failure comes without a stack trace. */
    public IStatus status() {
        return cause instanceof VoException || cause instanceof VirtualMachineError
                ? new Status(IStatus.WARNING, PLUGIN, message)
                : new Status(IStatus.ERROR, PLUGIN, message, cause);
    }
}
