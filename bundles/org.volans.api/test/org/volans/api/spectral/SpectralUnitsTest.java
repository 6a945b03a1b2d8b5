package org.volans.api.spectral;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.volans.api.geometry.Interval;

class SpectralUnitsTest {

    /** 54 MHz and 1.4 GHz of radio surveys, ALMA, Spitzer, SDSS, Chandra. */
    @ParameterizedTest
    @CsvSource({
        "5.5, 5.6, MHz",
        "0.21, 0.22, GHz",
        "1.2e-3, 1.4e-3, GHz",
        "3.2e-6, 3.9e-6, um",
        "4e-7, 9e-7, nm",
        "1e-10, 6e-9, keV",
        "4e-7, Infinity, nm"
    })
    void everyPartOfTheSpectrumHasItsUnit(double low, double high, String unit) {
        Interval band = new Interval(low, high);
        assertThat(SpectralUnits.usual(band)).isEqualTo(unit);
        assertThat(SpectralUnits.fromMetres(band, unit)).isPresent();
    }
}
