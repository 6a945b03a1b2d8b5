package org.volans.image.ui.internal.canvas;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.volans.api.VoException;
import org.volans.api.image.PixelBlock;
import org.volans.api.image.Sampling;
import org.volans.image.ui.internal.canvas.ImageCache.Painted;
import org.volans.ui.work.Failure;

/**
 * Makes painted tiles outside of the UI thread, the newest wishes first; what the view wants no more is given up. Methods are
 * called on the UI thread.
 */
final class Tiles {

    private static final int WORKERS =
            Math.max(1, Math.min(3, Runtime.getRuntime().availableProcessors() - 1));
    private static final PaletteData RGB = new PaletteData(0xff0000, 0xff00, 0xff);

    private final Control owner;
    private final Display display;
    private final Runnable arrived;
    private final Consumer<Failure> failed;
    private final ValueCache values = new ValueCache();
    private final ImageCache images = new ImageCache();
    private final Job[] workers = new Job[WORKERS];

    /** Guards the queue and what is being made, which the workers see too. */
    private final Object lock = new Object();

    private final Deque<TileKey> queue = new ArrayDeque<>();
    private final Map<TileKey, NullProgressMonitor> making = new HashMap<>();
    private Optional<Scene> scene = Optional.empty();
    private List<TileKey> wanted = List.of();

    /**
     * @param arrived told when a tile can be drawn
     * @param failed  told when one cannot be read
     */
    Tiles(Control owner, Runnable arrived, Consumer<Failure> failed) {
        this.owner = owner;
        this.display = owner.getDisplay();
        this.arrived = arrived;
        this.failed = failed;
        for (int i = 0; i < WORKERS; i++) {
            workers[i] = Job.createSystem("Image tiles", (ICoreRunnable) monitor -> work());
            workers[i].setPriority(Job.SHORT);
        }
        owner.addDisposeListener(e -> {
            show(Optional.empty());
            images.clear();
        });
    }

    /** Shows something else, or the same in other colours: tiles of the same values stay until their new ones arrive. */
    void show(Optional<Scene> newScene) {
        boolean same =
                newScene.isPresent() && scene.isPresent() && newScene.get().sameValues(scene.get());
        synchronized (lock) {
            scene = newScene;
            queue.clear();
            making.values().forEach(m -> m.setCanceled(true));
            making.clear();
            if (!same) {
                values.clear();
            }
        }
        if (!same) {
            images.clear();
        }
        wanted = List.of();
        if (newScene.isPresent()) {
            want(List.of());
        }
    }

    /** Says which tiles the view shows, the most important first. The overview is always made before them. */
    void want(List<TileKey> keys) {
        wanted = keys;
        boolean more;
        synchronized (lock) {
            queue.clear();
            add(TileKey.OVERVIEW);
            keys.forEach(this::add);
            making.forEach((key, monitor) -> {
                if (key != TileKey.OVERVIEW && !keys.contains(key)) {
                    monitor.setCanceled(true);
                }
            });
            more = !queue.isEmpty();
        }
        if (more) {
            for (Job worker : workers) {
                worker.schedule();
            }
        }
    }

    private void add(TileKey key) {
        @Nullable NullProgressMonitor maker = making.get(key);
        if (!current(key) && (maker == null || maker.isCanceled())) {
            queue.add(key);
        }
    }

    private boolean current(TileKey key) {
        return images.get(key).filter(p -> p.scene() == scene.orElse(null)).isPresent();
    }

    /** A painted tile, perhaps still in the colours before. */
    Optional<Image> image(TileKey key) {
        return images.get(key).map(Painted::image);
    }

    /** Values of a tile if they are at hand. */
    Optional<PixelBlock> block(TileKey key) {
        return values.get(key);
    }

    /** Whether everything that is wanted has been painted. */
    boolean complete() {
        return current(TileKey.OVERVIEW) && wanted.stream().allMatch(this::current);
    }

    private void work() {
        while (true) {
            TileKey key;
            Scene from;
            NullProgressMonitor monitor = new NullProgressMonitor();
            synchronized (lock) {
                if (scene.isEmpty() || queue.isEmpty()) {
                    return;
                }
                key = queue.remove();
                from = scene.get();
                making.put(key, monitor);
            }
            make(key, from, monitor);
        }
    }

    private void make(TileKey key, Scene from, NullProgressMonitor monitor) {
        Runnable update;
        try {
            PixelBlock block = block(key, from, monitor);
            ImageData data = data(block, from.shading().paint(block, from.limits()));
            update = () -> {
                images.put(key, new Painted(new Image(display, data), from), wanted.size());
                arrived.run();
            };
        } catch (OperationCanceledException e) {
            // nobody wants it any more
            update = Tiles::nothing;
        } catch (VoException | RuntimeException | VirtualMachineError e) {
            Failure failure = Failure.of(e);
            ILog.of(Tiles.class).log(failure.status());
            update = () -> failed.accept(failure);
        }
        deliver(key, from, monitor, update);
    }

    private static void nothing() {
        // the tile was given up
    }

    private PixelBlock block(TileKey key, Scene from, NullProgressMonitor monitor) throws VoException {
        if (key.equals(TileKey.OVERVIEW)) {
            return from.overview();
        }
        Optional<PixelBlock> kept = values.get(key);
        if (kept.isPresent()) {
            return kept.get();
        }
        PixelBlock read = from.pixels()
                .read(
                        from.plane(),
                        key.area(from.plane().width(), from.plane().height()),
                        key.step(),
                        Sampling.MEAN,
                        monitor);
        synchronized (lock) {
            if (scene.filter(s -> s.sameValues(from)).isPresent()) {
                values.put(key, read);
            }
        }
        return read;
    }

    private static ImageData data(PixelBlock block, int[] colors) {
        ImageData data = new ImageData(block.width(), block.height(), 24, RGB);
        for (int y = 0; y < block.height(); y++) {
            data.setPixels(0, y, block.width(), colors, y * block.width());
        }
        return data;
    }

    /** A tile counts as being made until the UI thread has it, so that it is not wished for again meanwhile. */
    private void deliver(TileKey key, Scene from, NullProgressMonitor monitor, Runnable update) {
        if (display.isDisposed()) {
            return;
        }
        display.asyncExec(() -> {
            synchronized (lock) {
                making.remove(key, monitor);
            }
            if (!owner.isDisposed() && scene.filter(s -> s == from).isPresent()) {
                update.run();
            }
        });
    }
}
