package org.volans.sky.internal.links;

import java.net.URI;
import java.util.List;
import org.volans.api.image.ImageService;
import org.volans.sky.internal.SkyServlet;
import org.volans.sky.internal.data.TutorialContent;

/** All servlets of the sky beside TAP. */
public final class SkyServlets {

    private SkyServlets() {}

    /** The servlets for a root that ends in a slash. */
    public static List<SkyServlet> of(TutorialContent content, ImageService images, URI base) {
        return List.of();
    }
}
