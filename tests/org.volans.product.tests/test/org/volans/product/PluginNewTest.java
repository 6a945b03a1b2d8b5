package org.volans.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code volans plugin new}: what it writes, and what it refuses. */
class PluginNewTest {

    @TempDir
    private Path folder;

    private Volans.Outcome make(String... words) throws Exception {
        List<String> all = new ArrayList<>(List.of("plugin", "new"));
        all.addAll(Arrays.asList(words));
        if (!all.contains("--site")) {
            all.addAll(List.of("--site", Volans.SITE.toString()));
        }
        return new Volans(folder).run(all.toArray(String[]::new));
    }

    private List<Path> content() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList();
        }
    }

    @Test
    void saysWhatItWroteAndWhatToDoNext() throws Exception {
        Volans.Outcome outcome = make("galactic");
        assertThat(outcome.code()).as(outcome.toString()).isZero();
        Path project = folder.resolve("galactic");
        assertThat(outcome.out())
                .contains("GalacticHandler.java", "org.example.galactic.feature", "--package")
                .endsWith("Next: cd galactic && ./mvnw verify\n");
        assertThat(project.resolve("mvnw")).isExecutable();
        assertThat(Files.readString(project.resolve("pom.xml")))
                .contains("<volans.site>" + Volans.SITE.toUri() + "</volans.site>");
        assertThat(content()).noneMatch(path -> path.getFileName().toString().startsWith(".volans"));
    }

    /** A Volans of this tree is from the update site beside it. */
    @Test
    void buildsAgainstTheSiteThatVolansIsFrom() throws Exception {
        Volans.Outcome outcome = new Volans(folder).run("plugin", "new", "galactic");
        assertThat(outcome.code()).as(outcome.toString()).isZero();
        assertThat(Files.readString(folder.resolve("galactic/pom.xml")))
                .contains("<volans.site>" + Volans.SITE.toUri() + "</volans.site>");
    }

    /** And in another folder, under a package of the author's. */
    @Test
    void listsItsFilesAsJson() throws Exception {
        Path other = Files.createDirectory(folder.resolve("src"));
        Volans.Outcome outcome =
                make("finder", "--package", "edu.jhu.vo.finder", "--kind", "position", "--dir", "src", "--json");
        assertThat(outcome.code()).as(outcome.toString()).isZero();
        JsonObject json = JsonParser.parseString(outcome.out()).getAsJsonObject();
        Path project = other.resolve("finder");
        assertThat(json.get("folder").getAsString()).isEqualTo(project.toString());
        assertThat(json.get("id").getAsString()).isEqualTo("edu.jhu.vo.finder");
        assertThat(json.get("kind").getAsString()).isEqualTo("position");
        JsonArray files = json.getAsJsonArray("files");
        assertThat(StreamSupport.stream(files.spliterator(), false).map(f -> project.resolve(f.getAsString())))
                .hasSizeGreaterThan(20)
                .allSatisfy(file -> assertThat(file).isRegularFile());
        // nothing of this Volans or its place but the site
        for (var file : files) {
            String text = Files.readString(project.resolve(file.getAsString()))
                    .replace(Volans.SITE.toUri().toString(), "");
            assertThat(text).doesNotContain(Volans.PRODUCT.toString(), folder.toString());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Galactic | 'Galactic' | such as galactic",
                "my-plugin | 'my-plugin' | such as my_plugin",
                "class | 'class' | word of the Java language",
                "3d | '3d' | begin with a letter",
                "../evil | '../evil' | Java package",
                "/tmp/evil | '/tmp/evil' | Java package",
                "a..b | 'a..b' | Java package",
                "org.volans.evil | 'org.volans.evil' | org.volans",
                "java.evil | 'java.evil' | java",
                "fine --package Evil | 'Evil' | such as evil",
                "fine --kind cake | --kind | cake",
                "'' | NAME | Missing"
            })
    void refusesNamesThatCannotBe(String words, String thing, String why) throws Exception {
        Volans.Outcome outcome =
                make(Stream.of(words.split(" ")).filter(w -> !w.isEmpty()).toArray(String[]::new));
        assertFailed(outcome, 2, thing, why);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void refusesAPlaceThatIsTaken() throws Exception {
        Path mine = Files.createDirectory(folder.resolve("galactic"));
        Path thesis = Files.writeString(mine.resolve("thesis.tex"), "Introduction");
        Files.writeString(folder.resolve("finder"), "notes");
        List<Path> before = content();
        assertFailed(make("galactic"), 1, mine.toString(), "is there already");
        assertFailed(make("finder"), 1, folder.resolve("finder").toString(), "is there already");
        assertThat(content()).isEqualTo(before);
        assertThat(thesis).hasContent("Introduction");
    }

    @Test
    void refusesAFolderThatCannotBeWritten() throws Exception {
        Files.writeString(folder.resolve("file"), "");
        List<Path> before = content();
        assertFailed(
                make("galactic", "--dir", "missing"),
                1,
                folder.resolve("missing").toString(),
                "no folder");
        assertFailed(
                make("galactic", "--dir", "file"), 1, folder.resolve("file").toString(), "no folder");
        if (Files.isDirectory(Path.of("/proc/self"))) {
            // not even the superuser can
            assertFailed(make("galactic", "--dir", "/proc/self"), 1, "/proc/self/galactic", "cannot make");
        }
        assertThat(content()).isEqualTo(before);
    }

    @Test
    void refusesASiteThatIsNone() throws Exception {
        Files.createDirectory(folder.resolve("empty"));
        Files.writeString(folder.resolve("torn.zip"), "PK and no more");
        List<Path> before = content();
        assertFailed(make("galactic", "--site", "missing"), 1, "missing", "no update site");
        assertFailed(make("galactic", "--site", "empty"), 1, "empty", "no update site");
        assertFailed(make("galactic", "--site", "torn.zip"), 1, "torn.zip", "no update site");
        assertFailed(make("galactic", "--site", "http://"), 2, "http://", "no address");
        assertThat(content()).isEqualTo(before);
    }

    /** A command of that name would never be found, or would hide Volans' own. */
    @Test
    void refusesACommandThatVolansHas() throws Exception {
        assertFailed(make("sky", "--kind", "command"), 1, "'sky'", "already");
        assertThat(folder).isEmptyDirectory();
    }

    private static void assertFailed(Volans.Outcome outcome, int code, String... mentions) {
        assertThat(outcome.code()).as(outcome.toString()).isEqualTo(code);
        assertThat(outcome.complaints()).as(outcome.toString()).hasSize(1);
        assertThat(outcome.complaints().getFirst()).contains(mentions);
        assertThat(outcome.err()).doesNotContain("\tat ", "Exception", "a fault in Volans itself");
        assertThat(outcome.out()).isEmpty();
    }
}
