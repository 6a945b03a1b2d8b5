package org.volans.image.internal.fits;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Takes the rows of a box in the order of the file, big-endian as in the file. */
@FunctionalInterface
public interface RowSink {

    /** One or more whole rows; the buffer is used again after the call. */
    void rows(ByteBuffer bytes) throws IOException;
}
