package org.volans.launch;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Build step: takes DuckDB's library for the product's system out of its jar.
 *
 * <p>DuckDB would unpack it, 70 MB, into the temporary folder on every start, a third of a second; it does without where its jar
 * has none for the system and {@code java.library.path} has one. Those for other systems, 55 MB, are left out.
 */
final class NativeLibrary {

    static final String IN_JAR = "libduckdb_java.so_";

    private NativeLibrary() {}

    static void unpack(Path plugins, Path target, TargetSystem system) throws IOException {
        Path library = target.resolve(system.libraryOnDisk());
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(plugins, "org.duckdb.duckdb_jdbc_*.jar")) {
            for (Path jar : jars) {
                // A zip file system moves the other entries as they are; rewriting the jar would compress all anew.
                try (FileSystem zip = FileSystems.newFileSystem(jar);
                        DirectoryStream<Path> inside = Files.newDirectoryStream(zip.getPath("/"), IN_JAR + "*")) {
                    for (Path entry : inside) {
                        if (entry.getFileName().toString().equals(system.libraryInJar())) {
                            Files.createDirectories(target);
                            Files.copy(entry, library, StandardCopyOption.REPLACE_EXISTING);
                        }
                        Files.delete(entry);
                    }
                }
            }
        }
        if (!Files.exists(library)) {
            throw new IOException("DuckDB's jar in " + plugins + " has no " + system.libraryInJar());
        }
    }
}
