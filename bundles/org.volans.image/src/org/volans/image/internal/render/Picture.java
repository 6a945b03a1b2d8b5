package org.volans.image.internal.render;

import java.nio.file.Path;
import org.eclipse.core.runtime.IProgressMonitor;
import org.volans.api.InputException;
import org.volans.api.image.FitsImage;
import org.volans.api.image.RenderRequest;

/** Draws an image. */
public final class Picture {
    private Picture() {}

    /** Draws. */
    public static void draw(FitsImage image, RenderRequest request, Path png, IProgressMonitor monitor)
            throws InputException {
        throw new InputException("cannot draw " + image.file() + " as " + png + ": pictures are not made yet");
    }
}
