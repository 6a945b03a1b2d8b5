package org.volans.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands of the product with the workbench do without the bundles with its views: they say what the headless ones say. */
class DesktopCommandsTest {

    private static final Path COLOURS = Path.of("data/objects_colours.vot").toAbsolutePath();

    /** What one run of {@code samp listen} has and another has not. */
    private static final String TIME_OF_DAY = "(?m)^\\d\\d:\\d\\d:\\d\\d ";

    @TempDir
    private Path folder;

    /** A hub of its own for each product. */
    private Volans of(Path product) throws IOException {
        Path home = Files.createDirectories(folder.resolve(product.equals(Volans.DESKTOP) ? "desktop" : "headless"));
        return new Volans(home)
                .of(product)
                .with("HOME", home.toString())
                .with("SAMP_HUB", "std-lockurl:file://" + home.resolve("hub"))
                .with("DISPLAY", "");
    }

    @Test
    void sampCommandsSayTheSame() throws Exception {
        for (String command : List.of("handlers", "clients")) {
            Volans.Outcome headless = of(Volans.PRODUCT).run("samp", command);
            Volans.Outcome desktop = of(Volans.DESKTOP).run("samp", command);
            assertThat(headless.out() + headless.err()).as(command).isNotEmpty();
            assertThat(desktop.err()).as(command).isEqualTo(headless.err());
            assertThat(desktop.out()).as(command).isEqualTo(headless.out());
            assertThat(desktop.code()).as(command).isEqualTo(headless.code());
        }
    }

    @Test
    void aHighlightedRowIsHandledTheSame() throws Exception {
        assertThat(highlight(Volans.DESKTOP)).isEqualTo(highlight(Volans.PRODUCT));
    }

    /** What {@code samp listen} writes on both streams, and what whoever highlighted the row is told. */
    private List<String> highlight(Path product) throws Exception {
        Volans volans = of(product);
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process listening = volans.start(out, err, "samp", "listen", "--out", "made");
        Volans.Outcome call;
        try {
            Neighbours.until("the hub", () -> text(err).contains("listening"));
            call = volans.run("samp", "call", "table.highlight.row", "table-id=t", "url=" + COLOURS.toUri(), "row=1");
        } finally {
            listening.destroy();
            listening.waitFor();
        }
        assertThat(text(out)).contains("SED with ");
        String anywhere = text(out).replaceAll(TIME_OF_DAY, "").replaceAll("/\\S+(?=/made/)", "");
        return List.of(anywhere, text(err), call.out(), call.err());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Else a command finds its services and starts them without a window. */
    @Test
    void servicesOfTheBundlesWithViewsWaitForTheWorkbench() throws Exception {
        Map<String, String> services = new TreeMap<>();
        for (Path jar : bundlesWithViews()) {
            services.putAll(services(jar));
        }
        assertThat(services).hasSizeGreaterThan(12).containsKey("org.volans.example.crossid.ui.internal.LatestMatches");
        assertThat(services)
                .allSatisfy((name, description) -> assertThat(description)
                        .contains("name=\"osgi.ds.satisfying.condition.target\"")
                        .contains("(osgi.condition.id=org.volans.workbench)"));
    }

    private static List<Path> bundlesWithViews() throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path product : List.of(Volans.DESKTOP, Volans.EXAMPLES)) {
            try (Stream<Path> jars = Files.list(product.resolve("plugins"))) {
                jars.filter(jar -> jar.getFileName().toString().matches("org\\.volans\\.(app|(.+\\.)?ui)_.*\\.jar"))
                        .forEach(found::add);
            }
        }
        return found;
    }

    /** The components that offer a service of the API, by name. */
    private static Map<String, String> services(Path jar) throws IOException {
        Map<String, String> services = new TreeMap<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : file.stream().collect(Collectors.toList())) {
                if (entry.getName().matches("OSGI-INF/.*\\.xml")) {
                    String description = new String(file.getInputStream(entry).readAllBytes());
                    if (description.contains("<provide interface=\"org.volans.api.")) {
                        services.put(entry.getName().replaceAll("OSGI-INF/|\\.xml", ""), description);
                    }
                }
            }
        }
        return services;
    }
}
