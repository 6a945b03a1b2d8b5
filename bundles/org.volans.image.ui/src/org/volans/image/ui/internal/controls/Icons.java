package org.volans.image.ui.internal.controls;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.widgets.Control;
import org.volans.api.image.Shading;

/** Pictures for the controls, disposed with their owner. UI thread only. */
final class Icons {

    private static final String BUNDLE = "org.volans.image.ui";
    private static final int SWATCH_WIDTH = 48;
    private static final int SWATCH_HEIGHT = 12;

    private final LocalResourceManager images;

    Icons(Control owner) {
        images = new LocalResourceManager(JFaceResources.getResources(), owner);
    }

    /** Of the bundle's folder {@code icons}. */
    Image of(String name) {
        return images.create(ResourceLocator.imageDescriptorFromBundle(BUNDLE, "icons/" + name + ".svg")
                .orElseGet(ImageDescriptor::getMissingImageDescriptor));
    }

    /** The colours from low to high, evenly. */
    Image swatch(Shading shading) {
        return images.create(ImageDescriptor.createFromImageDataProvider(zoom -> {
            int width = SWATCH_WIDTH * zoom / 100;
            ImageData data =
                    new ImageData(width, SWATCH_HEIGHT * zoom / 100, 24, new PaletteData(0xff0000, 0xff00, 0xff));
            for (int x = 0; x < width; x++) {
                double share = (x + 0.5) / width;
                int rgb = shading.colorMap().rgb(shading.inverted() ? 1 - share : share);
                for (int y = 0; y < data.height; y++) {
                    data.setPixel(x, y, rgb);
                }
            }
            return data;
        }));
    }
}
