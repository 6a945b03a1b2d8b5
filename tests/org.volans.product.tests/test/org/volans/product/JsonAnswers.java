package org.volans.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What every command of the product answers to {@code --json}, on the embedded sky. */
final class JsonAnswers {

    private static final String IMAGE = "ivo://sky.volans/astron/lolss?mosaic";
    private static final String PLACE = "240.484,46.768";

    /** What {@code samp replay} says again. */
    static final String RECORDING = """
            {"time": "2026-01-01T00:00:00Z", "direction": "received", "peer": {"name": "x", "id": "c1"}, \
            "mtype": "coord.pointAt.sky", "params": {"ra": "240.484", "dec": "46.768"}, "answered": true}
            """;

    private final Path folder;
    private final Sky sky;
    private final Volans volans;
    private final Map<String, List<JsonElement>> answers = new LinkedHashMap<>();

    /** @param folder an empty one, which is also the home */
    JsonAnswers(Path folder, Sky sky) throws IOException {
        this.folder = folder;
        this.sky = sky;
        this.volans = new Volans(folder)
                .with("HOME", folder.toString())
                .with("XDG_STATE_HOME", folder.resolve("state").toString())
                .with("VOLANS_REGISTRY", sky.registry());
        for (String file : List.of("objects.vot", "objects_colours.vot")) {
            Files.copy(Path.of("data", file), folder.resolve(file));
        }
    }

    /** By command: at least one for each kind of answer it has. */
    Map<String, List<JsonElement>> all() throws Exception {
        add("sky", sky.places());
        registry();
        tap();
        images();
        tables();
        samp();
        plugins();
        return answers;
    }

    private void registry() throws Exception {
        answer("registry search", "SDSS12", "--type", "tap");
        answer("registry search", "--waveband", "radio", "--covers", PLACE);
        answer("registry show", "ivo://sky.volans/vizier/v/147");
        answer("discover", "--pos", PLACE, "--waveband", "radio");
        answer("discover", "--pos", PLACE, "--waveband", "radio", "-o", "images.vot");
        answer("tour", "--out", "tour");
    }

    private void tap() throws Exception {
        String service = sky.tap("astron");
        answer("tap tables", service);
        answer("tap tables", service, "lolss.mosaic");
        answer("tap query", service, "SELECT * FROM lolss.mosaic", "-o", "mosaic.vot");
        answer("tap query", service, "SELECT TOP 2 * FROM lolss.source_catalog", "--async");
        answer("tap jobs");
        answer("tap resume", "1");
        answer("tap abort", "1");
        answer("tap delete", "1");
        answer("tap examples", service);
        answer("adql query", "SELECT TOP 2 * FROM t", "--table", "t=objects.vot");
        answer("adql check", "SELECT ra FROM t");
        failing("adql check", "SELECT raa FROM lolss.mosaic", "--service", service);
    }

    private void images() throws Exception {
        String links = sky.at("astron/links").toString();
        answer("links", links, IMAGE);
        failing("links", links, "ivo://sky.volans/astron/lolss?nothing");
        answer("cutout", links, IMAGE, "--circle", PLACE + ",0.02", "-o", "one.fits");
        answer("cutout", "mosaic.vot", "--each", "objects.vot", "--radius", "0.02", "-o", "cutouts");
        answer("image", "one.fits");
        answer("image", "one.fits", "-o", "one.png", "--overlay", "objects.vot");
    }

    private void tables() throws Exception {
        answer("sed", "objects_colours.vot", "--row", "1");
        answer("sed", "objects_colours.vot", "--all", "-o", "seds.csv");
        answer("table show", "objects.vot");
        answer("table info", "objects_colours.vot");
        answer("table convert", "objects.vot", "objects.csv");
    }

    /** In a copy of the product, which they change. */
    private void plugins() throws Exception {
        Path copy = folder.resolve("product");
        assertThat(volans.execute(List.of("cp", "-a", Volans.PRODUCT.toString(), copy.toString()))
                        .code())
                .isZero();
        volans.of(copy);
        String site = Volans.EXAMPLES.toString();
        String feature = "org.volans.example.photometry.feature";
        answer("plugin list", site);
        answer("plugin install", "--yes", site, feature);
        answer("plugin list");
        answer("plugin update", site);
        answer("plugin remove", feature);
        answer("plugin new", "galactic", "--site", site);
        volans.of(Volans.PRODUCT);
    }

    private void samp() throws Exception {
        answer("samp handlers");
        Process hub = volans.start("samp", "hub", "--json");
        try {
            add("samp hub", firstDocument(hub));
            sampWithListener();
        } finally {
            hub.destroy();
            assertThat(hub.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    private void sampWithListener() throws Exception {
        try (Listening listening = new Listening(volans, Map.of(), "--out", "made", "--record", "talk.jsonl")) {
            Neighbours.until("Volans at the hub", this::listenerIsThere);
            answer("samp clients");
            answer("samp point", PLACE);
            answer("samp send", "objects.vot");
            answer("samp call", "samp.app.ping");
            listening.await(
                    "what was made of the position",
                    e -> e.get("files").getAsJsonArray().size() > 0);
            add("samp listen", listening.events().toArray(JsonElement[]::new));
            Files.writeString(folder.resolve("said.jsonl"), RECORDING);
            answer("samp replay", "said.jsonl");
        }
    }

    private boolean listenerIsThere() {
        try {
            return volans.run("samp", "clients", "--json").out().contains("\"coord.pointAt.sky\"");
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of a process that goes on. */
    private static JsonElement firstDocument(Process process) throws IOException {
        BufferedReader out = process.inputReader();
        StringBuilder text = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            text.append(line);
            if (line.equals("}")) {
                return strictly(text.toString());
            }
        }
        throw new IOException("it ended: " + text);
    }

    private void answer(String command, String... words) throws Exception {
        answer(0, command, words);
    }

    private void failing(String command, String... words) throws Exception {
        answer(1, command, words);
    }

    private void answer(int code, String command, String... words) throws Exception {
        List<String> all = new ArrayList<>(Arrays.asList(command.split(" ")));
        all.addAll(Arrays.asList(words));
        all.add("--json");
        Volans.Outcome outcome = volans.run(all.toArray(String[]::new));
        assertThat(outcome.code()).as(outcome.toString()).isEqualTo(code);
        add(command, strictly(outcome.out()));
    }

    private void add(String command, JsonElement... more) {
        answers.computeIfAbsent(command, key -> new ArrayList<>()).addAll(Arrays.asList(more));
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
}
