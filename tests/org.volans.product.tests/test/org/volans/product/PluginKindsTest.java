package org.volans.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The project of every kind builds outside our tree, against the update site alone, and passes its own tests. That of rows is
 * {@link PluginHowtoTest}'s.
 */
class PluginKindsTest {

    /** A line of the command's help: a kind, and what it is for. */
    private static final Pattern KIND = Pattern.compile("(?m)^  (\\w+) +for ");

    private static final String ROW = "row";

    /** Where nobody has built with Tycho before, Maven fetches its parts. */
    private static final long MAVENS_SECONDS = 1200;

    @TempDir
    private Path folder;

    private List<String> kinds() throws Exception {
        Volans.Outcome help = new Volans(folder).run("plugin", "new", "--help");
        List<String> kinds =
                KIND.matcher(help.out()).results().map(line -> line.group(1)).toList();
        assertThat(kinds).as(help.toString()).contains(ROW, "format");
        return kinds;
    }

    /** The pages and the shape of the answer name the same kinds as the program. */
    @Test
    void everyKindIsDescribed() throws Exception {
        Path docs = Path.of(System.getProperty("volans.docs"));
        String table =
                kinds().stream().map(kind -> "\\| `" + kind + "` \\|.*\n").collect(Collectors.joining());
        assertThat(Files.readString(docs.resolve("plugin-howto.md"))).containsPattern("\\|---\\|\n" + table + "\n");
        String names = kinds().stream().map(kind -> "\"" + kind + "\"").collect(Collectors.joining(",\\s*"));
        assertThat(Files.readString(docs.resolve("json/plugin-new.schema.json")))
                .containsPattern("\"enum\": \\[\\s*" + names + "\\s*]");
    }

    /** All in one run of Maven, which costs less than one for each. */
    @Test
    void everyKindBuildsAndPassesItsTests() throws Exception {
        List<String> kinds = kinds().stream().filter(kind -> !kind.equals(ROW)).toList();
        for (String kind : kinds) {
            Volans.Outcome made = new Volans(folder)
                    .run("plugin", "new", "org.example.my" + kind, "--kind", kind, "--site", Volans.SITE.toString());
            assertThat(made.code()).as(made.toString()).isZero();
        }
        String modules = kinds.stream()
                .map(kind -> "<module>org.example.my" + kind + "</module>")
                .collect(Collectors.joining());
        Files.writeString(
                folder.resolve("pom.xml"),
                "<project><modelVersion>4.0.0</modelVersion><groupId>org.example</groupId><artifactId>all</artifactId>"
                        + "<version>1</version><packaging>pom</packaging><modules>" + modules + "</modules></project>");
        Volans.Outcome built = new Volans(folder)
                .patient(MAVENS_SECONDS)
                .execute(List.of("org.example.myposition/mvnw", "-B", "-ntp", "verify"));
        assertThat(built.code()).as(built.toString()).isZero();
        for (String kind : kinds) {
            String id = "org.example.my" + kind;
            Reports reports = Reports.of(folder.resolve(id).resolve(id + ".tests/target/surefire-reports"));
            assertThat(reports.failures()).as(kind).isZero();
            assertThat(reports.names())
                    .as(kind)
                    .hasSizeGreaterThanOrEqualTo(7)
                    .containsAnyOf("isFoundByVolans", "isAskedByVolans");
            Path site = folder.resolve(id).resolve(id + ".site/target/repository");
            assertThat(site.resolve("features")).isDirectoryContaining("glob:**/" + id + ".feature_*.jar");
            assertThat(site.resolve("plugins")).isDirectoryContaining("glob:**/" + id + "_*.jar");
        }
    }
}
