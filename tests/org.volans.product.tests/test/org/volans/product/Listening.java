package org.volans.product;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** {@code volans samp listen --json} as a process. */
final class Listening implements AutoCloseable {

    private final Process process;
    private final List<JsonObject> events = new CopyOnWriteArrayList<>();
    private final Thread reader;

    Listening(Volans volans, Map<String, String> environment, String... words) throws IOException {
        environment.forEach(volans::with);
        String[] command = new String[words.length + 3];
        System.arraycopy(new String[] {"samp", "listen", "--json"}, 0, command, 0, 3);
        System.arraycopy(words, 0, command, 3, words.length);
        process = volans.start(command);
        reader = Thread.ofPlatform().daemon().start(this::read);
    }

    private void read() {
        try (BufferedReader out = process.inputReader()) {
            out.lines().forEach(line -> events.add(JsonParser.parseString(line).getAsJsonObject()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was printed so far. */
    List<JsonObject> events() {
        return List.copyOf(events);
    }

    /** Waits for an event that is printed. */
    JsonObject await(String what, Predicate<JsonObject> wanted) {
        Neighbours.until(what + " among " + events, () -> events.stream().anyMatch(wanted));
        return events.stream().filter(wanted).findFirst().orElseThrow();
    }

    static String text(JsonObject event, String member) {
        return event.get(member).getAsString();
    }

    /** Ends it as a user does, by an interrupt; the exit code. */
    int stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            throw new AssertionError("it does not end");
        }
        reader.join();
        return process.exitValue();
    }

    @Override
    public void close() throws InterruptedException {
        if (process.isAlive()) {
            stop();
        }
    }
}
