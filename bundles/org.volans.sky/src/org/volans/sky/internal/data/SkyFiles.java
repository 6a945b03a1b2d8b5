package org.volans.sky.internal.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.volans.api.InputException;
import org.volans.api.io.WholeFile;

/**
 * The FITS files of the sky: made when first asked for and kept in a folder of the user's cache. A file that is not what it
 * should be (another length or another header) is made again. Each is written beside its place and then moved, so that
 * several processes may start at once: the last one's file, which is the same, stays. Safe for concurrent use.
 */
public final class SkyFiles {

    /** Part of the folder's name; to be raised whenever other bytes are made. */
    static final String VERSION = "1";

    private final Path folder;
    private final Map<String, ImageSpec> specs;
    private final RadioSky sky;
    private final Map<String, Object> locks = new ConcurrentHashMap<>();

    SkyFiles(Path folder, Iterable<ImageSpec> specs, RadioSky sky) {
        this.folder = folder;
        this.sky = sky;
        this.specs = java.util.stream.StreamSupport.stream(specs.spliterator(), false)
                .collect(Collectors.toUnmodifiableMap(ImageSpec::path, Function.identity()));
    }

    /** {@code $XDG_CACHE_HOME/volans/sky}, with {@code ~/.cache} where the variable is not an absolute path. */
    static Path cacheFolder(Function<String, String> environment, Path home) {
        String set = environment.apply("XDG_CACHE_HOME");
        boolean usable = set != null && !set.isEmpty() && Path.of(set).isAbsolute();
        Path cache = usable ? Path.of(set) : home.resolve(".cache");
        return cache.resolve("volans").resolve("sky");
    }

    /** Whether there is a file of that name, made already or not. */
    public boolean knows(String path) {
        return specs.containsKey(path);
    }

    /** What is in a file. */
    ImageSpec spec(String path) {
        ImageSpec spec = specs.get(path);
        if (spec == null) {
            throw new IllegalArgumentException("the sky has no file " + path);
        }
        return spec;
    }

    /** Bytes of a file, made already or not. */
    public long size(String path) {
        ImageSpec spec = spec(path);
        return FitsHeader.padded(ImageHeader.of(spec).bytes().length + spec.dataBytes());
    }

    /**
     * The file on disk, made now when it is not there.
     *
     * @throws InputException when it cannot be written
     */
    public Path file(String path) throws InputException {
        ImageSpec spec = spec(path);
        Path file = folder.resolve(path);
        synchronized (locks.computeIfAbsent(path, key -> new Object())) {
            if (!good(file, spec)) {
                make(file, spec);
            }
        }
        return file;
    }

    private boolean good(Path file, ImageSpec spec) throws InputException {
        byte[] header = ImageHeader.of(spec).bytes();
        try {
            if (!Files.isRegularFile(file) || Files.size(file) != size(spec.path())) {
                return false;
            }
            try (InputStream in = Files.newInputStream(file)) {
                return Arrays.equals(in.readNBytes(header.length), header);
            }
        } catch (IOException e) {
            throw new InputException(file + " cannot be read (" + e.getMessage() + "); delete it", e);
        }
    }

    private void make(Path file, ImageSpec spec) throws InputException {
        try {
            Files.createDirectories(folder(file));
        } catch (IOException e) {
            throw unwritable("cannot write '" + file + "': " + WholeFile.reason(e), e);
        }
        try (WholeFile whole = WholeFile.begin(file)) {
            fill(whole, spec);
            whole.keep();
        } catch (InputException e) {
            throw unwritable(e.getMessage(), e);
        }
    }

    private void fill(WholeFile whole, ImageSpec spec) throws InputException {
        try {
            new ImageWriter(spec, sky).write(whole.part());
        } catch (IOException e) {
            throw whole.fault(e);
        }
    }

    private static Path folder(Path file) {
        Path parent = file.getParent();
        return parent == null ? Path.of("") : parent;
    }

    private static InputException unwritable(String what, Exception cause) {
        return new InputException(
                "the sky's data: " + what + "; make room there or set XDG_CACHE_HOME to another folder", cause);
    }
}
