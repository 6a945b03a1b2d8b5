package org.volans.api.sed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FluxUnitsTest {

    private static final double WAVELENGTH = 5e-7;

    @ParameterizedTest
    @CsvSource({
        "Jy, 1",
        "mJy, 1e-3",
        "MJy, 1e6",
        "MJY, 1e-3",
        "uJy, 1e-6",
        "\u00b5Jy, 1e-6",
        "\u03bcJy, 1e-6",
        "10-3Jy, 1e-3",
        "nanomaggy, 3.631e-6",
        "nmgy, 3.631e-6",
        "W/m2/Hz, 1e26",
        "W.m-2.Hz-1, 1e26",
        "W/(m2.Hz), 1e26",
        "10+-26W/m2/Hz, 1",
        "1e-26 W m**-2 Hz**-1, 1",
        "erg/s/cm2/Hz, 1e23",
        "erg s-1 cm-2 Hz-1, 1e23",
        "erg/cm^2/s/Hz, 1e23",
        "erg.s**(-1).cm**(-2).Hz**(-1), 1e23",
        "mW/m2/Hz, 1e23"
    })
    void perFrequency(String unit, double jansky) {
        assertThat(FluxUnits.jansky(unit, WAVELENGTH)).isNotEmpty();
        assertThat(FluxUnits.jansky(unit, WAVELENGTH).getAsDouble()).isCloseTo(jansky, within(1e-9 * jansky));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "erg/s/cm2/A",
                "erg/s/cm2/Angstrom",
                "erg s-1 cm-2 Angstrom-1",
                "erg/(s.cm2.Angstrom)",
                "erg cm**-2 s**-1 angstrom**-1",
                "10mW/m2/nm",
                "1e4 erg/s/cm2/um",
                "1e7 W/m2/m"
            })
    void perWavelength(String unit) {
        // 1 erg/s/cm2/A is 1e7 W m-3
        double jansky = 1e7 * WAVELENGTH * WAVELENGTH / 299792458.0 * 1e26;
        assertThat(FluxUnits.jansky(unit, WAVELENGTH).orElse(0)).isCloseTo(jansky, within(1e-9 * jansky));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Jy/beam",
                "W/m2",
                "erg/s/cm2",
                "ct/s",
                "mag",
                "[Jy]",
                "log(Jy)",
                "Jy)",
                "Jy.Hz",
                "10-17",
                "%"
            })
    void othersAreNone(String unit) {
        assertThat(FluxUnits.jansky(unit, WAVELENGTH)).isEmpty();
    }

    @Test
    void aFactorIsNoPower() {
        assertThat(FluxUnits.jansky("10**-17 erg/s/cm2/Hz", WAVELENGTH).getAsDouble())
                .isCloseTo(1e6, within(1e-3));
    }
}
