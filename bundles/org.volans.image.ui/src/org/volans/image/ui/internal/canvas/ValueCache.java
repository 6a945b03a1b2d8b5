package org.volans.image.ui.internal.canvas;

import java.lang.ref.SoftReference;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.image.PixelBlock;

/**
 * Values of tiles, so that other colours need no reading: those used last, up to a number of bytes, and fewer when memory is
 * short. Safe for concurrent use.
 */
final class ValueCache {

    private static final long MOST_BYTES = 64L << 20;

    private final Map<TileKey, SoftReference<PixelBlock>> blocks = new LinkedHashMap<>(64, 0.75f, true);
    private final Map<TileKey, Long> sizes = new LinkedHashMap<>();
    private long bytes;

    synchronized Optional<PixelBlock> get(TileKey key) {
        @Nullable SoftReference<PixelBlock> reference = blocks.get(key);
        return reference == null ? Optional.empty() : Optional.ofNullable(reference.get());
    }

    synchronized void put(TileKey key, PixelBlock block) {
        remove(key);
        long size = 8L * block.values().length;
        blocks.put(key, new SoftReference<>(block));
        sizes.put(key, size);
        bytes += size;
        Iterator<TileKey> oldest = blocks.keySet().iterator();
        while (bytes > MOST_BYTES && oldest.hasNext()) {
            bytes -= sizes.remove(oldest.next());
            oldest.remove();
        }
    }

    private void remove(TileKey key) {
        @Nullable Long size = sizes.remove(key);
        if (size != null) {
            bytes -= size;
            blocks.remove(key);
        }
    }

    synchronized void clear() {
        blocks.clear();
        sizes.clear();
        bytes = 0;
    }
}
