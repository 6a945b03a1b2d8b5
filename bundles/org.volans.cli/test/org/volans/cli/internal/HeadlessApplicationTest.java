package org.volans.cli.internal;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.osgi.framework.Version;

class HeadlessApplicationTest {

    @Property(tries = 50)
    void theVersionLineHasNoQualifier(@ForAll @IntRange(min = 0) int major, @ForAll @IntRange(min = 0) int minor) {
        assertThat(HeadlessApplication.versionLine(new Version(major, minor, 0, "q")))
                .isEqualTo("volans " + major + "." + minor + ".0");
    }
}
