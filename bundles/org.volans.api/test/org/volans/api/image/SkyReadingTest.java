package org.volans.api.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.volans.api.geometry.Position;

class SkyReadingTest {

    private static SkyReading at(double ra, double dec) {
        return SkyReading.of(new Position(ra, dec));
    }

    /** The figures of SOFA's own test of iauIcrs2g (t_sofa_c, release 2021-05-12): l 320, b -45 degrees. */
    @Test
    void galacticAsSofaHasIt() {
        SkyReading reading =
                at(Math.toDegrees(5.9338074302227188048671087), Math.toDegrees(-1.1784870613579944551540570));
        assertThat(Math.toRadians(reading.l())).isCloseTo(5.5850536063818546461558, within(1e-14));
        assertThat(Math.toRadians(reading.b())).isCloseTo(-0.7853981633974483096157, within(1e-14));
    }

    /** The pole of ESA 1997, SP-1200, equation 1.5.9: 192.85948, +27.12825. */
    @Test
    void theGalacticPole() {
        assertThat(at(192.85948, 27.12825).b()).isCloseTo(90, within(1e-9));
    }

    @Test
    void sexagesimal() {
        assertThat(at(240.484, 46.768).sexagesimal(1)).isEqualTo("16:01:56.16 +46:46:04.8");
        assertThat(at(240.484, 46.768).sexagesimal(0)).isEqualTo("16:01:56.2 +46:46:05");
        assertThat(at(0, -0.5).sexagesimal(0)).isEqualTo("00:00:00.0 -00:30:00");
    }

    @Test
    void roundingCarries() {
        assertThat(at(359.9999999, 59.9999999).sexagesimal(1)).isEqualTo("00:00:00.00 +60:00:00.0");
        assertThat(at(14.9999999, -89.9999999).sexagesimal(2)).isEqualTo("01:00:00.000 -90:00:00.00");
    }

    @Test
    void decimalsGoWithThePixels() {
        assertThat(SkyReading.digits(0.05)).isZero();
        // 1.5 and 0.05 arcsec
        assertThat(SkyReading.digits(1.5 / 3600)).isEqualTo(1);
        assertThat(SkyReading.digits(0.05 / 3600)).isEqualTo(2);
        assertThat(SkyReading.digits(Double.NaN)).isEqualTo(2);
    }
}
