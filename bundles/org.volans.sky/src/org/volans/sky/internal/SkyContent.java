package org.volans.sky.internal;

import java.net.URI;
import java.util.List;

/**
 * What the embedded sky holds. The server frame knows nothing of it; the one implementation is
 * {@code org.volans.sky.internal.data.TutorialContent}, with the constructor
 * {@code TutorialContent(Path cacheFolder, ImageService images, IProgressMonitor monitor)}. Making one and calling its
 * methods is cheap (no rows, no files); rows and files are made when they are first asked for.
 */
public interface SkyContent {

    /**
     * The centres.
     *
     * @param base the root that the sky is served at, ending in a slash; access URLs in tables start with it
     */
    List<DataCentre> centres(URI base);

    /** The servlets that belong to them. */
    List<SkyServlet> servlets(URI base);
}
