package org.volans.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;

/** A product of a test's own, to install plug-ins into. */
final class ProductCopy {

    /** Rewritten in place; all else is only read, added to or deleted, and may be one file with the original. */
    private static final Set<String> REWRITTEN = Set.of("p2", "configuration", "launcher", "artifacts.xml");

    private final Path folder;

    private ProductCopy(Path folder) {
        this.folder = folder;
    }

    static ProductCopy of(Path product, Path folder) throws IOException {
        Files.walkFileTree(product, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) throws IOException {
                if (each.equals(product.resolve("run"))) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(folder.resolve(product.relativize(each).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path each, BasicFileAttributes attributes) throws IOException {
                Path relative = product.relativize(each);
                Path target = folder.resolve(relative.toString());
                if (REWRITTEN.contains(relative.getName(0).toString())) {
                    Files.copy(each, target, StandardCopyOption.COPY_ATTRIBUTES);
                } else {
                    link(target, each);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return new ProductCopy(folder);
    }

    /** A folder with all in it. */
    static void copy(Path from, Path to) throws IOException {
        try (var paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static void link(Path target, Path existing) throws IOException {
        try {
            Files.createLink(target, existing);
        } catch (IOException | UnsupportedOperationException e) {
            // the temporary folder is on another file system
            Files.copy(existing, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    Path folder() {
        return folder;
    }

    /** Every file and folder, but for the state that any start writes into {@code run}, with the checksum of its content. */
    SortedMap<String, Long> content() throws IOException {
        SortedMap<String, Long> all = new TreeMap<>();
        try (var paths = Files.walk(folder)) {
            paths.filter(path -> !path.startsWith(folder.resolve("run")))
                    .forEach(path -> all.put(folder.relativize(path).toString(), checksum(path)));
        }
        return all;
    }

    private static long checksum(Path path) {
        try {
            CRC32 crc = new CRC32();
            if (Files.isRegularFile(path)) {
                crc.update(Files.readAllBytes(path));
            }
            return crc.getValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
