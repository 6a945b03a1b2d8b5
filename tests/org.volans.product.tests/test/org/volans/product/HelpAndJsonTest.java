package org.volans.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command explains itself, and speaks to programs. */
@ExtendWith(Sky.Parameter.class)
class HelpAndJsonTest {

    private static final String MOSAIC = "SELECT * FROM lolss.mosaic";

    @TempDir
    private Path folder;

    @Test
    void helpListsEveryCommandWithItsSummary() throws Exception {
        Volans.Outcome outcome = new Volans(folder).run("--help");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).isEmpty();
        for (String command : List.of(
                "adql", "cutout", "discover", "image", "links", "registry", "sed", "sky", "table", "tap", "tour")) {
            assertThat(outcome.out()).containsPattern("(?m)^ +" + command + " +\\w");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "adql",
                "adql check",
                "adql query",
                "cutout",
                "discover",
                "image",
                "links",
                "registry",
                "registry search",
                "registry show",
                "sed",
                "sky",
                "table",
                "table show",
                "table info",
                "table convert",
                "tap",
                "tap tables",
                "tap query",
                "tap jobs",
                "tap resume",
                "tap abort",
                "tap delete",
                "tap examples",
                "tour"
            })
    void everyCommandHasHelpWithAnExample(String command) throws Exception {
        List<String> words = new ArrayList<>(Arrays.asList(command.split(" ")));
        words.add("--help");
        Volans.Outcome outcome = new Volans(folder).run(words.toArray(String[]::new));
        assertThat(outcome.code()).as(outcome.toString()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .startsWith("Usage: volans " + command)
                .containsPattern("Examples?:\\R +volans " + command.split(" ")[0] + "\\b");
    }

    /** The first word says what kind of JSON is expected: {@code [} or an object's key. */
    static Stream<List<String>> commands() {
        String objects = Path.of("data/objects.vot").toAbsolutePath().toString();
        String colours = Path.of("data/objects_colours.vot").toAbsolutePath().toString();
        return Stream.of(
                List.of("[", "registry", "search", "SDSS12", "--registry", "@registry"),
                List.of("record", "registry", "show", "ivo://sky.volans/vizier/v/147", "--registry", "@registry"),
                List.of("[", "tap", "tables", "@astron"),
                List.of("columns", "tap", "tables", "@astron", "lolss.mosaic"),
                List.of("", "tap", "query", "@astron", MOSAIC),
                List.of("rows", "tap", "query", "@astron", MOSAIC, "-o", "out.vot"),
                List.of("[", "tap", "examples", "@astron"),
                List.of("[", "tap", "jobs"),
                List.of("services", "discover", "--pos", "240.484,46.768", "--registry", "@registry"),
                List.of("[", "links", "@links", "ivo://sky.volans/astron/lolss?mosaic"),
                List.of(
                        "bytes",
                        "cutout",
                        "@links",
                        "ivo://sky.volans/astron/lolss?mosaic",
                        "--circle",
                        "240.484,46.768,0.02",
                        "-o",
                        "out.fits"),
                List.of("[", "sed", colours, "--row", "1"),
                List.of("columns", "table", "info", objects),
                List.of("", "table", "show", objects),
                List.of("rows", "table", "convert", objects, "out.csv"),
                List.of("[", "adql", "check", "SELECT ra FROM t"),
                List.of("", "adql", "query", "SELECT ra FROM t", "--table", "t=" + objects));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void jsonCanBeParsed(List<String> command, Sky sky) throws Exception {
        List<String> words = new ArrayList<>(command.subList(1, command.size()).stream()
                .map(word -> switch (word) {
                    case "@registry" -> sky.registry();
                    case "@astron" -> sky.tap("astron");
                    case "@links" -> sky.at("astron/links").toString();
                    default -> word;
                })
                .toList());
        words.add("--json");
        Volans.Outcome outcome = new Volans(folder)
                .with("XDG_STATE_HOME", folder.resolve("state").toString())
                .with("HOME", folder.toString())
                .run(words.toArray(String[]::new));
        assertThat(outcome.code()).as(outcome.toString()).isZero();
        JsonElement json = strictly(outcome.out());
        String kind = command.get(0);
        if (kind.equals("[")) {
            assertThat(json.isJsonArray()).as(outcome.out()).isTrue();
        } else if (!kind.isEmpty()) {
            assertThat(json.getAsJsonObject().keySet()).contains(kind);
        }
    }

    /** Gson's lenient parser would take NaN and unquoted names: its strict reader walks over the text first. */
    private static JsonElement strictly(String text) throws IOException {
        try (JsonReader reader = new JsonReader(new StringReader(text))) {
            reader.setStrictness(Strictness.STRICT);
            reader.skipValue();
            assertThat(reader.peek()).isEqualTo(JsonToken.END_DOCUMENT);
        }
        return JsonParser.parseString(text);
    }

    /** A file that a command has written appears where the user stands. */
    @Test
    void pathsAreThoseOfTheUser() throws Exception {
        Path objects = Files.copy(Path.of("data/objects.vot"), folder.resolve("objects.vot"));
        assertThat(new Volans(folder)
                        .run("table", "convert", objects.getFileName().toString(), "objects.csv")
                        .code())
                .isZero();
        assertThat(Files.readAllLines(folder.resolve("objects.csv"))).hasSize(20);
    }
}
