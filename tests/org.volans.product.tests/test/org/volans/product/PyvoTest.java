package org.volans.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.StoragePolicy;
import uk.ac.starlink.util.FileDataSource;
import uk.ac.starlink.votable.VOTableBuilder;

/** PyVO, which knows nothing of Volans, does the whole chain on the embedded sky ({@code peers/pyvo_chain.py}). */
@ExtendWith(Sky.Parameter.class)
class PyvoTest {

    @TempDir
    private static Path folder;

    private static JsonObject found;

    @BeforeAll
    static void run(Sky sky) throws Exception {
        Optional<String> python = python();
        assumeTrue(python.isPresent(), "PyVO is not installed (Debian: python3-pyvo)");
        Volans.Outcome outcome = new Volans(folder)
                .execute(List.of(
                        python.orElseThrow(),
                        Path.of("peers/pyvo_chain.py").toAbsolutePath().toString(),
                        sky.registry(),
                        Path.of("data/objects.vot").toAbsolutePath().toString(),
                        "--thrifty"));
        assertThat(outcome.code()).as(outcome.toString()).isZero();
        found = JsonParser.parseString(outcome.out()).getAsJsonObject();
        System.out.println("PyVO " + found.get("pyvo").getAsString() + ", seconds " + found.get("seconds"));
    }

    /** Debian puts its packages where its own interpreter looks, which need not be the first on the PATH. */
    private static Optional<String> python() throws IOException, InterruptedException {
        for (String candidate : List.of("/usr/bin/python3", "python3")) {
            try {
                if (new Volans(folder)
                                .execute(List.of(candidate, "-c", "import pyvo"))
                                .code()
                        == 0) {
                    return Optional.of(candidate);
                }
            } catch (IOException e) {
                System.out.println("no " + candidate + ": " + e.getMessage());
            }
        }
        return Optional.empty();
    }

    @Test
    void findsThePhotometryByItsKeyword(Sky sky) {
        JsonObject photometry = found.getAsJsonObject("photometry");
        assertThat(photometry.get("ivoid").getAsString()).isEqualTo("ivo://sky.volans/vizier/v/147");
        assertThat(photometry.get("access_url").getAsString()).isEqualTo(sky.tap("vizier"));
    }

    @Test
    void getsThePublishedRows() throws IOException {
        StarTable published = new VOTableBuilder()
                .makeStarTable(
                        new FileDataSource(Path.of("data/objects_colours.vot").toFile()),
                        true,
                        StoragePolicy.PREFER_MEMORY);
        List<List<Object>> expected = new ArrayList<>();
        for (long row = 0; row < published.getRowCount(); row++) {
            List<Object> cells = new ArrayList<>();
            for (Object cell : published.getRow(row)) {
                // what Python prints of a float is the double that it stands for
                cells.add(cell instanceof Float number ? (Object) number.doubleValue() : cell);
            }
            expected.add(cells);
        }
        List<List<Object>> rows = new ArrayList<>();
        for (JsonElement row : found.getAsJsonArray("rows")) {
            List<Object> cells = new ArrayList<>();
            row.getAsJsonArray()
                    .forEach(cell -> cells.add(
                            cell.getAsJsonPrimitive().isString() ? cell.getAsString() : (Object) cell.getAsDouble()));
            rows.add(cells);
        }
        assertThat(rows).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void asksEveryRadioService(Sky sky) {
        JsonObject discovery = found.getAsJsonObject("discovery");
        assertThat(discovery.keySet())
                .containsExactlyInAnyOrder(
                        sky.tap("astron"), sky.tap("gavo"), sky.tap("slow"), "http://127.0.0.1:9/down/tap");
        assertThat(discovery.getAsJsonObject(sky.tap("astron")).get("rows").getAsInt())
                .isGreaterThanOrEqualTo(19);
        assertThat(discovery.getAsJsonObject("http://127.0.0.1:9/down/tap").has("error"))
                .isTrue();
    }

    @Test
    void cutsTheMosaicAtEachPosition() {
        assertThat(found.getAsJsonArray("links"))
                .extracting(JsonElement::getAsString)
                .contains("#this", "#cutout", "#preview");
        JsonArray cutouts = found.getAsJsonArray("cutouts");
        assertThat(cutouts).hasSize(19);
        for (JsonElement element : cutouts) {
            JsonObject cutout = element.getAsJsonObject();
            assertThat(cutout.get("finite").getAsBoolean()).isTrue();
            double side = cutout.getAsJsonArray("shape").get(0).getAsDouble();
            double radius =
                    cutout.get("radius").getAsDouble() / cutout.get("pixel_deg").getAsDouble();
            assertThat(side).isCloseTo(2 * radius + 1, within(1.6));
            // astropy counts pixels from 0
            assertThat(cutout.get("x").getAsDouble()).isCloseTo((side - 1) / 2, within(1.0));
        }
    }
}
