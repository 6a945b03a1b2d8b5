package org.volans.product;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The product, and other programs, as processes in a folder. */
final class Volans {

    /** Where the product is. */
    static final Path PRODUCT = Path.of(System.getProperty("volans.product"));

    /** Where the product with the workbench is. */
    static final Path DESKTOP = Path.of(System.getProperty("volans.desktop"));

    /** Volans' update site. */
    static final Path SITE = Path.of(System.getProperty("volans.repository"));

    /** The update site of the examples. */
    static final Path EXAMPLES = Path.of(System.getProperty("volans.examples"));

    private static final long PATIENCE_SECONDS = 300;

    private final Path folder;
    private Path product = PRODUCT;
    private long patience = PATIENCE_SECONDS;
    private final Map<String, String> environment = new LinkedHashMap<>();

    /** How a process ended. */
    record Outcome(List<String> command, int code, String out, String err) {

        /** The lines on standard error by which a command says that it failed. */
        List<String> complaints() {
            return err.lines().filter(line -> line.startsWith("volans: ")).toList();
        }

        @Override
        public String toString() {
            return String.join(" ", command) + "\nexit code " + code + "\n" + out + err;
        }
    }

    /** @param folder what the user stands in */
    Volans(Path folder) {
        this.folder = folder;
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        // the jobs of tests are no business of whoever runs them
        environment.put(
                "XDG_STATE_HOME", Path.of("target", "state").toAbsolutePath().toString());
    }

    /** Runs the {@code volans} of another product. */
    Volans of(Path other) {
        product = other;
        return this;
    }

    /** Waits longer than usual for processes to end. */
    Volans patient(long seconds) {
        patience = seconds;
        return this;
    }

    /** Sets a variable of the environment; empty takes it out. */
    Volans with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Runs {@code volans} with these words to its end. */
    Outcome run(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(product.resolve("volans").toString()));
        command.addAll(Arrays.asList(words));
        return execute(command);
    }

    /** Runs any program to its end. */
    Outcome execute(List<String> command) throws IOException, InterruptedException {
        Path out = Files.createTempFile("volans-test-", ".out");
        Path err = Files.createTempFile("volans-test-", ".err");
        try {
            Process process = builder(command)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(patience, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("still running after " + patience + " s: " + command);
            }
            return new Outcome(command, process.exitValue(), text(out), text(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    /** Starts {@code volans} with these words; what it says on standard error goes to ours. */
    Process start(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(product.resolve("volans").toString()));
        command.addAll(Arrays.asList(words));
        return start(command);
    }

    /** Starts {@code volans} with these words; what it says goes into two files. */
    Process start(Path out, Path err, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(product.resolve("volans").toString()));
        command.addAll(Arrays.asList(words));
        return builder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
    }

    /** Starts any program; what it says on standard error goes to ours. */
    Process start(List<String> command) throws IOException {
        return builder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("VOLANS_"));
        builder.environment().putAll(environment);
        builder.environment().values().removeIf(String::isEmpty);
        return builder;
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
