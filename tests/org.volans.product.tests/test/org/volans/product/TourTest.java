package org.volans.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.StoragePolicy;
import uk.ac.starlink.util.FileDataSource;
import uk.ac.starlink.votable.VOTableBuilder;

/** {@code volans tour}: the whole chain, from outside. */
@ExtendWith(Sky.Parameter.class)
class TourTest {

    private static final int ROWS = 23;
    private static final int POSITIONS = 19;

    @TempDir
    private static Path folder;

    private static Volans.Outcome outcome;
    private static Path tour;
    private static JsonObject report;

    @BeforeAll
    static void run() throws Exception {
        outcome = new Volans(folder).run("tour", "--out", "mytour");
        tour = folder.resolve("mytour");
        report = JsonParser.parseString(Files.readString(tour.resolve("tour.json")))
                .getAsJsonObject();
    }

    @Test
    void endsWellAndSaysWhereTheReportIs() {
        assertThat(outcome.code()).as(outcome.toString()).isZero();
        assertThat(outcome.out()).contains(tour.resolve("index.html").toString());
        assertThat(outcome.out()).contains("The same 23 rows and magnitudes as the published answer");
        assertThat(outcome.complaints()).isEmpty();
    }

    @Test
    void writesNothingButItsFolder() throws IOException {
        assertThat(names(folder)).containsExactly("mytour");
        assertThat(names(tour))
                .containsExactlyInAnyOrder(
                        "index.html", "tour.json", "objects_colours.vot", "discovery.vot", "seds", "cutouts");
        assertThat(names(tour.resolve("cutouts"))).hasSize(2 * ROWS);
        assertThat(names(tour.resolve("seds")))
                .filteredOn(n -> n.endsWith(".png"))
                .hasSize(ROWS);
        assertThat(names(tour.resolve("seds")))
                .filteredOn(n -> n.endsWith(".csv"))
                .hasSize(ROWS);
        assertThat(names(tour.resolve("seds"))).contains("all.vot");
    }

    /** The 23 rows that TAPVizieR gave in 2021: every name, position and magnitude. */
    @Test
    void objectsAndColoursAreThePublishedOnes() throws IOException {
        StarTable published = table(Path.of("data/objects_colours.vot"));
        StarTable made = table(tour.resolve("objects_colours.vot"));
        String[] columns = {"SDSS12", "ra", "dec", "umag", "gmag", "rmag", "imag"};
        assertThat(cells(made, columns)).hasSize(ROWS).containsExactlyInAnyOrderElementsOf(cells(published, columns));
        for (String column : columns) {
            var ours = made.getColumnInfo(index(made, column));
            var theirs = published.getColumnInfo(index(published, column));
            assertThat(ours.getUnitString()).as(column).isEqualTo(theirs.getUnitString());
            assertThat(ours.getUCD()).as(column).startsWithIgnoringCase(theirs.getUCD());
        }
    }

    @Test
    void everyStepIsWrittenDown() {
        JsonArray steps = report.getAsJsonArray("steps");
        assertThat(steps).hasSize(6).allSatisfy(step -> {
            JsonObject object = step.getAsJsonObject();
            assertThat(object.get("failure").getAsString())
                    .as(object.toString())
                    .isEmpty();
            assertThat(object.get("seconds").getAsDouble()).isNotNegative();
        });
        assertThat(report.get("positions").getAsInt()).isEqualTo(POSITIONS);
        assertThat(report.getAsJsonObject("published_answer").get("same").getAsBoolean())
                .isTrue();
    }

    /** Four services were asked; the one that is down is one line. */
    @Test
    void theReportNamesTheServiceThatIsDown() throws IOException {
        JsonArray services = report.getAsJsonObject("discovery").getAsJsonArray("services");
        assertThat(services).hasSize(4);
        List<JsonElement> failed = new ArrayList<>();
        services.forEach(service -> {
            if (!service.getAsJsonObject().get("answered").getAsBoolean()) {
                failed.add(service);
            }
        });
        assertThat(failed).hasSize(1);
        assertThat(failed.get(0).getAsJsonObject().get("name").getAsString()).isEqualTo("Sky down TAP");
        assertThat(table(tour.resolve("discovery.vot")).getRowCount()).isGreaterThan(POSITIONS);
    }

    @Test
    void everyCutoutHoldsItsPosition() throws IOException {
        JsonArray targets = report.getAsJsonArray("targets");
        assertThat(targets).hasSize(ROWS);
        for (JsonElement element : targets) {
            JsonObject target = element.getAsJsonObject();
            JsonObject cutout = target.getAsJsonObject("cutout");
            FitsFile fits = new FitsFile(tour.resolve(cutout.get("fits").getAsString()));
            String name = target.get("name").getAsString();
            assertThat(fits.complete()).as(name).isTrue();
            assertThat(fits.text("CTYPE1")).as(name).isEqualTo("RA---TAN");
            double[] pixel =
                    fits.pixel(target.get("ra").getAsDouble(), target.get("dec").getAsDouble());
            double radius = cutout.get("radius_deg").getAsDouble() / fits.number("CDELT2");
            for (int axis = 0; axis < 2; axis++) {
                double side = fits.number("NAXIS" + (axis + 1));
                assertThat(pixel[axis]).as(name).isCloseTo((side + 1) / 2, within(1.0));
                assertThat(side).as(name).isCloseTo(2 * radius + 1, within(1.6));
            }
        }
    }

    @Test
    void everyPictureCanBeRead() throws Exception {
        List<Path> pngs = new ArrayList<>(files("cutouts", ".png"));
        assertThat(pngs).hasSize(ROWS);
        pngs.addAll(files("seds", ".png"));
        for (Path png : pngs) {
            assertThat(ImageIO.read(png.toFile())).as(png.toString()).isNotNull();
        }
    }

    /** From disk, alone: what it shows lies beside it. */
    @Test
    void thePageRefersOnlyToFilesBesideIt() throws IOException {
        String page = Files.readString(tour.resolve("index.html"));
        var references = Pattern.compile("(?:src|href)=\"([^\"#]+)\"").matcher(page);
        List<String> local = new ArrayList<>();
        while (references.find()) {
            String reference = references.group(1);
            if (reference.startsWith("http")) {
                assertThat(references.group())
                        .as("links may lead out, pictures not")
                        .startsWith("href");
            } else {
                local.add(reference);
            }
        }
        assertThat(local).hasSizeGreaterThan(2 * ROWS);
        assertThat(local).allSatisfy(reference -> {
            if (!reference.startsWith("data:")) {
                assertThat(tour.resolve(URLDecoder.decode(reference.replace("+", "%2B"), StandardCharsets.UTF_8)))
                        .exists();
            }
        });
    }

    /** With only {@code --registry}, and no more requests than the work needs: 23 rows share 19 positions. */
    @Test
    void onAnotherRegistryItSendsOneRequestForEachPosition(Sky sky) throws Exception {
        long mark = sky.mark();
        Volans.Outcome elsewhere = new Volans(folder)
                .run(
                        "tour",
                        "--registry",
                        sky.registry(),
                        "--json",
                        "--out",
                        folder.resolve("other/tour").toString());
        assertThat(elsewhere.code()).as(elsewhere.toString()).isZero();
        JsonObject json = JsonParser.parseString(elsewhere.out()).getAsJsonObject();
        assertThat(json.get("embedded_sky").getAsBoolean()).isFalse();
        assertThat(json.getAsJsonObject("published_answer").get("same").getAsBoolean())
                .isTrue();
        List<Sky.Request> cutouts = sky.since(mark, path -> path.contains("/soda/"));
        assertThat(cutouts).hasSize(POSITIONS).doesNotHaveDuplicates();
        assertThat(sky.since(mark, path -> path.contains("/links"))).hasSize(1);
        // the join and at most one thing to learn of the service before it
        assertThat(sky.since(mark, path -> path.startsWith("/vizier/"))).hasSizeLessThanOrEqualTo(4);
        Volans.Outcome rest = new Volans(folder)
                .execute(List.of("rm", "-r", folder.resolve("other").toString()));
        assertThat(rest.code()).isZero();
    }

    private List<Path> files(String subfolder, String end) throws IOException {
        try (Stream<Path> files = Files.list(tour.resolve(subfolder))) {
            return files.filter(file -> file.toString().endsWith(end)).toList();
        }
    }

    private static List<String> names(Path of) throws IOException {
        try (Stream<Path> files = Files.list(of)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static StarTable table(Path file) throws IOException {
        return new VOTableBuilder().makeStarTable(new FileDataSource(file.toFile()), true, StoragePolicy.PREFER_MEMORY);
    }

    private static List<List<Object>> cells(StarTable table, String... columns) throws IOException {
        List<List<Object>> rows = new ArrayList<>();
        for (long row = 0; row < table.getRowCount(); row++) {
            List<Object> cells = new ArrayList<>();
            for (String column : columns) {
                cells.add(table.getCell(row, index(table, column)));
            }
            rows.add(cells);
        }
        return rows;
    }

    private static int index(StarTable table, String name) {
        for (int i = 0; i < table.getColumnCount(); i++) {
            if (table.getColumnInfo(i).getName().equals(name)) {
                return i;
            }
        }
        throw new AssertionError("no column " + name);
    }
}
