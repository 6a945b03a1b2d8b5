package org.volans.image.ui.internal.canvas;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.graphics.Image;

/** Painted tiles, which are memory of the window system: those used last, up to a number of bytes. UI thread only. */
final class ImageCache {

    private static final long MOST_BYTES = 96L << 20;

    /**
     * A painted tile.
     *
     * @param image its colours
     * @param scene what it was painted from
     */
    record Painted(Image image, Scene scene) {

        private long bytes() {
            return 4L * image.getBounds().width * image.getBounds().height;
        }
    }

    private final Map<TileKey, Painted> tiles = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

    Optional<Painted> get(TileKey key) {
        return Optional.ofNullable(tiles.get(key));
    }

    /**
     * Adds a tile in place of the one before.
     *
     * @param needed how many tiles the view wants, which are kept however many they are
     */
    void put(TileKey key, Painted painted, int needed) {
        @Nullable Painted before = tiles.put(key, painted);
        bytes += painted.bytes();
        if (before != null) {
            bytes -= before.bytes();
            before.image.dispose();
        }
        long most = Math.max(MOST_BYTES, 6L * needed * TileKey.SIZE * TileKey.SIZE);
        Iterator<Map.Entry<TileKey, Painted>> oldest = tiles.entrySet().iterator();
        while (bytes > most && oldest.hasNext()) {
            Map.Entry<TileKey, Painted> entry = oldest.next();
            if (entry.getKey() != TileKey.OVERVIEW) {
                bytes -= entry.getValue().bytes();
                entry.getValue().image.dispose();
                oldest.remove();
            }
        }
    }

    void clear() {
        tiles.values().forEach(p -> p.image.dispose());
        tiles.clear();
        bytes = 0;
    }
}
