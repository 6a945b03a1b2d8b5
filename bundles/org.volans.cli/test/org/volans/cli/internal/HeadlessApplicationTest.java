package org.volans.cli.internal;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.eclipse.equinox.app.IApplication;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;

class HeadlessApplicationTest {

    private static final Version VERSION = new Version(0, 1, 0, "v20260101");

    @Test
    void versionIsAnswered() {
        assertThat(HeadlessApplication.run(new String[] {"--version"}, VERSION)).isEqualTo(IApplication.EXIT_OK);
    }

    @Test
    void anUnknownOptionIsWrongUsage() {
        assertThat(HeadlessApplication.run(new String[] {"--nonsense"}, VERSION))
                .isEqualTo(HeadlessApplication.WRONG_USAGE);
    }

    @Property(tries = 50)
    void theVersionLineHasNoQualifier(@ForAll @IntRange(min = 0) int major, @ForAll @IntRange(min = 0) int minor) {
        assertThat(HeadlessApplication.versionLine(new Version(major, minor, 0, "q")))
                .isEqualTo("volans " + major + "." + minor + ".0");
    }
}
