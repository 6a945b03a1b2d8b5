package org.volans.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Follows {@code docs/tutorial/by-command.md} to the letter, in a fresh folder: every command is typed, and what comes out is what the
 * page prints. With {@code -Dvolans.tutorial.refresh=true} the page's outputs and pictures are renewed instead.
 */
class TutorialByCommandTest {

    private static final Path DOCS = Path.of("../../docs").toAbsolutePath().normalize();
    private static final Path PAGE = DOCS.resolve("tutorial/by-command.md");
    private static final Path PICTURES = DOCS.resolve("images");
    private static final Path EXAMPLES = DOCS.resolve("examples");
    private static final boolean REFRESH = Boolean.getBoolean("volans.tutorial.refresh");

    private static final String HOW_TO_REFRESH = "To renew the page, and then look at what has changed in it:\n"
            + "  ./mvnw verify -pl releng/org.volans.target,tests/org.volans.product.tests -Dtest=TutorialByCommandTest"
            + " -Dvolans.tutorial.refresh=true";

    /** Where the page's reader stands, and the port that the sky has there. */
    private static final String FOLDER = "~/radio-realm";

    private static final String PORT = "8080";

    /** A picture of the page that a command has made: {@code tutorial-NAME} is the folder's {@code NAME}. */
    private static final Pattern PICTURE = Pattern.compile("\\]\\(\\.\\./images/tutorial-([^)]+)\\)");

    @TempDir
    private Path home;

    private Path folder;
    private String port = PORT;
    private final List<String> failures = new ArrayList<>();
    private final List<String> differences = new ArrayList<>();

    @Test
    void thePageSaysWhatComesOut() throws Exception {
        folder = Files.createDirectory(home.resolve("radio-realm"));
        port = freePort();
        ConsolePage page = ConsolePage.parse(Files.readAllLines(PAGE));
        List<ConsolePage.Part> now = new ArrayList<>();
        try (Terminal terminal = new Terminal(folder, environment())) {
            for (ConsolePage.Part part : page.parts()) {
                now.add(follow(part, terminal));
            }
        }
        assertThat(String.join("\n", failures)).isEmpty();
        pictures(page);
        if (REFRESH) {
            Files.write(PAGE, new ConsolePage(now).lines());
        } else {
            assertThat(String.join("\n", differences))
                    .as("%s\n%s", PAGE, HOW_TO_REFRESH)
                    .isEmpty();
        }
    }

    private ConsolePage.Part follow(ConsolePage.Part part, Terminal terminal) throws Exception {
        return switch (part) {
            case ConsolePage.Prose prose -> {
                fetchExamples(prose);
                yield prose;
            }
            case ConsolePage.Made file -> {
                Files.write(folder.resolve(file.name()), file.content());
                yield file;
            }
            case ConsolePage.Exchange exchange -> type(exchange, terminal);
        };
    }

    /** What the page links to among the examples, its reader has fetched. */
    private void fetchExamples(ConsolePage.Prose prose) throws IOException {
        var links = Pattern.compile("\\]\\(\\.\\./examples/([^)]+)\\)").matcher(String.join("\n", prose.text()));
        while (links.find()) {
            Files.copy(
                    EXAMPLES.resolve(links.group(1)),
                    folder.resolve(links.group(1)),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private ConsolePage.Exchange type(ConsolePage.Exchange exchange, Terminal terminal) throws Exception {
        String command = exchange.typed().replace(PORT, port);
        Terminal.Answer answer = terminal(exchange, command, terminal);
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

    private Terminal.Answer terminal(ConsolePage.Exchange exchange, String command, Terminal terminal)
            throws Exception {
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

    /** Letters are drawn a little differently from machine to machine, so sizes are compared, not pixels. */
    private void pictures(ConsolePage page) throws IOException {
        var shown = PICTURE.matcher(String.join("\n", page.lines()));
        while (shown.find()) {
            Path made = folder.resolve(shown.group(1));
            Path kept = PICTURES.resolve("tutorial-" + made.getFileName());
            assertThat(made).exists();
            if (REFRESH) {
                Files.copy(made, kept, StandardCopyOption.REPLACE_EXISTING);
            }
            BufferedImage now = ImageIO.read(made.toFile());
            BufferedImage then = ImageIO.read(kept.toFile());
            if (now.getWidth() != then.getWidth() || now.getHeight() != then.getHeight()) {
                differences.add("the picture " + kept + " is of another size than what the command makes now");
            }
        }
    }

    private Map<String, String> environment() {
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
                .filter(TutorialByCommandTest::isFree)
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
}
