package org.volans.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The project of every kind builds outside our tree, against the update site alone, and passes its own tests. That of rows is
 * {@link PluginHowtoTest}'s.
 */
class PluginKindsTest {

    private static final List<String> KINDS = List.of("position", "table", "command", "filter");

    /** Where nobody has built with Tycho before, Maven fetches its parts. */
    private static final long MAVENS_SECONDS = 1200;

    @TempDir
    private Path folder;

    /** All in one run of Maven, which costs less than four. */
    @Test
    void everyKindBuildsAndPassesItsTests() throws Exception {
        for (String kind : KINDS) {
            Volans.Outcome made = new Volans(folder)
                    .run("plugin", "new", "org.example.my" + kind, "--kind", kind, "--site", Volans.SITE.toString());
            assertThat(made.code()).as(made.toString()).isZero();
        }
        String modules = KINDS.stream()
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
        for (String kind : KINDS) {
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
