package org.volans.launch;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/**
 * Build step: takes DuckDB's library for this system out of its jar.
 *
 * <p>DuckDB would unpack it, 70 MB, into the temporary folder on every start, a third of a second; it does without where its jar
 * has none for the system and {@code java.library.path} has one. Those for other systems stay in the jar.
 */
final class NativeLibrary {

    private NativeLibrary() {}

    static void unpack(Path plugins, Path target) throws IOException {
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(plugins, "org.duckdb.duckdb_jdbc_*.jar")) {
            for (Path jar : jars) {
                // A zip file system moves the other entries as they are; rewriting the jar would compress 170 MB anew.
                try (FileSystem zip = FileSystems.newFileSystem(jar)) {
                    Path library = zip.getPath("libduckdb_java.so_" + system() + "_" + processor());
                    if (Files.exists(library)) {
                        Files.createDirectories(target);
                        Files.copy(
                                library,
                                target.resolve(System.mapLibraryName("duckdb_java")),
                                StandardCopyOption.REPLACE_EXISTING);
                        Files.delete(library);
                    }
                }
            }
        }
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return "windows";
        }
        return name.startsWith("mac") ? "macos" : "linux";
    }

    private static String processor() {
        String name = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return name.equals("aarch64") || name.equals("arm64") ? "arm64" : "amd64";
    }
}
