package org.volans.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plug-ins installed into the finished product: they take part, are updated, and go without a trace. */
class PluginTest {

    private static final String COMMAND = "org.volans.api.cli.CliCommand";

    private static final String HANDLER = "org.volans.api.handler.RowHandler";

    @TempDir
    private Path folder;

    private ProductCopy product;

    @BeforeEach
    void unpack() throws Exception {
        product = ProductCopy.of(Volans.PRODUCT, folder.resolve("my volans"));
    }

    @Test
    void examplesComeAndGoWithoutATrace() throws Exception {
        SortedMap<String, Long> before = product.content();
        JsonObject done = json("plugin", "install", Volans.EXAMPLES.toString(), "--json");
        assertThat(done.getAsJsonArray("installed"))
                .hasSize(2); // the third is a view, and this product has no workbench
        assertThat(done.getAsJsonArray("bundles"))
                .allSatisfy(bundle -> assertThat(
                                bundle.getAsJsonObject().get("file").getAsString())
                        .startsWith("org.volans.example."));
        assertThat(ids(json("plugin", "list", "--json").getAsJsonArray("plugins")))
                .containsExactly("org.volans.example.crossid.feature", "org.volans.example.photometry.feature");
        assertThat(volans("samp", "handlers").out()).contains("org.volans.example.crossid", "Fluxes at the position");
        assertThat(volans("crossid", "--help").code()).isZero();
        assertThat(volans("--safe", "crossid", "--help").complaints())
                .containsExactly("volans: unknown command 'crossid'");

        assertThat(volans("plugin", "remove", Volans.EXAMPLES.toString()).out())
                .contains("Removed org.volans.example.crossid");
        assertThat(product.content()).isEqualTo(before);
        assertThat(volans("samp", "handlers").out()).doesNotContain("example");
    }

    @Test
    void newerVersionTakesThePlaceOfTheOlder() throws Exception {
        Path old = new UpdateSite("trial.thing", "1.0.0")
                .with(new PluginJar("trial.thing", "1.0.0"))
                .writeTo(folder.resolve("sité 1"));
        Path young = new UpdateSite("trial.thing", "1.1.0")
                .with(new PluginJar("trial.thing", "1.1.0"))
                .writeTo(folder.resolve("sité 2"));
        volans("plugin", "install", old.toString());
        assertThat(volans("plugin", "update").err()).contains("Nothing newer");
        assertThat(volans("plugin", "update", young.toString()).out().strip())
                .isEqualTo("Updated trial.thing 1.0.0 to 1.1.0");
        assertThat(product.folder().resolve("plugins/trial.thing_1.1.0.jar")).exists();
        assertThat(product.folder().resolve("plugins/trial.thing_1.0.0.jar")).doesNotExist();
    }

    /** Each in its own way; Volans goes on, says which plug-in it is, and they can be removed. */
    @Test
    void brokenPlugInsAreNamedAndDoNotStopVolans() throws Exception {
        Map<String, String> sources = Map.of(
                "Activator",
                        "implements org.osgi.framework.BundleActivator {\n"
                                + "public void start(org.osgi.framework.BundleContext c) { throw new"
                                + " IllegalStateException(\"no start\"); }\n"
                                + "public void stop(org.osgi.framework.BundleContext c) {} }",
                "Run",
                        "implements " + COMMAND + " {\n"
                                + "public int run(org.volans.api.cli.CliContext c) { throw new"
                                + " IllegalStateException(\"no run\"); } }",
                "Made",
                        "implements " + COMMAND + " {\n"
                                + "public Made() { throw new IllegalStateException(\"not made\"); }\n"
                                + "public int run(org.volans.api.cli.CliContext c) { return 0; } }",
                "Hollow",
                        "implements " + COMMAND + " {\n"
                                + "public int run(org.volans.api.cli.CliContext c) { return new Gone().hashCode(); } }",
                "Loud",
                        "implements " + COMMAND + " {\n"
                                + "public int run(org.volans.api.cli.CliContext c) { System.out.println(\"aside\");"
                                + " c.out().println(\"answer\"); return 0; } }",
                "Gone", "{}");
        UpdateSite site = new UpdateSite("trial.broken", "1.0.0");
        for (String name : List.of("Run", "Made", "Hollow", "Loud", "Activator")) {
            String type = name.equals("Activator") ? "Run" : name;
            PluginJar jar = new PluginJar("trial." + name.toLowerCase(java.util.Locale.ROOT), "1.0.0")
                    .importing("org.osgi.framework", "1.8")
                    .importing("org.volans.api", "0.1")
                    .importing("org.volans.api.cli", "0.1")
                    .importing("picocli", "0")
                    .component(
                            "trial." + type,
                            COMMAND,
                            "volans.command.name",
                            "x" + name.toLowerCase(java.util.Locale.ROOT),
                            "");
            site.with((name.equals("Activator") ? jar.header("Bundle-Activator", "trial.Activator") : jar)
                    .compiled(folder.resolve("src"), sources, "Gone"));
        }
        volans("plugin", "install", site.writeTo(folder.resolve("site")).toString());

        assertThat(volans("tap", "jobs").code()).isZero();
        for (String name : List.of("run", "made", "hollow", "activator")) {
            Volans.Outcome outcome = volans("x" + name);
            assertThat(outcome.code()).as(outcome.toString()).isNotZero();
            assertThat(outcome.err()).doesNotContain("\tat ").contains("trial." + name + " 1.0.0");
        }
        Volans.Outcome loud = volans("xloud");
        assertThat(loud.out()).as("nothing but the answer").isEqualToIgnoringNewLines("answer");
        assertThat(loud.err()).contains("aside");
        assertThat(volans("plugin", "remove", "trial.broken").code()).isZero();
        assertThat(volans("--help").err()).isEmpty();
    }

    private static final String HANGS = """
            implements org.volans.api.handler.RowHandler {
                public boolean accepts(org.volans.api.handler.HandlerEvent.Row row) { return true; }
                public java.util.List<org.volans.api.handler.HandlerResult> handle(
                        org.volans.api.handler.HandlerEvent.Row row,
                        org.volans.api.handler.HandlerContext context,
                        org.eclipse.core.runtime.IProgressMonitor monitor) {
                    System.out.println("no JSON");
                    while (true) {
                        try {
                            Thread.sleep(100_000);
                        } catch (InterruptedException e) {
                            System.out.println("never mind");
                        }
                    }
                }
            }
            """;

    /** It heeds nothing, and prints where only answers belong. */
    @Test
    void handlerThatHangsIsNamed() throws Exception {
        PluginJar jar = new PluginJar("trial.hang", "1.0.0")
                .importing("org.volans.api", "0.1")
                .importing("org.volans.api.handler", "0.1")
                .header("Require-Bundle", "org.eclipse.equinox.common")
                .component(
                        "trial.Hang",
                        "org.volans.api.handler.RowHandler",
                        "volans.handler.id",
                        "trial.hang",
                        "<property name='volans.handler.rule' value='limit=1'/>")
                .compiled(folder.resolve("src"), Map.of("Hang", HANGS));
        Path site = new UpdateSite("trial.hang", "1.0.0").with(jar).writeTo(folder.resolve("site"));
        volans("plugin", "install", site.toString());
        String hub = "std-lockurl:" + folder.resolve("samp").toUri();
        Process listening =
                new Volans(folder).of(product.folder()).with("SAMP_HUB", hub).start("samp", "listen", "--json");
        try {
            Volans caller = new Volans(folder).with("SAMP_HUB", hub);
            List<String> endings = List.of("did not end within 1 s; given up", "was given up and has not ended yet");
            for (String ending : endings) {
                Volans.Outcome call = highlighted(caller);
                assertThat(call.code()).as(call.toString()).isEqualTo(1);
                assertThat(call.out()).contains("trial.hang: ").endsWith(ending + System.lineSeparator());
                JsonObject line = JsonParser.parseString(listening.inputReader().readLine())
                        .getAsJsonObject();
                assertThat(line.get("handler").getAsString()).isEqualTo("trial.hang");
                assertThat(line.get("message").getAsString()).endsWith(ending);
            }
        } finally {
            listening.destroy();
            assertThat(listening.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** What is answered, as soon as somebody is there who answers. */
    private static Volans.Outcome highlighted(Volans caller) throws Exception {
        String url = "url=" + Path.of("data/objects.vot").toUri();
        Volans.Outcome call = caller.run("samp", "call", "table.highlight.row", url, "row=0");
        for (int tries = 0; call.out().isEmpty() && tries < 50; tries++) {
            call = caller.run("samp", "call", "table.highlight.row", url, "row=0");
        }
        return call;
    }

    @Test
    void saysWhoSignedAndRefusesWhatWasChangedAfterwards() throws Exception {
        PluginJar signed = new PluginJar("trial.signed", "1.0.0").signedBy("CN=Ann Author, O=Observatory");
        Path site = new UpdateSite("trial.signed", "1.0.0").with(signed).writeTo(folder.resolve("signed"));
        Volans.Outcome installed = volans("plugin", "install", "--signed", site.toString());
        assertThat(installed.code()).as(installed.toString()).isZero();
        assertThat(installed.err()).contains("trial.signed 1.0.0").contains("signed by Ann Author");
        volans("plugin", "remove", "trial.signed");

        SortedMap<String, Long> before = product.content();
        Path changed =
                new UpdateSite("trial.signed", "1.0.0").with(signed.tampered()).writeTo(folder.resolve("changed"));
        Volans.Outcome refused = volans("plugin", "install", changed.toString());
        assertThat(refused.code()).as(refused.toString()).isEqualTo(1);
        assertThat(refused.complaints())
                .singleElement()
                .asString()
                .contains("trial.signed")
                .contains("signed");
        assertThat(product.content()).isEqualTo(before);
    }

    /** As left behind by a Java that was killed in the middle of a change. */
    @Test
    void whatAKilledChangeLeftIsPutBack() throws Exception {
        volans("--version");
        SortedMap<String, Long> good = product.content();
        Path kept = product.folder().resolve("launcher/before");
        Files.createDirectory(kept);
        ProductCopy.copy(product.folder().resolve("p2"), kept.resolve("p2"));
        ProductCopy.copy(product.folder().resolve("configuration"), kept.resolve("configuration"));
        Files.copy(
                product.folder().resolve("artifacts.xml"),
                kept.resolve("artifacts.xml"),
                StandardCopyOption.COPY_ATTRIBUTES);
        Files.copy(product.folder().resolve("launcher/pristine/files"), kept.resolve("files"));
        Files.writeString(product.folder().resolve("plugins/trial.half_1.0.0.jar"), "half");
        Files.writeString(
                product.folder().resolve("configuration/org.eclipse.equinox.simpleconfigurator/bundles.info"), "half");
        Volans.Outcome outcome = volans("--version");
        assertThat(outcome.code()).as(outcome.toString()).isZero();
        assertThat(outcome.complaints()).singleElement().asString().contains("broken off");
        assertThat(product.content()).isEqualTo(good);
    }

    @Test
    void handlersThatCannotBeUsedAreNamed() throws Exception {
        PluginJar bundle = new PluginJar("trial.handlers", "1.0.0")
                .importing("org.volans.api.handler", "0.1")
                .component("trial.Silent", HANDLER, "some.property", "some value", "")
                .component(
                        "trial.Wordy",
                        HANDLER,
                        "volans.handler.id",
                        "trial.wordy",
                        "<property name='volans.handler.rule' value='colour'/>")
                .component(
                        "trial.Needy",
                        HANDLER,
                        "volans.handler.id",
                        "trial.needy",
                        "<reference name='helper' interface='trial.Helper'/>");
        UpdateSite site = new UpdateSite("trial.handlers", "1.0.0").with(bundle);
        volans("plugin", "install", site.writeTo(folder.resolve("site")).toString());
        Volans.Outcome handlers = volans("samp", "handlers");
        assertThat(handlers.code()).as(handlers.toString()).isZero();
        assertThat(handlers.out()).doesNotContain("trial");
        assertThat(handlers.err().lines())
                .hasSize(3)
                .anyMatch(line -> line.contains("trial.Silent of trial.handlers is left out")
                        && line.contains("no service property volans.handler.id"))
                .anyMatch(line -> line.contains("trial.Wordy of trial.handlers is left out")
                        && line.contains("volans.handler.rule cannot be used: 'colour'"))
                .contains(
                        "the handler trial.Needy of trial.handlers waits for a service that nobody offers: trial.Helper");
    }

    @Test
    void consoleReadsGogoUntilItsInputEnds() throws Exception {
        Volans.Outcome outcome = console("lb org.volans.api");
        assertThat(outcome.code()).as(outcome.toString()).isZero();
        assertThat(outcome.out()).contains("Volans API");
    }

    @Test
    void consoleEndsAsItIsTold() throws Exception {
        Volans.Outcome outcome = console("lb org.volans.api", "exit 3", "lb org.volans.cli");
        assertThat(outcome.code()).as(outcome.toString()).isEqualTo(3);
        assertThat(outcome.out())
                .contains("Volans API")
                .doesNotContain("Exception")
                .doesNotContain("Volans Command line");
        assertThat(outcome.err()).isEmpty();
    }

    private Volans.Outcome console(String... lines) throws Exception {
        return new Volans(folder)
                .execute(List.of(
                        "sh",
                        "-c",
                        "printf '" + String.join("\\n", lines) + "\\n' | '"
                                + product.folder().resolve("volans") + "' --console"));
    }

    private Volans.Outcome volans(String... words) throws Exception {
        return new Volans(folder).of(product.folder()).run(words);
    }

    private JsonObject json(String... words) throws Exception {
        Volans.Outcome outcome = volans(words);
        assertThat(outcome.code()).as(outcome.toString()).isZero();
        return JsonParser.parseString(outcome.out()).getAsJsonObject();
    }

    private static List<String> ids(JsonArray features) {
        return features.asList().stream()
                .map(feature -> feature.getAsJsonObject().get("id").getAsString())
                .toList();
    }
}
