package org.volans.image.internal.fits;

import java.io.IOException;

/** The bytes are not as FITS wants them; the message is the second half of a sentence that begins with the file's name. */
public final class FitsFault extends IOException {

    private static final long serialVersionUID = 1L;

    /** @param message what is wrong, without the file's name */
    public FitsFault(String message) {
        super(message);
    }
}
