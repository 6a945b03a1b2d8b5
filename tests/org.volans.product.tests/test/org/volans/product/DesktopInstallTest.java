package org.volans.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What p2's wizard does at its end, without its pages: a plug-in that gives it the same orders as a command. So this also holds for
 * updates, which end in the same way.
 */
class DesktopInstallTest {

    private static final String HANDLER = "org.volans.api.handler.RowHandler";

    private static final String WIZARD = """
            implements org.volans.api.cli.CliCommand {
                @picocli.CommandLine.Parameters java.util.List<String> sites;

                public int run(org.volans.api.cli.CliContext context) throws java.io.IOException {
                    var monitor = context.monitor();
                    try {
                        for (String site : sites) {
                            var operation = new org.eclipse.equinox.p2.operations.OperationFactory()
                                    .createInstallOperation(
                                            java.util.List.of(new org.eclipse.equinox.p2.metadata.VersionedId(
                                                    "trial.feature.group", "1.0.0")),
                                            java.util.List.of(context.path(site).toUri()),
                                            monitor);
                            operation.resolveModal(monitor);
                            var status = operation.getProvisioningJob(monitor).runModal(monitor);
                            context.out().println(status.isOK() ? "installed " + site : status.getMessage());
                        }
                    } catch (org.eclipse.equinox.p2.core.ProvisionException e) {
                        throw new java.io.IOException(e);
                    }
                    return 0;
                }
            }
            """;

    @TempDir
    private Path folder;

    private ProductCopy product;

    @BeforeEach
    void unpack() throws Exception {
        Files.createDirectory(folder.resolve("tmp"));
        product = ProductCopy.of(Volans.DESKTOP, folder.resolve("my volans"));
        PluginJar wizard = new PluginJar("trial.wizard", "1.0.0")
                .importing("org.volans.api.cli", "0.1")
                .importing("picocli", "0")
                .header(
                        "Require-Bundle",
                        "org.eclipse.equinox.common,org.eclipse.equinox.p2.core,org.eclipse.equinox.p2.metadata,"
                                + "\n org.eclipse.equinox.p2.operations")
                .component("trial.Wizard", "org.volans.api.cli.CliCommand", "volans.command.name", "wizard", "")
                .against(Volans.DESKTOP)
                .compiled(folder.resolve("src"), Map.of("Wizard", WIZARD));
        Path site = new UpdateSite("trial.wizard", "1.0.0").with(wizard).writeTo(folder.resolve("wizard"));
        Volans.Outcome outcome = volans("plugin", "install", site.toString());
        assertThat(outcome.code()).as(outcome.toString()).isZero();
    }

    @Test
    void refusesWhatTheCommandRefuses() throws Exception {
        site("same-id", handler("trial.guest", "org.volans.handlers.sed"));
        Path lying = site("lying", handler("trial.guest", "trial.own"));
        Files.writeString(lying.resolve("plugins/trial.guest_1.0.0.jar"), "This is no bundle.");
        site("good", handler("trial.guest", "trial.own"));

        SortedMap<String, Long> before = bundles();
        assertThat(wizard("same-id", "lying"))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("trial.guest").endsWith("Nothing was installed."))
                .first()
                .asString()
                .contains("'org.volans.handlers.sed', which org.volans.handlers has");
        assertThat(bundles()).isEqualTo(before);

        assertThat(wizard("good")).containsExactly("installed good");
        assertThat(bundles()).containsKey("plugins/trial.guest_1.0.0.jar");
    }

    /** The command knows what the wizard has installed as what it has installed itself. */
    @Test
    void theCommandKnowsItsSite() throws Exception {
        Path site = site("good", handler("trial.guest", "trial.own"));
        assertThat(wizard("good")).containsExactly("installed good");
        assertThat(volans("plugin", "list", "--json").out())
                .contains("\"id\": \"trial\"", site.toUri().toString());
        Volans.Outcome removed = volans("plugin", "remove", site.toString());
        assertThat(removed.code()).as(removed.toString()).isZero();
        assertThat(removed.out()).contains("trial 1.0.0").doesNotContain("wizard");
    }

    private static PluginJar handler(String name, String id) {
        return new PluginJar(name, "1.0.0").component("trial.Handler", HANDLER, "volans.handler.id", id, "");
    }

    private Path site(String name, PluginJar bundle) throws IOException {
        return new UpdateSite("trial", "1.0.0").with(bundle).writeTo(folder.resolve(name));
    }

    /** @return a line for each site */
    private List<String> wizard(String... sites) throws Exception {
        Volans.Outcome outcome =
                volans(Stream.concat(Stream.of("wizard"), Stream.of(sites)).toArray(String[]::new));
        assertThat(outcome.code()).as(outcome.toString()).isZero();
        try (Stream<Path> left = Files.list(folder.resolve("tmp"))) {
            assertThat(left.map(Path::getFileName).map(Path::toString)).noneMatch(name -> name.startsWith("volans-"));
        }
        return outcome.out().lines().toList();
    }

    private Volans.Outcome volans(String... words) throws Exception {
        return new Volans(folder)
                .of(product.folder())
                // nobody is asked whether unsigned bundles are trusted
                .with(
                        "VOLANS_JAVA_OPTIONS",
                        "-Declipse.p2.unsignedPolicy=allow -Djava.io.tmpdir=" + folder.resolve("tmp"))
                .run(words);
    }

    /** What is installed; p2 also notes which sites it was asked to look at. */
    private SortedMap<String, Long> bundles() throws IOException {
        SortedMap<String, Long> all = product.content();
        all.keySet().removeIf(name -> name.startsWith("p2/"));
        return all;
    }
}
