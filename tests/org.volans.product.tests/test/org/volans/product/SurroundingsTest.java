package org.volans.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cron, batch systems, containers and pipes do to a command, as {@code docs/headless.md} says. */
class SurroundingsTest {

    private static final String VOLANS = "'" + Volans.PRODUCT.resolve("volans") + "'";
    private static final String JAVA = System.getProperty("java.home");

    @TempDir
    private Path folder;

    @BeforeEach
    void fill() throws IOException {
        Files.copy(Path.of("data/objects.vot"), folder.resolve("objects.vot"));
    }

    private Volans.Outcome sh(String line) throws IOException, InterruptedException {
        return new Volans(folder).execute(List.of("sh", "-c", line));
    }

    /** With nothing in the environment but what is said. */
    private Volans.Outcome bare(String environment, String words) throws IOException, InterruptedException {
        return sh("env -i PATH=/usr/bin:/bin JAVA_HOME='" + JAVA + "' " + environment + " " + VOLANS + " " + words);
    }

    private static void assertDone(Volans.Outcome outcome) {
        assertThat(outcome.code()).as(outcome.toString()).isZero();
        assertThat(outcome.complaints()).isEmpty();
    }

    @Test
    void anAnswerThatDoesNotFitIsAFailure() throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/full")));
        Volans.Outcome outcome = sh(VOLANS + " table show objects.vot > /dev/full");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.complaints())
                .containsExactly("volans: cannot write to standard output: No space left on device");
    }

    @Test
    void endsQuietlyWhenNobodyReads() throws Exception {
        StringBuilder rows = new StringBuilder("number,square\n");
        for (long i = 0; i < 20_000; i++) {
            rows.append(i).append(',').append(i * i).append('\n');
        }
        Files.writeString(folder.resolve("long.csv"), rows);
        Volans.Outcome outcome = sh("{ " + VOLANS + " table show long.csv --json; echo $? > code; } | head -1");
        assertThat(outcome.out()).isEqualTo("{\n");
        assertThat(outcome.err()).isEmpty();
        assertThat(folder.resolve("code")).hasContent("141");
    }

    @Test
    void streamsThatAreClosedAreNotTakenForFiles() throws Exception {
        Volans.Outcome input = sh(VOLANS + " adql check - <&-");
        assertThat(input.code()).as(input.toString()).isEqualTo(1);
        assertThat(input.complaints()).hasSize(1).allMatch(line -> line.contains("standard input"));
        assertDone(sh(VOLANS + " table convert objects.vot out.csv --json >&-"));
        assertDone(sh(VOLANS + " table convert objects.vot out.csv 2>&-"));
    }

    @ParameterizedTest
    @CsvSource({"INT,130", "TERM,143"})
    void signalsEndItWithTheirNumber(String signal, int code) throws Exception {
        // who runs the tests in the background has them ignore interrupts, and so what they start
        Process hub = new Volans(folder)
                .with("HOME", folder.toString())
                .start(List.of(
                        "env",
                        "--default-signal=" + signal,
                        Volans.PRODUCT.resolve("volans").toString(),
                        "samp",
                        "hub"));
        try {
            assertThat(hub.inputReader().readLine()).contains("hub runs");
            assertThat(folder.resolve(".samp")).exists();
            assertDone(sh("kill -" + signal + " " + hub.pid()));
            assertThat(hub.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(hub.exitValue()).isEqualTo(code);
        } finally {
            hub.destroyForcibly();
        }
        assertThat(folder.resolve(".samp")).doesNotExist();
    }

    /** Cron sends as mail what is said. */
    @Test
    void quietSaysNothingWhenAllIsWell() throws Exception {
        String cron = "HOME='" + folder + "' LOGNAME=me SHELL=/bin/sh";
        Volans.Outcome done = bare(cron, "--quiet table convert objects.vot objects.fits");
        assertDone(done);
        assertThat(done.out() + done.err()).isEmpty();
        Volans.Outcome failed = bare(cron, "--quiet table convert missing.vot objects.fits");
        assertThat(failed.code()).isEqualTo(1);
        assertThat(failed.err()).startsWith("volans: ").hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource({"LC_ALL=C", "LANG=POSIX", "LANG=C.UTF-8", "LC_ALL=xx_XX", "LANG=xx_XX@euro", "NO=LOCALE"})
    void namesThatAreNotAscii(String locale) throws Exception {
        Files.copy(Path.of("data/objects.vot"), folder.resolve("größe.vot"));
        Volans.Outcome outcome = bare(locale, "table convert größe.vot grün.csv --json");
        assertDone(outcome);
        assertThat(outcome.out()).contains("grün.csv");
        assertThat(folder.resolve("grün.csv")).exists();
    }

    @ParameterizedTest
    @CsvSource({"''", "HOME=/", "HOME=/no/such/home TMPDIR=/no/such/folder"})
    void aUserThatTheSystemDoesNotKnow(String environment) throws Exception {
        Path work = Files.createTempDirectory(
                "volans-stranger-", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Files.copy(Path.of("data/objects_colours.vot"), work.resolve("colours.vot"));
        String stranger = "cd '" + work + "' && setpriv --reuid 4242 --regid 4242 --clear-groups ";
        try {
            assumeTrue(
                    sh(stranger + "test -r " + VOLANS + " -a -x '" + JAVA + "/bin/java'")
                                    .code()
                            == 0,
                    "only root can be somebody else, and must keep the product where others can read it");
            Volans.Outcome outcome = sh(stranger + "env -i PATH=/usr/bin:/bin JAVA_HOME='" + JAVA + "' " + environment
                    + " " + VOLANS + " sed colours.vot --row 1");
            assertDone(outcome);
            assertThat(outcome.out()).contains("SLOAN/SDSS.u");
            assertThat(outcome.err()).doesNotContain("volans: ");
        } finally {
            Files.delete(work.resolve("colours.vot"));
            // nothing else has come there, such as a folder "?"
            Files.delete(work);
        }
    }

    /** Many tasks of a batch job start at once after an update. */
    @Test
    void firstCommandsTogether() throws Exception {
        Path product = folder.resolve("product");
        assertDone(sh("cp -a '" + Volans.PRODUCT + "' product && rm -rf product/run"));
        List<Process> tasks = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            tasks.add(new Volans(folder).of(product).start("table", "info", "objects.vot"));
        }
        List<String> answers = new ArrayList<>();
        for (Process task : tasks) {
            answers.add(new String(task.getInputStream().readAllBytes()));
            assertThat(task.waitFor()).isZero();
        }
        assertThat(answers.get(0)).contains("19 rows");
        assertThat(answers).containsOnly(answers.get(0));
        try (Stream<Path> state = Files.list(product.resolve("run"))) {
            assertThat(state.filter(Files::isDirectory)
                            .map(file -> file.getFileName().toString()))
                    .hasSize(1)
                    .noneMatch(name -> name.startsWith("fresh"));
        }
    }
}
