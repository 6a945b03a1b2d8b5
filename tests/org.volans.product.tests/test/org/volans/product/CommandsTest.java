package org.volans.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Commands one after the other, as a user works. */
@ExtendWith(Sky.Parameter.class)
class CommandsTest {

    private static final String JOIN = """
            SELECT sdss.SDSS12, mine.ra, mine.dec, sdss.rmag FROM "V/147/sdss12" AS sdss JOIN TAP_UPLOAD.t1 AS mine
            ON 1 = CONTAINS(POINT('ICRS', sdss.RA_ICRS, sdss.DE_ICRS), CIRCLE('ICRS', mine.ra, mine.dec, 1./3600.))""";

    @TempDir
    private Path folder;

    private final Sky sky;

    CommandsTest(Sky sky) {
        this.sky = sky;
    }

    @BeforeEach
    void copy() throws Exception {
        Files.copy(Path.of("data/objects.vot"), folder.resolve("objects.vot"));
    }

    @Test
    void aBatchOfCutoutsFetchesOnlyWhatIsMissing() throws Exception {
        run("tap", "query", sky.tap("astron"), "SELECT * FROM lolss.mosaic", "-o", "mosaic.vot");
        assertThat(cutoutRequests()).hasSize(19).doesNotHaveDuplicates();
        assertThat(cutoutRequests()).isEmpty();
        Path cutouts = folder.resolve("cutouts");
        Path one;
        try (var files = Files.list(cutouts)) {
            one = files.filter(f -> f.toString().endsWith(".fits")).findFirst().orElseThrow();
        }
        Files.delete(one);
        assertThat(cutoutRequests()).hasSize(1);
        assertThat(new FitsFile(one).complete()).isTrue();
        assertThat(Files.readAllLines(cutouts.resolve("manifest.csv"))).hasSize(20);
    }

    private List<Sky.Request> cutoutRequests() throws Exception {
        long mark = sky.mark();
        run("cutout", "mosaic.vot", "--each", "objects.vot", "--radius", "0.01", "-o", "cutouts");
        return sky.since(mark, path -> path.contains("/soda/"));
    }

    @Test
    void aJobIsRememberedFetchedAgainAndForgotten() throws Exception {
        run("tap", "query", sky.tap("vizier"), JOIN, "--upload", "t1=objects.vot", "--async", "-o", "first.csv");
        JsonArray jobs = json(run("tap", "jobs", "--json")).getAsJsonArray();
        assertThat(jobs).hasSize(1);
        JsonObject job = jobs.get(0).getAsJsonObject();
        assertThat(job.get("phase").getAsString()).isEqualTo("COMPLETED");
        assertThat(job.get("service").getAsString()).isEqualTo(sky.tap("vizier"));
        run("tap", "resume", "1", "-o", "second.csv");
        assertThat(folder.resolve("second.csv")).hasSameTextualContentAs(folder.resolve("first.csv"));
        assertThat(Files.readAllLines(folder.resolve("second.csv"))).hasSize(24);
        run("tap", "delete", "1");
        assertThat(json(run("tap", "jobs", "--json")).getAsJsonArray()).isEmpty();
        Volans.Outcome gone = volans("tap", "resume", job.get("job").getAsString(), "-o", "third.csv");
        assertThat(gone.code()).isEqualTo(1);
        assertThat(folder.resolve("third.csv")).doesNotExist();
    }

    /** One line for each service on standard error, as it ends; one that is down does not fail the command. */
    @Test
    void discoveryGoesOnWithoutTheServiceThatIsDown() throws Exception {
        Volans.Outcome outcome = run(
                "discover", "--objects", "objects.vot", "--registry", sky.registry(), "--waveband", "radio", "--json");
        JsonArray services = json(outcome).getAsJsonObject().getAsJsonArray("services");
        assertThat(services).hasSize(4);
        assertThat(services)
                .filteredOn(s -> !s.getAsJsonObject().get("answered").getAsBoolean())
                .hasSize(1)
                .allSatisfy(s -> assertThat(s.getAsJsonObject().get("message").getAsString())
                        .contains("127.0.0.1:9"));
        assertThat(outcome.err()).contains("Sky down TAP").contains("FAILED");
    }

    /** The row of the short list is that of the file. */
    @Test
    void dataSetsAreListedToChooseByAndWholeOnRequest() throws Exception {
        String[] words = {"discover", "--pos", "240.484,46.768", "--registry", sky.registry(), "--waveband", "radio"};
        Volans.Outcome list = run(words);
        assertThat(list.out().lines().toList())
                .hasSizeGreaterThan(3)
                .allMatch(line -> line.length() <= 160)
                .anyMatch(line -> line.startsWith("row  dist [']  service"))
                .anyMatch(line -> line.contains("42-66 MHz"));
        assertThat(list.err()).contains("-o FILE keeps all 36 columns");
        Volans.Outcome whole =
                run(Stream.concat(Stream.of(words), Stream.of("--all-columns")).toArray(String[]::new));
        assertThat(whole.out().lines().findFirst().orElse("")).contains("obs_publisher_did", "access_url", "em_min");
        assertThat(whole.out().lines().count()).isEqualTo(list.out().lines().count());
    }

    /** Ctrl-C in the middle of a tour. */
    @Test
    void anInterruptLeavesNothingBehind() throws Exception {
        Path work = Files.createDirectory(folder.resolve("work"));
        try (WatchService watch = work.getFileSystem().newWatchService()) {
            work.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            Process tour = new Volans(work).start("tour", "--registry", sky.registry(), "--out", "tour");
            WatchKey begun = watch.poll(60, TimeUnit.SECONDS);
            assertThat(begun).as("the tour has begun to write").isNotNull();
            run(List.of("kill", "-INT", Long.toString(tour.pid())));
            assertThat(tour.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(tour.exitValue()).isNotZero();
        }
        assertThat(work).isEmptyDirectory();
    }

    private void run(List<String> command) throws Exception {
        Volans.Outcome outcome = new Volans(folder).execute(command);
        assertThat(outcome.code()).as(outcome.toString()).isZero();
    }

    private Volans.Outcome run(String... words) throws Exception {
        Volans.Outcome outcome = volans(words);
        assertThat(outcome.code()).as(outcome.toString()).isZero();
        return outcome;
    }

    /** With a home of its own, for the ledger of jobs. */
    private Volans.Outcome volans(String... words) throws Exception {
        return new Volans(folder)
                .with("HOME", folder.toString())
                .with("XDG_STATE_HOME", folder.resolve("state").toString())
                .with("XDG_DATA_HOME", folder.resolve("data").toString())
                .run(words);
    }

    private static JsonElement json(Volans.Outcome outcome) {
        return JsonParser.parseString(outcome.out());
    }
}
