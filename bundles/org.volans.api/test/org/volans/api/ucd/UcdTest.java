package org.volans.api.ucd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class UcdTest {

    @Test
    void wordsAreComparedWithoutCaseAndShownAsWritten() {
        Ucd ucd = Ucd.parse(" phot.mag;em.opt.B ; ");
        assertThat(ucd.primary()).isEqualTo("phot.mag");
        assertThat(ucd.words()).containsExactly("phot.mag", "em.opt.b");
        assertThat(ucd.has("EM.opt.b")).isTrue();
        assertThat(ucd.toString()).isEqualTo("phot.mag;em.opt.B ;");
        assertThat(ucd.firstUnder("em")).isEqualTo("em.opt.b");
    }

    @Test
    void underMeansTheWordItselfOrBelowItInTheTree() {
        Ucd ucd = Ucd.parse("phot.flux.density;em.radio.100-200MHz");
        assertThat(ucd.primaryUnder("phot")).isTrue();
        assertThat(ucd.primaryUnder("phot.flux")).isTrue();
        assertThat(ucd.primaryUnder("phot.flux.density")).isTrue();
        assertThat(ucd.primaryUnder("phot.fl")).isFalse();
        assertThat(ucd.hasUnder("em.radio")).isTrue();
        assertThat(ucd.hasUnder("em.opt")).isFalse();
    }

    @Test
    void nothingIsNoUcd() {
        assertThat(Ucd.parse(null)).isEqualTo(Ucd.NONE);
        assertThat(Ucd.parse("  ").primary()).isEmpty();
        assertThat(Ucd.NONE.words()).isEmpty();
    }

    /** Limits as in the descriptions of the words, UCD1+ controlled vocabulary 1.6. */
    @Test
    void bandsHaveTheLimitsOfTheVocabulary() {
        EmBand b = EmBand.of(Ucd.parse("phot.mag;em.opt.B")).orElseThrow();
        assertThat(b.wavelength().low()).isCloseTo(400e-9, within(1e-15));
        assertThat(b.wavelength().high()).isCloseTo(500e-9, within(1e-15));
        EmBand radio =
                EmBand.of(Ucd.parse("phot.flux.density;em.radio.20-100MHz")).orElseThrow();
        assertThat(radio.wavelength().low()).isCloseTo(299792458 / 100e6, within(1e-9));
        assertThat(radio.wavelength().high()).isCloseTo(299792458 / 20e6, within(1e-9));
        assertThat(299792458 / radio.center()).isCloseTo(Math.sqrt(20e6 * 100e6), within(1.0));
    }

    @Test
    void aBranchIsNoBand() {
        assertThat(EmBand.of(Ucd.parse("phot.mag;em.opt"))).isEqualTo(Optional.empty());
        assertThat(EmBand.of(Ucd.parse("phot.mag"))).isEmpty();
    }
}
