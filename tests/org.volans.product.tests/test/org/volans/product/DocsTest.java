package org.volans.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.volans.docs.CommandHelp;

/** The documentation is of this product: its commands, its views, its words. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocsTest {

    private static final Path DOCS = Path.of(System.getProperty("volans.docs"));
    private static final Pattern PART =
            Pattern.compile("<(?:view|editor) [^>]*?id=\"org\\.volans\\.[\\w.]*?\\.(\\w+?)(?:View|Editor)\"");

    /** What commands print with {@code --help}: each is asked once. */
    private final Map<List<String>, String> helpTexts = new HashMap<>();

    @TempDir
    private Path folder;

    @Test
    void helpTextsInPagesAreWhatTheCommandsPrint() throws Exception {
        for (Path page : pages("commands")) {
            for (CommandHelp help : CommandHelp.in(Files.readString(page))) {
                assertThat(helpOf(help.command()))
                        .as("%s; to refresh it: see docs/developer/documentation.md", page)
                        .isEqualTo(help.text());
            }
        }
    }

    @Test
    void everyCommandHasAPageWithTheHelpOfItsSubcommands() throws Exception {
        List<String> commands = subcommands(helpOf(List.of()));
        assertThat(commands).hasSizeGreaterThan(11);
        for (String command : commands) {
            Path page = DOCS.resolve("commands").resolve(command + ".md");
            assertThat(page).exists();
            List<String> wanted = new ArrayList<>(List.of(command));
            subcommands(helpOf(List.of(command))).forEach(sub -> wanted.add(command + " " + sub));
            assertThat(CommandHelp.in(Files.readString(page)))
                    .as("%s", page)
                    .extracting(help -> String.join(" ", help.command()))
                    .containsAll(wanted);
        }
    }

    @Test
    void everyViewAndEditorHasAPageInTheHelp() throws Exception {
        Set<String> parts = new TreeSet<>();
        Set<String> help = Set.of();
        try (DirectoryStream<Path> jars =
                Files.newDirectoryStream(Volans.DESKTOP.resolve("plugins"), "org.volans.*.jar")) {
            for (Path jar : jars) {
                try (JarFile bundle = new JarFile(jar.toFile())) {
                    parts.addAll(parts(bundle));
                    if (jar.getFileName().toString().startsWith("org.volans.help_")) {
                        help = bundle.stream().map(entry -> entry.getName()).collect(Collectors.toSet());
                    }
                }
            }
        }
        assertThat(parts).contains("registry", "table", "samp").hasSizeGreaterThan(10);
        for (String part : parts) {
            assertThat(help).contains("help/views/" + part + ".html");
        }
    }

    private static Set<String> parts(JarFile bundle) throws IOException {
        Set<String> parts = new TreeSet<>();
        if (bundle.getEntry("plugin.xml") != null) {
            try (InputStream in = bundle.getInputStream(bundle.getEntry("plugin.xml"))) {
                Matcher part = PART.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                while (part.find()) {
                    parts.add(part.group(1));
                }
            }
        }
        return parts;
    }

    private String helpOf(List<String> command) throws IOException, InterruptedException {
        String known = helpTexts.get(command);
        if (known != null) {
            return known;
        }
        List<String> words = new ArrayList<>(command);
        words.add("--help");
        Volans.Outcome outcome = new Volans(folder).run(words.toArray(String[]::new));
        assertThat(outcome.code()).as(outcome.toString()).isZero();
        helpTexts.put(command, outcome.out());
        return outcome.out();
    }

    /** The names below the line "Commands:" of a help text. */
    private static List<String> subcommands(String help) {
        return Arrays.stream(help.split("\n"))
                .dropWhile(line -> !line.equals("Commands:"))
                .skip(1)
                .takeWhile(line -> !line.isBlank())
                .filter(line -> line.matches("  \\w.*"))
                .map(line -> line.strip().split(" ")[0])
                .toList();
    }

    private static List<Path> pages(String part) throws IOException {
        try (Stream<Path> files = Files.list(DOCS.resolve(part))) {
            return files.sorted().toList();
        }
    }
}
