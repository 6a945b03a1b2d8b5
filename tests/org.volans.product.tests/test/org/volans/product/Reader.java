package org.volans.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Somebody who does what a page says, to the letter: runs its {@code sh} blocks one after the other in one shell's state, makes
 * the changes of its {@code diff} blocks, and looks whether its {@code text} blocks are what was printed and its {@code java}
 * blocks what is in the files. In an expected line "…" stands for anything.
 *
 * <p>A block of a command that runs until it is interrupted is for another terminal; it is interrupted at the end.
 */
final class Reader implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 1200;

    private final Path state;
    private final Map<String, String> environment;
    private final List<Process> terminals = new ArrayList<>();
    private Path folder;
    private String printed = "";

    /**
     * @param folder      where the reader stands at first
     * @param environment of the reader's shell, besides this program's
     */
    Reader(Path folder, Map<String, String> environment) throws IOException {
        this.folder = folder;
        this.environment = environment;
        state = Files.createTempDirectory("volans-reader-");
        Files.writeString(state.resolve("variables"), "");
    }

    void follow(Page.Block block) throws Exception {
        switch (block.language()) {
            case "sh" -> run(block);
            case "diff" -> change(block);
            case "java" ->
                assertThat(sources())
                        .as("line %d: in the sources", block.line())
                        .contains(block.text());
            case "text" -> assertPrinted(block);
            default ->
                throw new AssertionError("line " + block.line() + ": what is a block of '" + block.language() + "'?");
        }
    }

    private void run(Page.Block block) throws Exception {
        String commands = block.text();
        if (commands.startsWith("volans samp listen")) {
            listen(commands);
            return;
        }
        Path output = state.resolve("output");
        Process shell = shell("set -eua\n. '" + state + "/variables'\n" + commands + "\nexport -p > '" + state
                        + "/variables'\npwd > '" + state + "/folder'\n")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        shell.getOutputStream().close();
        assertThat(shell.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .as("line %d ends", block.line())
                .isTrue();
        printed = Files.readString(output);
        assertThat(shell.exitValue())
                .as("line %d\n%s%s", block.line(), commands, printed)
                .isZero();
        folder = Path.of(Files.readString(state.resolve("folder")).strip());
    }

    private ProcessBuilder shell(String commands) {
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", commands).directory(folder.toFile());
        shell.environment().keySet().removeIf(name -> name.startsWith("VOLANS_"));
        shell.environment().putAll(environment);
        return shell;
    }

    /** What it prints is read when the page shows it. */
    private void listen(String command) throws Exception {
        Path output = state.resolve("terminal" + terminals.size());
        Files.createFile(output);
        Process terminal = shell("exec " + command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        terminals.add(terminal);
        await(output, Pattern.compile("listening"), terminal);
    }

    private static void await(Path output, Pattern wanted, Process writer) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!wanted.matcher(Files.readString(output)).find()) {
            assertThat(System.nanoTime() < deadline && writer.isAlive())
                    .as("'%s' in\n%s", wanted, Files.readString(output))
                    .isTrue();
            writer.waitFor(100, TimeUnit.MILLISECONDS);
        }
    }

    /** In what the last command printed, or in what another terminal shows by now. */
    private void assertPrinted(Page.Block block) throws Exception {
        for (String line : block.lines()) {
            Pattern wanted = Pattern.compile(
                    Stream.of(line.strip().split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
            if (wanted.matcher(printed).find()) {
                continue;
            }
            assertThat(terminals)
                    .as("line %d: '%s' in\n%s", block.line(), line, printed)
                    .isNotEmpty();
            await(state.resolve("terminal" + (terminals.size() - 1)), wanted, terminals.getLast());
        }
    }

    /** Each hunk's old lines stand once in the file, and give way to its new ones. */
    private void change(Page.Block block) throws IOException {
        Path file = folder;
        List<String> old = new ArrayList<>();
        List<String> fresh = new ArrayList<>();
        for (String line :
                Stream.concat(block.lines().stream(), Stream.of("@@")).toList()) {
            if (line.startsWith("+++ ")) {
                file = folder.resolve(line.substring(4).strip());
            } else if (line.startsWith("@@")) {
                replace(file, old, fresh, block);
                old.clear();
                fresh.clear();
            } else if (!line.startsWith("--- ")) {
                if (!line.startsWith("+")) {
                    old.add(line.isEmpty() ? "" : line.substring(1));
                }
                if (!line.startsWith("-")) {
                    fresh.add(line.isEmpty() ? "" : line.substring(1));
                }
            }
        }
    }

    private static void replace(Path file, List<String> old, List<String> fresh, Page.Block block) throws IOException {
        if (old.isEmpty() && fresh.isEmpty()) {
            return;
        }
        String text = Files.readString(file);
        String from = String.join("\n", old) + "\n";
        assertThat(text.split(Pattern.quote(from), -1))
                .as("line %d: once in %s\n%s", block.line(), file, from)
                .hasSize(2);
        Files.writeString(file, text.replace(from, String.join("\n", fresh) + "\n"));
    }

    private String sources() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(Reader::text)
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        for (Process terminal : terminals) {
            terminal.destroy();
            terminal.onExit().orTimeout(20, TimeUnit.SECONDS).join();
        }
    }
}
