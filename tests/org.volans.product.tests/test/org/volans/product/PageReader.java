package org.volans.product;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Somebody who follows pages to the letter: stands in a folder, makes the files that they give, types their commands into one terminal, and
 * notes where something else comes out than they print.
 */
final class PageReader implements AutoCloseable {

    /** Where a reader of the pages stands, and the port that the sky has there. */
    private static final String FOLDER = "~/radio-realm";

    private static final String PORT = "8080";

    private final Path folder;
    private final String port = freePort();
    private final Terminal terminal;
    private final List<String> failures = new ArrayList<>();
    private final List<String> differences = new ArrayList<>();

    /** @param home of the reader, a folder of its own */
    PageReader(Path home) throws IOException {
        folder = Files.createDirectory(home.resolve("radio-realm"));
        terminal = new Terminal(folder, environment(home));
    }

    /** Where it stands. */
    Path folder() {
        return folder;
    }

    /** Commands that ended with another code than 0, with what they said. */
    List<String> failures() {
        return failures;
    }

    /** Where the pages and what comes out are not the same. */
    List<String> differences() {
        return differences;
    }

    /** Follows a page; returns it with what has come out. */
    ConsolePage follow(ConsolePage page) throws Exception {
        List<ConsolePage.Part> now = new ArrayList<>();
        for (ConsolePage.Part part : page.parts()) {
            now.add(follow(part));
        }
        return new ConsolePage(now);
    }

    /** Follows a part of a page; returns it with what has come out. */
    ConsolePage.Part follow(ConsolePage.Part part) throws Exception {
        if (part instanceof ConsolePage.Made file) {
            Files.write(folder.resolve(file.name()), file.content());
        }
        return part instanceof ConsolePage.Exchange exchange ? type(exchange) : part;
    }

    private ConsolePage.Exchange type(ConsolePage.Exchange exchange) throws Exception {
        Terminal.Answer answer = answer(exchange, exchange.typed().replace(PORT, port));
        List<String> output = answer.lines().stream().map(this::asOnThePage).toList();
        if (answer.code() != 0) {
            failures.add("$ " + exchange.typed() + "\nended with " + answer.code() + ":\n" + String.join("\n", output));
        }
        if (Volatile.settled(output).equals(Volatile.settled(exchange.output()))) {
            return exchange;
        }
        differences.add(difference(exchange, output));
        return exchange.with(output);
    }

    private Terminal.Answer answer(ConsolePage.Exchange exchange, String command) throws Exception {
        if (!exchange.inBackground() || exchange.output().isEmpty()) {
            return terminal.run(command);
        }
        String last = Volatile.settled(exchange.output().getLast());
        return terminal.start(
                command, line -> Volatile.settled(asOnThePage(line)).equals(last));
    }

    private String asOnThePage(String line) {
        return line.replace(folder.toString(), FOLDER).replace("127.0.0.1:" + port, "127.0.0.1:" + PORT);
    }

    /** The lines as they stand on the page with -, as they came with +, and those that are the same. */
    private static String difference(ConsolePage.Exchange exchange, List<String> output) {
        List<String> page = exchange.output();
        List<String> told = new ArrayList<>(List.of("$ " + exchange.typed()));
        IntStream.range(0, Math.max(page.size(), output.size())).forEach(at -> {
            String old = at < page.size() ? page.get(at) : null;
            String now = at < output.size() ? output.get(at) : null;
            if (old != null && now != null && Volatile.settled(old).equals(Volatile.settled(now))) {
                told.add("  " + now);
                return;
            }
            if (old != null) {
                told.add("- " + old);
            }
            if (now != null) {
                told.add("+ " + now);
            }
        });
        return String.join("\n", told) + "\n";
    }

    private static Map<String, String> environment(Path home) {
        Map<String, String> ours = System.getenv();
        Map<String, String> theirs = new HashMap<>();
        theirs.put("PATH", Volans.PRODUCT + ":" + ours.get("PATH"));
        theirs.put("HOME", home.toString());
        theirs.put("JAVA_HOME", System.getProperty("java.home"));
        theirs.put("LC_ALL", "C.UTF-8");
        theirs.put("XDG_STATE_HOME", home.resolve("state").toString());
        // the mosaic need not be made again
        theirs.put("XDG_CACHE_HOME", ours.getOrDefault("XDG_CACHE_HOME", ours.get("HOME") + "/.cache"));
        return theirs;
    }

    /** One with as many digits, so that columns of URLs are as wide. */
    private static String freePort() {
        return IntStream.concat(IntStream.of(Integer.parseInt(PORT)), IntStream.range(8100, 9999))
                .filter(PageReader::isFree)
                .mapToObj(Integer::toString)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int candidate) {
        try (ServerSocket socket = new ServerSocket(candidate, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false; // somebody else has it
        }
    }

    /** Leaves the terminal and ends what runs in it still. */
    @Override
    public void close() throws IOException {
        terminal.close();
    }
}
