package org.volans.product;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A shell in which commands are typed one after the other; what they print on either stream comes out in one. */
final class Terminal implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 120;
    private static final String MARK = "--- the command has ended with ";

    private final Process shell;
    private final Writer keys;
    private final BlockingQueue<String> printed = new LinkedBlockingQueue<>();

    /** What came out, and the exit code. */
    record Answer(List<String> lines, int code) {}

    /** @param environment what differs from ours */
    Terminal(Path folder, Map<String, String> environment) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder("bash", "--norc").directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("VOLANS_"));
        builder.environment().putAll(environment);
        shell = builder.start();
        keys = shell.outputWriter();
        Thread.ofPlatform().daemon().start(this::read);
    }

    private void read() {
        try (BufferedReader out = shell.inputReader()) {
            out.lines().forEach(printed::add);
        } catch (UncheckedIOException | IOException e) {
            printed.add("(the terminal cannot be read any more: " + e.getMessage() + ")");
        }
    }

    /** Runs a command to its end. */
    Answer run(String command) throws IOException, InterruptedException {
        type(command);
        return listen(true, line -> false);
    }

    /**
     * Starts a command that goes on in the background.
     *
     * @param last whether a line is the one by which it says that it is up
     */
    Answer start(String command, Predicate<String> last) throws IOException, InterruptedException {
        type(command);
        return listen(false, last);
    }

    private void type(String command) throws IOException {
        // a command must not take what is typed next for its input
        keys.write("{\n" + command + "\n} < /dev/null\nprintf '%s%d\\n' '" + MARK + "' $?\n");
        keys.flush();
    }

    private Answer listen(boolean alreadyUp, Predicate<String> last) throws InterruptedException {
        List<String> lines = new ArrayList<>();
        int code = -1;
        boolean up = alreadyUp;
        while (code < 0 || !up) {
            String line = printed.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (line == null) {
                lines.add("(nothing more within " + PATIENCE_SECONDS + " s)");
                break;
            }
            // what does not end its last line has the mark behind it
            int mark = line.indexOf(MARK);
            String said = mark < 0 ? line : line.substring(0, mark);
            if (mark >= 0) {
                code = Integer.parseInt(line.substring(mark + MARK.length()));
            }
            if (mark != 0) {
                lines.add(said);
                up = up || last.test(said);
            }
        }
        return new Answer(lines, code);
    }

    /** Ends the shell and whatever it has started that runs still. */
    @Override
    public void close() throws IOException {
        List<ProcessHandle> started = shell.descendants().toList();
        keys.close();
        started.forEach(ProcessHandle::destroy);
        shell.destroy();
        started.forEach(
                process -> process.onExit().orTimeout(20, TimeUnit.SECONDS).join());
    }
}
