package org.volans.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * What a product's launcher would make at the first command, made beforehand: the state of the framework, which holds no absolute
 * path and so may move, and for a product with its own Java the archive of classes.
 */
final class Packed {

    static final String FOLDER = "launcher/packed";

    private Packed() {}

    /** For a Java that is not known yet: without the class archive, which belongs to one build of Java. */
    static void framework(Product product, Instant time) throws IOException, InterruptedException {
        prepare(product, product.folder().resolve(FOLDER), false, time);
    }

    /** For this run time, in a folder of its own, for there are products with and without it. */
    static void frameworkAndClasses(Product product, JavaRuntime runtime, Path packed, Instant time)
            throws IOException, InterruptedException {
        Path link = product.folder().resolve("runtime");
        Files.createSymbolicLink(link, runtime.folder());
        prepare(product, packed, true, time);
        Files.delete(link);
    }

    /** The launcher itself does it, so that nothing here need know how. */
    private static void prepare(Product product, Path packed, boolean classes, Instant time)
            throws IOException, InterruptedException {
        Path run = product.folder().resolve("run");
        Tree.delete(run);
        Tree.delete(packed);
        ProcessBuilder command =
                new ProcessBuilder(product.folder().resolve("volans").toString(), "--help");
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        command.environment().remove("VOLANS_JAVA_OPTIONS");
        Program.run(command);
        Path made;
        try (Stream<Path> states = Files.list(run)) {
            made = states.filter(one -> Files.isDirectory(one.resolve("framework")))
                    .findFirst()
                    .orElseThrow(() -> new IOException("the launcher made nothing in " + run));
        }
        Files.createDirectories(packed);
        Files.move(made.resolve("framework"), packed.resolve("framework"));
        if (classes) {
            Files.move(made.resolve("classes"), packed.resolve("classes"), StandardCopyOption.REPLACE_EXISTING);
        }
        Tree.delete(run);
        Tree.setTimes(packed, time);
    }
}
