package org.volans.tap.ui.internal;

import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ImageRegistry;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.graphics.Image;

/** The bundle's icons. UI thread only. */
public final class Icons {

    private static final String BUNDLE = "org.volans.tap.ui";

    private Icons() {}

    /** @param name of the file in {@code icons}, without extension */
    public static @Nullable ImageDescriptor descriptor(String name) {
        Optional<ImageDescriptor> found = ResourceLocator.imageDescriptorFromBundle(BUNDLE, "icons/" + name + ".svg");
        return found.orElse(null);
    }

    /** Shared: not to be disposed. */
    public static @Nullable Image image(String name) {
        ImageRegistry registry = JFaceResources.getImageRegistry();
        String key = BUNDLE + "/" + name;
        if (registry.getDescriptor(key) == null) {
            registry.put(key, descriptor(name));
        }
        return registry.get(key);
    }
}
