package org.volans.api.image;

import org.volans.api.InputException;

/** A FITS file is as it should be but holds no image; perhaps a table. */
public final class NoImageException extends InputException {

    private static final long serialVersionUID = 1L;

    /** @param message one line for the user */
    public NoImageException(String message) {
        super(message);
    }
}
