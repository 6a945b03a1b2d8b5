package org.volans.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The workbench as a process: opened on the embedded sky, then closed as the system does at its end. */
record Workbench(Volans volans) {

    private static final long PATIENCE_SECONDS = 120;

    void openAndClose(Path workspace) throws IOException, InterruptedException {
        Path objects = workspace.resolve("Observatory").resolve("objects.vot");
        // what an earlier session wrote would be taken for a sign of this one
        Files.deleteIfExists(objects);
        Process process = volans.start("--sky", "-data", workspace.toString());
        try {
            awaitFile(objects, process);
        } finally {
            // the script waits for Java, which closes the workbench on this signal
            process.children().forEach(ProcessHandle::destroy);
        }
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(errors(workspace.resolve(".metadata/.log"))).isEmpty();
    }

    /** What the log says went wrong; not what a JVM that is being ended no longer does, such as starting Java 2D for an icon. */
    private static List<String> errors(Path log) throws IOException {
        if (!Files.exists(log)) {
            return List.of();
        }
        return Arrays.stream(Files.readString(log).split("!ENTRY "))
                .filter(entry -> entry.matches("(?s)\\S+ 4 .*") && !entry.contains("Shutdown in progress"))
                .toList();
    }

    /**
     * Opens files as a file manager does: the first starts the workbench, the second finds it running. Both are then linked into the
     * project, which is what this waits for.
     */
    void open(Path workspace, Path first, Path second) throws IOException, InterruptedException {
        Path project = workspace.resolve("Observatory").resolve(".project");
        Process process = volans.start("--open", first.toString(), "-data", workspace.toString());
        try {
            awaitText(project, first.getFileName().toString(), process);
            Volans.Outcome outcome = volans.run("--open", second.toString(), "-data", workspace.toString());
            assertThat(outcome.code()).as(outcome.toString()).isZero();
            awaitText(project, second.getFileName().toString(), process);
        } finally {
            process.children().forEach(ProcessHandle::destroy);
        }
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    private static void awaitText(Path file, String text, Process process) throws IOException, InterruptedException {
        awaitFile(file, process);
        try (WatchService watch = file.getFileSystem().newWatchService()) {
            file.getParent()
                    .register(watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
            while (!Files.readString(file).contains(text)) {
                awaitChange(watch, text + " in " + file, process);
            }
        }
    }

    private static void awaitFile(Path file, Process process) throws IOException, InterruptedException {
        Path parent = file.getParent();
        if (!Files.exists(parent)) {
            awaitFile(parent, process);
        }
        try (WatchService watch = parent.getFileSystem().newWatchService()) {
            parent.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            while (!Files.exists(file)) {
                awaitChange(watch, file.toString(), process);
            }
        }
    }

    private static void awaitChange(WatchService watch, String what, Process process) throws InterruptedException {
        assertThat(process.isAlive()).as("the workbench runs").isTrue();
        WatchKey key = watch.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(key).as(what + " within " + PATIENCE_SECONDS + " s").isNotNull();
        key.reset();
    }
}
