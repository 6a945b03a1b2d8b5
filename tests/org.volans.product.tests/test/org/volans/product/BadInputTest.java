package org.volans.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What users and services do wrong: one line on standard error that names the thing, an exit code, no stack trace and no file.
 * In the words of a case {@code @registry}, {@code @vizier}, {@code @astron} and {@code @fault/KIND} stand for URLs of the sky.
 */
@ExtendWith(Sky.Parameter.class)
class BadInputTest {

    private static final String DOWN = "http://127.0.0.1:9/down/tap";
    private static final String QUERY = "SELECT 1 AS one FROM t";
    private static final String MANY = "SELECT TOP 5000 * FROM \"V/147/sdss12\"";
    private static final String UPLOAD = "SELECT * FROM TAP_UPLOAD.t";

    @TempDir
    private Path folder;

    private final Sky sky;

    BadInputTest(Sky sky) {
        this.sky = sky;
    }

    /** A command line that must fail. */
    private record Case(int code, List<String> words, List<String> mentions) implements Arguments {

        static Case of(int code, String... words) {
            return new Case(code, List.of(words), List.of());
        }

        Case names(String... things) {
            return new Case(code, words, List.of(things));
        }

        @Override
        public Object[] get() {
            return new Object[] {this};
        }

        @Override
        public String toString() {
            return String.join(" ", words);
        }
    }

    @BeforeEach
    void fill() throws IOException {
        for (String name : List.of("objects.vot", "unusable_photometry.vot")) {
            Files.copy(Path.of("data", name), folder.resolve(name));
        }
        Files.createFile(folder.resolve("empty.vot"));
        Files.writeString(folder.resolve("page.vot"), "<!DOCTYPE html><html><body>Not found</body></html>");
        Files.writeString(folder.resolve("notes.txt"), "Seeing was bad \u0001 tonight.\n");
        Files.writeString(folder.resolve("nowhere.csv"), "name,mag\na,1\n");
        Files.writeString(folder.resolve("hole.csv"), "ra,dec\n240.5,46.7\n,46.8\n");
        Files.createDirectory(folder.resolve("thesis"));
        Files.writeString(folder.resolve("thesis").resolve("chapter1.tex"), "Introduction");
    }

    static Stream<Case> services() {
        return Stream.of(
                query("No Such Service").names("No Such Service", "@registry"),
                query("@fault/html").names("@fault/html", "HTML"),
                query("@fault/error500").names("127.0.0.1", "The database did not answer", "500"),
                query("@fault/truncated").names("@fault/truncated", "broke off"),
                query("@fault/votable-error").names("127.0.0.1", "the disk of this service is full"),
                query("@fault/empty").names("@fault/empty"),
                query("@fault/hang", "--timeout", "1").names("@fault/hang", "1 s"),
                query(DOWN).names(DOWN, "refuses"),
                query("http://no-such-host.invalid/tap").names("no-such-host.invalid"),
                Case.of(1, "registry", "search", "SDSS12", "--registry", "@fault/html")
                        .names("@fault/html", "HTML"),
                Case.of(1, "registry", "search", "SDSS12", "--registry", "@vizier")
                        .names("@vizier", "RegTAP"),
                Case.of(1, "registry", "show", "ivo://sky.volans/nobody", "--registry", "@registry")
                        .names("ivo://sky.volans/nobody"),
                Case.of(1, "tap", "tables", "@astron", "lolss.mosaik").names("lolss.mosaik", "lolss.mosaic"),
                Case.of(1, "discover", "--pos", "240.484,46.768", "--registry", "@fault/html", "-o", "out.vot")
                        .names("@fault/html"),
                Case.of(1, "links", "@fault/html", "ivo://an/id").names("@fault/html", "HTML"));
    }

    static Stream<Case> adql() {
        return Stream.of(
                Case.of(1, "tap", "query", "@astron", "SELECT raa FROM lolss.source_catalog", "-o", "out.vot")
                        .names("1:8", "raa", "did you mean ra?"),
                Case.of(1, "tap", "query", "@astron", "SELECT ra FROM", "-o", "out.vot")
                        .names("1:15", "FROM"),
                Case.of(
                                1,
                                "tap",
                                "query",
                                "@astron",
                                "SELECT raa FROM lolss.source_catalog",
                                "--async",
                                "-o",
                                "out.vot")
                        .names("1:8", "raa"),
                Case.of(1, "tap", "query", "@astron", "@missing.adql", "-o", "out.vot")
                        .names("missing.adql"),
                Case.of(1, "adql", "query", "SELECT nothing FROM t", "--table", "t=objects.vot", "-o", "out.vot")
                        .names("1:8", "nothing"));
    }

    static Stream<Case> files() {
        return Stream.of(
                upload("t=missing.vot").names("missing.vot", "does not exist"),
                upload("t=empty.vot").names("empty.vot", "empty"),
                upload("t=page.vot").names("page.vot", "HTML"),
                upload("t=notes.txt").names("notes.txt"),
                Case.of(1, "discover", "--objects", "nowhere.csv", "--registry", "@registry", "-o", "out.vot")
                        .names("nowhere.csv", "pos.eq.ra"),
                Case.of(1, "discover", "--objects", "hole.csv", "--registry", "@registry", "-o", "out.vot")
                        .names("hole.csv", "row 2"),
                tour("--objects", "missing.vot").names("missing.vot"),
                tour("--objects", "empty.vot").names("empty.vot"),
                tour("--objects", "page.vot").names("page.vot"),
                tour("--objects", "nowhere.csv").names("nowhere.csv", "pos.eq.ra"),
                Case.of(1, "tour", "--out", "thesis").names("thesis", "not a tour"),
                Case.of(1, "table", "info", "empty.vot").names("empty.vot"),
                Case.of(1, "table", "convert", "objects.vot", "nofolder/out.vot")
                        .names("nofolder"),
                Case.of(1, "links", "objects.vot", "--row", "2").names("objects.vot", "row 2"),
                Case.of(1, "links", "objects.vot", "--row", "20").names("objects.vot", "19", "20"),
                Case.of(1, "image", "page.vot", "-o", "out.png").names("page.vot", "FITS"),
                Case.of(1, "image", "missing.fits", "-o", "out.png").names("missing.fits"),
                Case.of(1, "sed", "objects.vot", "--row", "1", "-o", "out.png").names("photometry"),
                Case.of(1, "sed", "unusable_photometry.vot", "--row", "1", "-o", "out.png")
                        .names("photometry"),
                Case.of(1, "sed", "unusable_photometry.vot", "--row", "3").names("3"));
    }

    static Stream<Case> usage() {
        return Stream.of(
                Case.of(2, "no-such-command").names("no-such-command"),
                Case.of(2, "tap", "query", "@astron").names("ADQL"),
                Case.of(2, "table", "info", "objects.vot", "--no-such-option").names("--no-such-option"),
                Case.of(2, "discover", "--pos", "abc", "--registry", "@registry")
                        .names("--pos", "abc"),
                Case.of(2, "discover", "--registry", "@registry").names("--pos", "--objects"),
                Case.of(2, "registry", "search", "SDSS12", "--registry", "nowhere")
                        .names("--registry", "nowhere"),
                Case.of(2, "tap", "query", "@astron", UPLOAD, "--upload", "1t=objects.vot", "-o", "out.vot")
                        .names("1t"),
                Case.of(2, "table", "convert", "objects.vot", "out.xyz").names("out.xyz"),
                Case.of(2, "table", "show", "objects.vot", "--format", "cvs").names("cvs", "csv"),
                Case.of(2, "cutout", "objects.vot", "--circle", "1,2,3").names("--out"));
    }

    @ParameterizedTest
    @MethodSource({"services", "adql", "files", "usage"})
    void failsInOneLineAndLeavesNothing(Case wrong) throws Exception {
        List<Path> before = content();
        Volans.Outcome outcome = run(wrong.words());
        assertFailed(outcome, wrong.code());
        String line = outcome.complaints().get(0);
        assertThat(line).contains(resolved(wrong.mentions()));
        assertThat(content()).containsExactlyInAnyOrderElementsOf(before);
    }

    /** Named with the reason, never guessed. */
    @Test
    void namesPhotometryThatCannotBeUsed() throws Exception {
        Volans.Outcome outcome = run(List.of("sed", "unusable_photometry.vot", "--row", "1"));
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.complaints()).hasSize(1);
        assertThat(outcome.err())
                .containsPattern("umag left out: no value")
                .containsPattern("xmag left out: no filter is known")
                .containsPattern("gmag left out: ");
    }

    @Test
    void aPositionOffTheMosaicIsSaid() throws Exception {
        assertThat(run(List.of("tap", "query", "@astron", "SELECT * FROM lolss.mosaic", "-o", "mosaic.vot"))
                        .code())
                .isZero();
        List<Path> before = content();
        Volans.Outcome outcome = run(List.of("cutout", "mosaic.vot", "--circle", "10,-30,0.02", "-o", "out.fits"));
        assertFailed(outcome, 1);
        assertThat(outcome.complaints().get(0)).contains("nothing");
        assertThat(content()).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void aFullDiskIsSaid() throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/full")), "this system has no /dev/full");
        Volans.Outcome outcome = run(List.of("table", "convert", "objects.vot", "/dev/full", "--to", "votable"));
        assertFailed(outcome, 1);
        assertThat(outcome.complaints().get(0)).contains("/dev/full", "disk is full");
    }

    /** A real one that fills up while it is written to; only the superuser can make one. */
    @Test
    void aDiskThatFillsUpKeepsNothingHalfWritten() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        Volans.Outcome mounted =
                new Volans(folder).execute(List.of("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk.toString()));
        assumeTrue(mounted.code() == 0, "no small disk could be mounted: " + mounted.err());
        try {
            for (String file : List.of("disk/a.vot", "disk/a.fits")) {
                Volans.Outcome outcome = run(List.of("tap", "query", "@vizier", MANY, "-o", file));
                assertFailed(outcome, 1);
                assertThat(outcome.complaints().get(0)).contains(file, "disk is full");
                assertThat(disk).as(outcome.toString()).isEmptyDirectory();
            }
            Volans.Outcome tour = run(List.of("tour", "--registry", "@registry", "--out", "disk/tour"));
            assertThat(tour.code()).as(tour.toString()).isEqualTo(1);
            assertThat(tour.complaints()).as(tour.toString()).hasSize(1);
            assertThat(tour.complaints().get(0)).containsAnyOf("disk is full", "No space left");
            assertThat(disk).as(tour.toString()).isEmptyDirectory();
        } finally {
            assertThat(new Volans(folder)
                            .execute(List.of("umount", disk.toString()))
                            .code())
                    .isZero();
        }
    }

    private static Case query(String service, String... more) {
        List<String> words = new ArrayList<>(List.of("tap", "query", service, QUERY, "-o", "out.vot"));
        words.addAll(Arrays.asList(more));
        words.addAll(List.of("--registry", "@registry"));
        return new Case(1, words, List.of());
    }

    private static Case upload(String upload) {
        return Case.of(1, "tap", "query", "@astron", UPLOAD, "--upload", upload, "-o", "out.vot");
    }

    private static Case tour(String... more) {
        List<String> words = new ArrayList<>(List.of("tour", "--registry", "@registry", "--out", "mytour"));
        words.addAll(Arrays.asList(more));
        return new Case(1, words, List.of());
    }

    private static void assertFailed(Volans.Outcome outcome, int code) {
        assertThat(outcome.code()).as(outcome.toString()).isEqualTo(code);
        assertThat(outcome.complaints()).as(outcome.toString()).hasSize(1);
        assertThat(outcome.err()).doesNotContain("\tat ", "Exception", "a fault in Volans itself");
        assertThat(outcome.out()).isEmpty();
    }

    private Volans.Outcome run(List<String> words) throws Exception {
        return new Volans(folder).run(resolved(words).toArray(String[]::new));
    }

    private List<String> resolved(List<String> words) {
        return words.stream().map(this::resolved).toList();
    }

    private String resolved(String word) {
        if (word.startsWith("@fault/")) {
            return sky.fault(word.substring("@fault/".length()));
        }
        return switch (word) {
            case "@registry" -> sky.registry();
            case "@vizier", "@astron" -> sky.tap(word.substring(1));
            default -> word;
        };
    }

    private List<Path> content() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList();
        }
    }
}
