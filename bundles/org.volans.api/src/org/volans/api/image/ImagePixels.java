package org.volans.api.image;

import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.annotation.versioning.ProviderType;
import org.volans.api.InputException;

/**
 * The pixels of an open image, read piece by piece. Safe for concurrent use; a thread that is interrupted while reading
 * disturbs no other. Whoever opened it closes it.
 */
@ProviderType
public interface ImagePixels extends AutoCloseable {

    /** What was opened. */
    FitsImage image();

    /**
     * Reads an area. Of a plain image only the rows that the sampling asks for are read, and of them only the area.
     *
     * @param plane of {@link #image()}
     * @param area  must lie in the plane
     * @param step  how many pixels in each direction make one value, at least 1; the area over the step must fit into an
     *              array
     * @throws InputException when the file cannot be read any more or is damaged there
     */
    PixelBlock read(ImagePlane plane, PixelArea area, int step, Sampling sampling, IProgressMonitor monitor)
            throws InputException;

    /** Ends reading; what is being read ends with an {@link org.eclipse.core.runtime.OperationCanceledException}. */
    @Override
    void close();
}
