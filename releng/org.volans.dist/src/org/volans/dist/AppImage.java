package org.volans.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * An image by jpackage: a program to start, the product and the Java to run it, in one folder. jpackage makes it only for the
 * system it runs on.
 */
final class AppImage {

    private AppImage() {}

    /** Returns the image's folder, below {@code folder}. */
    static Path make(Product product, JavaRuntime runtime, Path packed, String version, Path icon, Path folder)
            throws IOException, InterruptedException {
        Tree.delete(folder);
        Path input = Files.createDirectories(folder.resolve("input"));
        // Only the jar that starts: jpackage would put every other jar on the class path.
        Files.copy(product.folder().resolve("launcher/volans-launch.jar"), input.resolve("volans-launch.jar"));
        Program.run(
                Program.ofJdk("jpackage"),
                "--type",
                "app-image",
                "--name",
                "volans",
                "--app-version",
                version,
                "--input",
                input.toString(),
                "--main-jar",
                "volans-launch.jar",
                "--main-class",
                "org.volans.launch.Starter",
                "--runtime-image",
                runtime.folder().toString(),
                "--icon",
                icon.toString(),
                "--java-options",
                "-Dvolans.product=$APPDIR/product -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx32m",
                "--dest",
                folder.toString());
        Tree.delete(input);
        Path image = only(folder);
        Path inside = find(image, "volans-launch.jar").resolveSibling("product");
        Tree.copy(product.folder(), inside);
        Tree.delete(inside.resolve(Packed.FOLDER));
        Tree.copy(packed, inside.resolve(Packed.FOLDER));
        if (!product.system().isWindows()) {
            Path java = find(image, "release").getParent();
            // So that the launcher inside does the same when it is called directly.
            Files.createSymbolicLink(inside.resolve("runtime"), inside.relativize(java));
        }
        return image;
    }

    private static Path only(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.findFirst().orElseThrow(() -> new IOException("jpackage made nothing in " + folder));
        }
    }

    private static Path find(Path folder, String name) throws IOException {
        return Tree.list(folder).stream()
                .filter(path -> path.endsWith(name))
                .findFirst()
                .orElseThrow(() -> new IOException("no " + name + " in " + folder));
    }
}
