package org.volans.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A command starts no bundle that it does not use. A lazy bundle starts when the first of its classes is loaded, so the list of
 * the classes that the Java machine has loaded tells.
 */
@ExtendWith(Sky.Parameter.class)
class LazyStartTest {

    private static final List<String> HEAVY = List.of(
            "org.volans.sky.", "org.volans.engine.", "org.duckdb.", "org.eclipse.jetty.", "org.apache.felix.http.");

    @TempDir
    private Path folder;

    @Test
    void helpStartsNoProvider() throws Exception {
        Set<String> loaded = loaded("--help");
        assertThat(loaded).as("what it does need").anyMatch(name -> name.startsWith("org.volans.cli."));
        assertThat(loaded)
                .noneMatch(name -> name.startsWith("org.volans.")
                        && !name.startsWith("org.volans.cli.")
                        && !name.startsWith("org.volans.api.")
                        && !name.startsWith("org.volans.launch."));
        assertNone(loaded, HEAVY);
    }

    @Test
    void tablesNeedNeitherNetworkNorImagesNorEngine() throws Exception {
        Set<String> loaded = loaded(
                "table", "info", Path.of("data/objects.vot").toAbsolutePath().toString());
        assertThat(loaded).anyMatch(name -> name.startsWith("org.volans.table.internal."));
        assertNone(loaded, HEAVY);
        assertNone(
                loaded,
                List.of(
                        "org.volans.adql.",
                        "org.volans.net.",
                        "org.volans.tap.",
                        "org.volans.registry.",
                        "org.volans.discovery.",
                        "org.volans.datalink.",
                        "org.volans.image.",
                        "org.volans.sed.",
                        "org.volans.tour.",
                        "nom.tam.",
                        "org.jfree.",
                        "org.antlr."));
    }

    @Test
    void anSedNeedsNeitherNetworkNorEngine() throws Exception {
        Set<String> loaded = loaded(
                "sed", Path.of("data/objects_colours.vot").toAbsolutePath().toString(), "--row", "1");
        assertThat(loaded).anyMatch(name -> name.startsWith("org.volans.sed.internal."));
        assertNone(loaded, HEAVY);
        assertNone(loaded, List.of("org.volans.net.", "org.volans.tap.", "org.volans.adql.", "nom.tam.", "org.jfree."));
    }

    @Test
    void aQueryOfAServiceNeedsNeitherEngineNorImages(Sky sky) throws Exception {
        Set<String> loaded = loaded("tap", "query", sky.tap("astron"), "SELECT TOP 1 ra FROM lolss.source_catalog");
        assertThat(loaded).anyMatch(name -> name.startsWith("org.volans.tap.internal."));
        assertNone(loaded, HEAVY);
        assertNone(
                loaded,
                List.of(
                        "org.volans.discovery.",
                        "org.volans.datalink.",
                        "org.volans.image.",
                        "org.volans.sed.",
                        "org.volans.tour.",
                        "nom.tam.",
                        "org.jfree.",
                        "org.antlr."));
    }

    private static void assertNone(Set<String> loaded, List<String> packages) {
        assertThat(loaded.stream().filter(name -> packages.stream().anyMatch(name::startsWith)))
                .isEmpty();
    }

    private Set<String> loaded(String... words) throws Exception {
        Path log = folder.resolve("classes");
        Volans.Outcome outcome = new Volans(folder)
                .with("VOLANS_JAVA_OPTIONS", "-Xlog:class+load=info:file=" + log)
                .run(words);
        assertThat(outcome.code()).as(outcome.toString()).isZero();
        // [0.123s][info][class,load] org.volans.cli.internal.Json source: ...
        return Files.readAllLines(log).stream()
                .filter(line -> line.contains(" source: "))
                .map(line -> line.substring(line.lastIndexOf(']') + 1, line.indexOf(" source: "))
                        .strip())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
