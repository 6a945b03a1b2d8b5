package org.volans.image.ui.internal.controls;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.widgets.Control;
import org.volans.api.image.Shading;

/** Pictures of colour maps, disposed with their owner. UI thread only. */
final class Swatches {

    private static final int WIDTH = 48;
    private static final int HEIGHT = 12;

    private final LocalResourceManager images;
    private final Map<String, ImageDescriptor> known = new HashMap<>();

    Swatches(Control owner) {
        images = new LocalResourceManager(JFaceResources.getResources(), owner);
    }

    /** The colours from low to high, evenly. */
    Image of(Shading shading) {
        return images.create(known.computeIfAbsent(shading.colors(), name -> descriptor(shading)));
    }

    private static ImageDescriptor descriptor(Shading shading) {
        return ImageDescriptor.createFromImageDataProvider(zoom -> {
            int width = WIDTH * zoom / 100;
            ImageData data = new ImageData(width, HEIGHT * zoom / 100, 24, new PaletteData(0xff0000, 0xff00, 0xff));
            for (int x = 0; x < width; x++) {
                int rgb = shading.color((x + 0.5) / width);
                for (int y = 0; y < data.height; y++) {
                    data.setPixel(x, y, rgb);
                }
            }
            return data;
        });
    }
}
