package org.volans.ui.widgets;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ImageRegistry;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.graphics.Image;

/** The icons of bundles: {@code icons/NAME.svg}; a missing one shows as such. UI thread only. */
@NonNullByDefault({})
public final class Icons {

    private Icons() {}

    /** For actions and labels. */
    public static ImageDescriptor descriptor(String bundle, String name) {
        return ResourceLocator.imageDescriptorFromBundle(bundle, "icons/" + name + ".svg")
                .orElseGet(ImageDescriptor::getMissingImageDescriptor);
    }

    /** Shared by all who ask, and not to be disposed. */
    public static Image image(String bundle, String name) {
        ImageRegistry registry = JFaceResources.getImageRegistry();
        String key = bundle + "/" + name;
        if (registry.getDescriptor(key) == null) {
            registry.put(key, descriptor(bundle, name));
        }
        return registry.get(key);
    }
}
