package org.volans.api.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GalacticTest {

    /** The figures of SOFA's own test of iauIcrs2g (t_sofa_c, release 2021-05-12): l 320, b -45 degrees. */
    @Test
    void asSofaHasIt() {
        Galactic galactic = Galactic.of(new Position(
                Math.toDegrees(5.9338074302227188048671087), Math.toDegrees(-1.1784870613579944551540570)));
        assertThat(Math.toRadians(galactic.l())).isCloseTo(5.5850536063818546461558, within(1e-14));
        assertThat(Math.toRadians(galactic.b())).isCloseTo(-0.7853981633974483096157, within(1e-14));
    }

    /** The pole of ESA 1997, SP-1200, equation 1.5.9: 192.85948, +27.12825. */
    @Test
    void thePole() {
        assertThat(Galactic.of(new Position(192.85948, 27.12825)).b()).isCloseTo(90, within(1e-9));
    }
}
