package org.volans.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.astrogrid.samp.client.ClientProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code volans samp} with a hub of its own, and without any. */
class SampHubTest {

    private static final Path COLOURS = Path.of("data/objects_colours.vot").toAbsolutePath();

    @TempDir
    private Path home;

    private Volans volans;

    @BeforeEach
    void live() {
        volans = at(home);
    }

    /** Java takes the home folder from the system, whatever the environment says. */
    private static Volans at(Path home) {
        return new Volans(home).with("HOME", home.toString()).with("JAVA_TOOL_OPTIONS", "-Duser.home=" + home);
    }

    private Process hub() throws IOException {
        Process hub = volans.start("samp", "hub");
        BufferedReader out = hub.inputReader();
        assertThat(out.readLine()).contains("hub runs");
        return hub;
    }

    private static void stop(Process process) throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void theReferenceImplementationsTesterFindsNoFault() throws Exception {
        Process hub = hub();
        try {
            String jsamp = Path.of(ClientProfile.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            Volans.Outcome tester = volans.execute(
                    List.of(java, "-Duser.home=" + home, "-cp", jsamp, "org.astrogrid.samp.test.HubTester"));
            assertThat(tester.code()).as(tester.toString()).isZero();
        } finally {
            stop(hub);
        }
        assertThat(home.resolve(".samp")).doesNotExist();
    }

    @Test
    void aSecondHubIsRefused() throws Exception {
        Process hub = hub();
        try {
            Volans.Outcome second = volans.run("samp", "hub");
            assertThat(second.code()).isEqualTo(1);
            assertThat(second.complaints()).hasSize(1).allMatch(line -> line.contains("runs already"));
        } finally {
            stop(hub);
        }
    }

    @Test
    void aHubThatWasKilledIsReplaced() throws Exception {
        Process killed = hub();
        killed.destroyForcibly().waitFor();
        assertThat(home.resolve(".samp")).exists();
        refused(volans.run("samp", "clients"), "names a SAMP hub that has gone");
        Process hub = hub();
        Volans.Outcome clients = volans.run("samp", "clients", "--json");
        stop(hub);
        assertThat(clients.code()).as(clients.toString()).isZero();
    }

    @Test
    void withoutAHubThereIsOneLine() throws Exception {
        refused(volans.run("samp", "clients"), "no SAMP hub is running");
        refused(volans.run("samp", "send", COLOURS.toString()), "no SAMP hub is running");
        refused(volans.run("samp", "point", "10,20"), "no SAMP hub is running");
    }

    /** A table that is converted is a file for others; nobody else wants it. */
    @Test
    void whatNobodyTookIsNotLeftBehind() throws Exception {
        Path temporary = Files.createDirectory(home.resolve("temporary"));
        volans.with("TMPDIR", temporary.toString());
        Files.writeString(home.resolve("list.csv"), "name,mag\nA,1\nB,2\n");
        refused(volans.run("samp", "send", "list.csv"), "no SAMP hub is running");
        Process hub = hub();
        try {
            refused(volans.run("samp", "send", "list.csv"), "no program at the hub takes tables");
            assertThat(temporary).isDirectoryNotContaining("glob:**/volans-sent-*");
        } finally {
            stop(hub);
        }
    }

    @Test
    void whatIsNoInputIsRefusedBeforeAnythingIsSent() throws Exception {
        Process hub = hub();
        try {
            refused(volans.run("samp", "send", "missing.vot"), "missing.vot");
            refused(volans.run("samp", "send", COLOURS.toString(), "--to", "nobody"), "nobody");
            refused(volans.run("samp", "send", COLOURS.toString()), "no program at the hub takes tables");
            refused(volans.run("samp", "send", COLOURS.toString(), "--as", "image"), "is a VOTable, not a FITS file");
            refused(volans.run("samp", "listen", "--rules", "none.json"), "none.json");
            Files.writeString(home.resolve("bad.json"), "{\"version\": 1, \"rules\": [{\"event\": \"row\"}]}");
            refused(volans.run("samp", "listen", "--rules", "bad.json"), "bad.json");
            refused(volans.run("samp", "replay", COLOURS.toString()), "objects_colours.vot");
        } finally {
            stop(hub);
        }
    }

    @Test
    void theRulesInForceCanBeWrittenAndUsed() throws Exception {
        Volans.Outcome written = volans.run("samp", "handlers", "-o", "handlers.json");
        assertThat(written.code()).as(written.toString()).isZero();
        String rules = Files.readString(home.resolve("handlers.json"));
        assertThat(rules).contains("org.volans.handlers.sed", "org.volans.handlers.cutout");
        Volans.Outcome list = volans.run("samp", "handlers", "--rules", "handlers.json");
        assertThat(list.code()).as(list.toString()).isZero();
        assertThat(list.out()).contains("org.volans.handlers.sed").doesNotContain("not installed");
        assertThat(list.err()).doesNotContain("there is no handler");
        Files.writeString(home.resolve("typo.json"), "{\"version\": 1, \"rules\": [{\"handler\": \"org.x.sedd\"}]}");
        Volans.Outcome typo = volans.run("samp", "handlers", "--rules", "typo.json");
        assertThat(typo.code()).as(typo.toString()).isZero();
        assertThat(typo.err()).contains("there is no handler 'org.x.sedd', which the rules name");
        assertThat(typo.out()).contains("(not installed)");
    }

    private static void refused(Volans.Outcome outcome, String word) {
        assertThat(outcome.code()).as(outcome.toString()).isEqualTo(1);
        assertThat(outcome.complaints()).as(outcome.toString()).hasSize(1).allMatch(line -> line.contains(word));
    }
}
