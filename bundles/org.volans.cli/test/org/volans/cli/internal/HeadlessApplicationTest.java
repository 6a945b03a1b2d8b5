package org.volans.cli.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;

class HeadlessApplicationTest {

    @Test
    void whatOthersPrintIsNoAnswer() {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        ByteArrayOutputStream aside = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(answer, true, StandardCharsets.ISO_8859_1));
            System.setErr(new PrintStream(aside, true, StandardCharsets.UTF_8));
            assertThat(HeadlessApplication.forAnswersOnly()).isEqualTo(StandardCharsets.ISO_8859_1);
            System.out.println("a library talks");
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        assertThat(answer.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(aside.toString(StandardCharsets.UTF_8)).startsWith("a library talks");
    }

    @Property(tries = 50)
    void theVersionLineHasNoQualifier(@ForAll @IntRange(min = 0) int major, @ForAll @IntRange(min = 0) int minor) {
        assertThat(HeadlessApplication.versionLine(new Version(major, minor, 0, "q")))
                .isEqualTo("volans " + major + "." + minor + ".0");
    }
}
