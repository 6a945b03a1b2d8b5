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

    /** The size is kept beside, since the block may go at any time. */
    private record Kept(SoftReference<PixelBlock> block, long bytes) {}

    private final Map<TileKey, Kept> blocks = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

    synchronized Optional<PixelBlock> get(TileKey key) {
        @Nullable Kept kept = blocks.get(key);
        return kept == null ? Optional.empty() : Optional.ofNullable(kept.block.get());
    }

    synchronized void put(TileKey key, PixelBlock block) {
        Kept kept = new Kept(new SoftReference<>(block), 8L * block.values().length);
        @Nullable Kept before = blocks.put(key, kept);
        bytes += kept.bytes - (before == null ? 0 : before.bytes);
        Iterator<Kept> oldest = blocks.values().iterator();
        while (bytes > MOST_BYTES && oldest.hasNext()) {
            bytes -= oldest.next().bytes;
            oldest.remove();
        }
    }

    synchronized void clear() {
        blocks.clear();
        bytes = 0;
    }
}
