package org.volans.api;

import org.eclipse.jdt.annotation.Nullable;

/**
 * A file or folder cannot be written: no room on the disk, no permission, no such folder. Whoever writes many files need
 * not try the next one.
 */
public final class OutputException extends InputException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message one line: names the file and says why
     * @param cause   what happened below, or {@code null}
     */
    public OutputException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
