package org.volans.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
            + "  ./mvnw verify -pl releng/org.volans.target,releng/org.volans.docs,tests/org.volans.product.tests -Dtest=TutorialByCommandTest"
            + " -Dvolans.tutorial.refresh=true";

    private static final Pattern EXAMPLE = Pattern.compile("\\]\\(\\.\\./examples/([^)]+)\\)");

    /** A picture of the page that a command has made: {@code tutorial-NAME} is the folder's {@code NAME}. */
    private static final Pattern PICTURE = Pattern.compile("\\]\\(\\.\\./images/tutorial-([^)]+)\\)");

    @TempDir
    private Path home;

    @Test
    void thePageSaysWhatComesOut() throws Exception {
        ConsolePage page = ConsolePage.parse(Files.readAllLines(PAGE));
        List<ConsolePage.Part> now = new ArrayList<>();
        try (PageReader reader = new PageReader(home)) {
            for (ConsolePage.Part part : page.parts()) {
                fetchExamples(part, reader.folder());
                now.add(reader.follow(part));
            }
            assertThat(String.join("\n", reader.failures())).isEmpty();
            pictures(page, reader);
            if (!REFRESH) {
                assertThat(String.join("\n", reader.differences()))
                        .as("%s\n%s", PAGE, HOW_TO_REFRESH)
                        .isEmpty();
            }
        }
        if (REFRESH) {
            Files.write(PAGE, new ConsolePage(now).lines());
        }
    }

    /** What the page links to among the examples, its reader has fetched. */
    private static void fetchExamples(ConsolePage.Part part, Path folder) throws IOException {
        var links = EXAMPLE.matcher(part.lines().collect(Collectors.joining("\n")));
        while (links.find()) {
            Files.copy(
                    EXAMPLES.resolve(links.group(1)),
                    folder.resolve(links.group(1)),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Letters are drawn a little differently from machine to machine, so sizes are compared, not pixels. */
    private static void pictures(ConsolePage page, PageReader reader) throws IOException {
        var shown = PICTURE.matcher(String.join("\n", page.lines()));
        while (shown.find()) {
            Path made = reader.folder().resolve(shown.group(1));
            Path kept = PICTURES.resolve("tutorial-" + made.getFileName());
            assertThat(made).exists();
            if (REFRESH) {
                Files.copy(made, kept, StandardCopyOption.REPLACE_EXISTING);
            }
            BufferedImage now = ImageIO.read(made.toFile());
            BufferedImage then = ImageIO.read(kept.toFile());
            if (now.getWidth() != then.getWidth() || now.getHeight() != then.getHeight()) {
                reader.differences().add("the picture " + kept + " is of another size than what the command makes now");
            }
        }
    }
}
