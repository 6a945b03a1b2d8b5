package org.volans.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.StoragePolicy;
import uk.ac.starlink.util.FileDataSource;
import uk.ac.starlink.votable.VOTableBuilder;

/** STILTS uses the embedded sky, judges it and the tour's files, and gets the same answers as {@code volans}. */
@ExtendWith(Sky.Parameter.class)
class StiltsTest {

    private static final String JOIN = """
            SELECT sdss.SDSS12, mine.ra, mine.dec, sdss.gmag, sdss.imag, sdss.rmag, sdss.umag
            FROM "V/147/sdss12" AS sdss JOIN TAP_UPLOAD.t1 AS mine
            ON 1 = CONTAINS(POINT('ICRS', sdss.RA_ICRS, sdss.DE_ICRS), CIRCLE('ICRS', mine.ra, mine.dec, 1./3600.))
            ORDER BY sdss.SDSS12""";

    private static final Path OBJECTS = Path.of("data/objects.vot").toAbsolutePath();

    @TempDir
    private static Path folder;

    @BeforeAll
    static void look() throws InterruptedException {
        boolean installed;
        try {
            installed = stilts("-version").code() == 0;
        } catch (IOException e) {
            installed = false;
        }
        assumeTrue(installed, "STILTS is not installed (Debian: stilts)");
    }

    /** The same query, the same upload: the same cells, units and UCDs from both programs. */
    @Test
    void bothProgramsGetTheSameAnswer(Sky sky) throws Exception {
        Path theirs = folder.resolve("theirs.vot");
        Volans.Outcome peer = stilts(
                "tapquery",
                "tapurl=" + sky.tap("vizier"),
                "adql=" + JOIN,
                "nupload=1",
                "upload1=" + OBJECTS,
                "upname1=t1",
                "sync=true",
                "out=" + theirs);
        assertThat(peer.code()).as(peer.toString()).isZero();
        Path ours = folder.resolve("ours.vot");
        Volans.Outcome own = new Volans(folder)
                .run("tap", "query", sky.tap("vizier"), JOIN, "--upload", "t1=" + OBJECTS, "-o", ours.toString());
        assertThat(own.code()).as(own.toString()).isZero();
        assertThat(cells(theirs)).hasSize(23).isEqualTo(cells(ours));
        for (int i = 0; i < 7; i++) {
            assertThat(table(ours).getColumnInfo(i).getUCD())
                    .isEqualTo(table(theirs).getColumnInfo(i).getUCD());
            assertThat(table(ours).getColumnInfo(i).getUnitString())
                    .isEqualTo(table(theirs).getColumnInfo(i).getUnitString());
        }
    }

    @Test
    void jobsGiveTheSameRows(Sky sky) throws Exception {
        Path theirs = folder.resolve("job.vot");
        Volans.Outcome peer = stilts(
                "tapquery",
                "tapurl=" + sky.tap("vizier"),
                "adql=" + JOIN,
                "nupload=1",
                "upload1=" + OBJECTS,
                "upname1=t1",
                "sync=false",
                "delete=always",
                "out=" + theirs);
        assertThat(peer.code()).as(peer.toString()).isZero();
        assertThat(cells(theirs)).hasSize(23);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vizier", "astron", "gavo"})
    void taplintFindsNoError(String centre, Sky sky) throws Exception {
        assertNoErrors(stilts("taplint", "tapurl=" + sky.tap(centre), "format=text", "report=ESF"));
    }

    /** The same code as the others' behind a delay that makes all stages take minutes. */
    @Test
    void taplintFindsNoErrorInWhatTheSlowServiceSaysOfItself(Sky sky) throws Exception {
        assertNoErrors(
                stilts("taplint", "tapurl=" + sky.tap("slow"), "format=text", "report=ESF", "stages=CPV CAP AVV TMV"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "astron/links?ID=ivo%3A%2F%2Fsky.volans%2Fastron%2Flolss%3Fmosaic",
                "gavo/links?ID=ivo%3A%2F%2Fsky.volans%2Fgavo%2Fcubes%3Ffield_0",
                "gavo/links?ID=ivo%3A%2F%2Fsky.volans%2Fgavo%2Fcubes%3Ffield_0&ID=ivo%3A%2F%2Fno%2Fsuch",
            })
    void datalinklintFindsNoError(String path, Sky sky) throws Exception {
        assertNoErrors(stilts("datalinklint", "votable=" + sky.at(path)));
    }

    @Test
    void votlintFindsNoErrorInTheToursTables(Sky sky) throws Exception {
        Volans.Outcome tour = new Volans(folder).run("tour", "--registry", sky.registry(), "--out", "tour");
        assertThat(tour.code()).as(tour.toString()).isZero();
        for (String file : List.of("objects_colours.vot", "discovery.vot", "seds/all.vot")) {
            Volans.Outcome outcome =
                    stilts("votlint", folder.resolve("tour").resolve(file).toString());
            assertThat(outcome.code()).as(outcome.toString()).isZero();
            assertThat(outcome.out() + outcome.err()).as(file).doesNotContain("ERROR");
        }
    }

    private static void assertNoErrors(Volans.Outcome outcome) {
        assertThat(outcome.out().lines().filter(line -> line.startsWith("Totals")))
                .as(outcome.toString())
                .hasSize(1)
                .allSatisfy(System.out::println)
                .allSatisfy(line -> assertThat(line).contains("Errors: 0;"));
        assertThat(outcome.out().lines().filter(line -> line.startsWith("E-"))).isEmpty();
    }

    private static Volans.Outcome stilts(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("stilts"));
        command.addAll(Arrays.asList(words));
        return new Volans(folder).execute(command);
    }

    private static StarTable table(Path file) throws IOException {
        return new VOTableBuilder().makeStarTable(new FileDataSource(file.toFile()), true, StoragePolicy.PREFER_MEMORY);
    }

    private static List<List<Object>> cells(Path file) throws IOException {
        assertThat(Files.size(file)).isPositive();
        StarTable table = table(file);
        List<List<Object>> rows = new ArrayList<>();
        for (long row = 0; row < table.getRowCount(); row++) {
            rows.add(Arrays.asList(table.getRow(row)));
        }
        return rows;
    }
}
