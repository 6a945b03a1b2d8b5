package org.volans.image.internal.wcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.volans.api.geometry.Interval;

/** Figures by astropy 5.2.1: units' Doppler equivalencies, and wcslib 7.12 for axes linear in another quantity. */
class SpectralAxisTest {

    private static Map<String, String> header(String... keysAndValues) {
        Map<String, String> header = new LinkedHashMap<>();
        header.put("NAXIS", "1");
        for (int i = 0; i < keysAndValues.length; i += 2) {
            header.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return header;
    }

    @ParameterizedTest
    @CsvSource({
        "FREQ,Hz,1e9,0.299792458",
        "FREQ,GHz,1,0.299792458",
        "WAVE,nm,500,5e-7",
        "WAVE,Angstrom,5000,5e-7",
        "AWAV,m,5e-7,5.0014717e-7",
        "ENER,keV,2,6.199209921660013e-10",
        "WAVN,cm-1,1000,1e-5",
        "VRAD,m/s,1e6,0.21176752095411747",
        "VRAD,km/s,1000,0.21176752095411747",
        "VOPT,m/s,1e6,0.2117651647226769",
        "VELO,m/s,1e6,0.21176634283512008",
        "ZOPT,'',0.01,0.2131717519443"
    })
    void wavelengths(String type, String unit, String value, double metres) {
        SpectralAxis axis = SpectralAxis.read(
                        header(
                                "CTYPE1",
                                type,
                                "CUNIT1",
                                unit,
                                "CRVAL1",
                                value,
                                "CRPIX1",
                                "10",
                                "CDELT1",
                                "1e-3",
                                "RESTFRQ",
                                "1.420405751786e9"),
                        new long[] {20})
                .orElseThrow();
        double digits = type.equals("AWAV") ? 1e-6 : type.equals("ZOPT") ? 1e-10 : 1e-14;
        assertThat(axis.wavelength(10)).isCloseTo(metres, within(metres * digits));
    }

    @Test
    void linearInAnotherQuantity() {
        SpectralAxis wave = SpectralAxis.read(
                        header("CTYPE1", "WAVE-F2W", "CUNIT1", "m", "CRVAL1", "5e-7", "CDELT1", "1e-9", "CRPIX1", "10"),
                        new long[] {100})
                .orElseThrow();
        assertThat(wave.wavelength(1)).isCloseTo(4.911591355599214e-07, within(1e-15));
        assertThat(wave.wavelength(100)).isCloseTo(6.097560975609756e-07, within(1e-15));
        SpectralAxis optical = SpectralAxis.read(
                        header(
                                "CTYPE1",
                                "VOPT-F2W",
                                "CUNIT1",
                                "m/s",
                                "CRVAL1",
                                "1e6",
                                "CDELT1",
                                "2e4",
                                "CRPIX1",
                                "10",
                                "RESTFRQ",
                                "1.420405751786e9"),
                        new long[] {100})
                .orElseThrow();
        double rest = 299792458 / 1.420405751786e9;
        assertThat(optical.wavelength(100)).isCloseTo(rest * (1 + 2810836.3937394023 / 299792458), within(1e-10));
        SpectralAxis log = SpectralAxis.read(
                        header("CTYPE1", "FREQ-LOG", "CUNIT1", "Hz", "CRVAL1", "1e9", "CDELT1", "1e7", "CRPIX1", "10"),
                        new long[] {100})
                .orElseThrow();
        assertThat(log.wavelength(100)).isCloseTo(299792458 / 2459603111.15695, within(1e-13));
    }

    @Test
    void planesAndBand() {
        SpectralAxis axis = SpectralAxis.read(
                        header("CTYPE1", "FREQ", "CRVAL1", "1e8", "CDELT1", "1e7", "CRPIX1", "1"), new long[] {8})
                .orElseThrow();
        assertThat(axis.band().orElseThrow()).isEqualTo(new Interval(299792458 / 1.75e8, 299792458 / 9.5e7));
        assertThat(axis.planes(new Interval(299792458 / 1.35e8, 299792458 / 1.15e8))
                        .orElseThrow())
                .as("whole planes, not those that share an edge")
                .containsExactly(3, 4);
        assertThat(axis.planes(new Interval(2.5, 2.5)).orElseThrow()).containsExactly(3, 3);
        assertThat(axis.planes(new Interval(4, 5))).isEmpty();
        assertThat(axis.planes(new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY))
                        .orElseThrow())
                .containsExactly(1, 8);
    }

    @Test
    void whatCannotBeToldIsEmpty() {
        assertThat(SpectralAxis.read(header("CTYPE1", "VRAD", "CDELT1", "1"), new long[] {8}))
                .as("no rest frequency")
                .isEmpty();
        assertThat(SpectralAxis.read(header("CTYPE1", "WAVE-TAB", "CDELT1", "1"), new long[] {8}))
                .isEmpty();
        assertThat(SpectralAxis.read(header("CTYPE1", "FREQ", "CUNIT1", "furlong"), new long[] {8}))
                .isEmpty();
        assertThat(SpectralAxis.read(header("CTYPE1", "STOKES"), new long[] {4}))
                .isEmpty();
    }
}
