package org.volans.adql.ui.internal;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.resource.ImageRegistry;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.graphics.Image;
import org.volans.api.adql.Completion.Kind;

/** The bundle's icons, kept by the workbench's image registry. UI thread only. */
public final class Icons {

    private static final String BUNDLE = "org.volans.adql.ui";

    private Icons() {}

    /** The icon {@code icons/NAME.svg}. */
    public static @Nullable Image get(String name) {
        ImageRegistry registry = JFaceResources.getImageRegistry();
        String key = BUNDLE + "/" + name;
        if (registry.getDescriptor(key) == null) {
            ResourceLocator.imageDescriptorFromBundle(BUNDLE, "icons/" + name + ".svg")
                    .ifPresent(d -> registry.put(key, d));
        }
        return registry.get(key);
    }

    /** What stands before a proposal. */
    public static @Nullable Image get(Kind kind) {
        return get(
                switch (kind) {
                    case COLUMN -> "column";
                    case ALIAS -> "alias";
                    case TABLE -> "table";
                    case UPLOAD -> "upload";
                    case SCHEMA -> "schema";
                    case FUNCTION -> "function";
                    case KEYWORD, TYPE -> "keyword";
                });
    }
}
