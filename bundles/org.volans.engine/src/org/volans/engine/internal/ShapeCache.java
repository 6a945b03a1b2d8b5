package org.volans.engine.internal;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.jdt.annotation.Nullable;

/** Reads the shapes of one chunk of rows; a constant stands in all of them. */
final class ShapeCache {

    private final Map<String, SkyShape> shapes = new HashMap<>();

    /** The shape, or {@code null} where the text is none: such a row neither matches nor fails the query. */
    @Nullable
    SkyShape shape(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        SkyShape known = shapes.get(text);
        if (known != null) {
            return known;
        }
        try {
            SkyShape shape = SkyShape.parse(text);
            shapes.put(text, shape);
            return shape;
        } catch (IllegalArgumentException e) {
            // a region column holds what its service put there; what cannot be read is no region
            return null;
        }
    }
}
