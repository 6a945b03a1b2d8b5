package org.volans.image.internal.wcs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.volans.api.geometry.Position;

class WcsReaderTest {

    private static Map<String, String> tan(String... changes) {
        Map<String, String> header = new LinkedHashMap<>(Map.of(
                "NAXIS",
                "2",
                "NAXIS1",
                "100",
                "NAXIS2",
                "100",
                "CTYPE1",
                "RA---TAN",
                "CTYPE2",
                "DEC--TAN",
                "CRVAL1",
                "123.4",
                "CRVAL2",
                "-35.6",
                "CDELT1",
                "-0.01"));
        header.put("CDELT2", "0.01");
        header.put("CRPIX1", "50");
        header.put("CRPIX2", "50");
        for (String change : changes) {
            String[] pair = change.split("=", 2);
            if (pair[1].isEmpty()) {
                header.remove(pair[0]);
            } else {
                header.put(pair[0], pair[1]);
            }
        }
        return header;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CTYPE1=LINEAR CTYPE2=LINEAR|no pair of celestial axes among the CTYPEs LINEAR, LINEAR",
                "CTYPE1= CTYPE2=|no CTYPE",
                "CTYPE2=STOKES|no pair",
                "CTYPE2=GLAT-TAN|do not match",
                "CTYPE2=DEC--SIN|do not match",
                "CTYPE1=RA---TSC CTYPE2=DEC--TSC|'TSC'",
                "CTYPE1=HPLN-TAN CTYPE2=HPLT-TAN|HPLN",
                "CTYPE1=RA---TAN-ZZZ CTYPE2=DEC--TAN-ZZZ|ZZZ",
                "CDELT1=0|no area",
                "CDELT1=abc|CDELT1 is 'abc'",
                "CD1_1=1 CD1_2=1 CD2_1=1 CD2_2=1|no area",
                "CRVAL2=95|CRVAL2 = 95",
                "RADESYS=GAPPT|GAPPT",
                "RADESYS=FK4 EQUINOX=1900|1900",
                "EQUINOX=now|EQUINOX",
                "CUNIT1=pixel|pixel",
                "CTYPE1=RA---COE CTYPE2=DEC--COE|PV2_1",
                "CTYPE1=RA---ZPN CTYPE2=DEC--ZPN|ZPN",
                "CTYPE1=RA---CAR CTYPE2=DEC--CAR LONPOLE=90 CRVAL2=40|contradict",
                "CPDIS1=Lookup CPERR1=3.5|CPDIS1",
                "A_ORDER=77|A_ORDER",
                "NAXIS=3 NAXIS3=10 CTYPE3=FREQ PC1_3=0.5|pixel axis 3"
            })
    void saysWhyThereAreNoCoordinates(String changes, String reason) {
        WcsReader.Result result = WcsReader.read(tan(changes.split(" ")));
        assertThat(result.wcs()).isEmpty();
        assertThat(result.problem()).contains(reason).doesNotContain("\n");
    }

    @ParameterizedTest
    @CsvSource({
        "RADESYS=ICRS,123.4,-35.6,1e-13",
        "RADECSYS=ICRS,123.4,-35.6,1e-13",
        "EPOCH=0,123.4,-35.6,1e-13",
        "CDELT1=-1.0D-02,123.4,-35.6,1e-13",
        "CTYPE1=RA--TAN,123.4,-35.6,1e-13",
        "EQUINOX=J2000.0,123.4,-35.6,1e-5",
        // FK4 by astropy 5.2.1, which has another choice of E-terms and epoch: 0.05 arcsec
        "RADESYS=FK4,123.87413542880427,-35.75422630158108,1.4e-5",
        "EQUINOX=1950.0,123.87413542880427,-35.75422630158108,1.4e-5",
        // FK5 of 1975 by astropy 5.2.1, which precesses by Capitaine's newer figures: 0.04 arcsec
        "RADESYS=FK5 EQUINOX=1975.0,123.63706322950534,-35.6768556653856,1.4e-5"
    })
    void framesAsTheHeaderNamesThem(String change, double ra, double dec, double within) {
        Position found = WcsReader.read(tan(change.split(" ")))
                .wcs()
                .orElseThrow()
                .toSky(50, 50)
                .orElseThrow();
        assertThat(found.separation(new Position(ra, dec))).isLessThan(within);
    }

    @Test
    void everyFrameGoesThereAndBack() {
        for (String[] change : new String[][] {
            {"RADESYS=FK4"},
            {"RADESYS=FK5", "EQUINOX=1975"},
            {"CTYPE1=SLON-TAN", "CTYPE2=SLAT-TAN"},
            {"CTYPE1=ELON-TAN", "CTYPE2=ELAT-TAN"},
            {"CTYPE1=GLON-TAN", "CTYPE2=GLAT-TAN"}
        }) {
            CelestialWcs wcs = WcsReader.read(tan(change)).wcs().orElseThrow();
            double[] back = wcs.toPixel(wcs.toSky(77, 13).orElseThrow()).orElseThrow();
            assertThat(Math.hypot(back[0] - 77, back[1] - 13)).as(change[0]).isLessThan(1e-5);
        }
    }

    /** By astropy 5.2.1, whose galactic pole is an FK5 one. */
    @Test
    void supergalactic() {
        Position found = WcsReader.read(tan("CTYPE1=SLON-TAN", "CTYPE2=SLAT-TAN", "CRVAL1=100", "CRVAL2=20"))
                .wcs()
                .orElseThrow()
                .toSky(50, 50)
                .orElseThrow();
        assertThat(found.separation(new Position(209.68207260565498, 20.412036203381458)))
                .isLessThan(1e-5);
    }

    @Test
    void oldAndNewWaysToWriteTheSameMatrix() {
        double c = Math.cos(Math.toRadians(30));
        Position crota = sky("CROTA2=30");
        Position pc = sky("PC1_1=" + c, "PC1_2=-0.5", "PC2_1=0.5", "PC2_2=" + c, "CDELT1=-0.01");
        // CROTA with pixels that are mirrored: the off-diagonal elements change their sign (Hanisch et al. 2001)
        Position cd = sky("CD1_1=" + -0.01 * c, "CD1_2=-0.005", "CD2_1=-0.005", "CD2_2=" + 0.01 * c);
        Position oldPc = sky("PC001001=" + c, "PC001002=-0.5", "PC002001=0.5", "PC002002=" + c);
        assertThat(crota.separation(cd)).isLessThan(1e-12);
        assertThat(pc.separation(oldPc)).isLessThan(1e-12);
    }

    private static Position sky(String... changes) {
        return WcsReader.read(tan(changes)).wcs().orElseThrow().toSky(80, 33).orElseThrow();
    }

    @Test
    void outsideOfTheProjection() {
        CelestialWcs tan = WcsReader.read(tan()).wcs().orElseThrow();
        assertThat(tan.toPixel(new Position(303.4, 35.6))).isEmpty();
        CelestialWcs sin = WcsReader.read(tan("CTYPE1=RA---SIN", "CTYPE2=DEC--SIN", "CDELT1=-2", "CDELT2=2"))
                .wcs()
                .orElseThrow();
        assertThat(sin.toSky(1, 1)).isEmpty();
        assertThat(sin.toPixel(new Position(303.4, 35.6))).isEmpty();
    }

    @Test
    void axesWithoutProjectionAreLinear() {
        CelestialWcs wcs = WcsReader.read(tan("CTYPE1=RA", "CTYPE2=DEC")).wcs().orElseThrow();
        Position p = wcs.toSky(60, 40).orElseThrow();
        assertThat(p.ra()).isEqualTo(123.3, org.assertj.core.api.Assertions.within(1e-10));
        assertThat(p.dec()).isEqualTo(-35.7, org.assertj.core.api.Assertions.within(1e-10));
    }

    @Test
    void wideMapsShowEveryDirectionOnce() {
        // reference point at 0, but the image shows 100 to 260 degrees
        CelestialWcs wcs = WcsReader.read(tan(
                        "CTYPE1=GLON-CAR",
                        "CTYPE2=GLAT-CAR",
                        "CRVAL1=0",
                        "CRVAL2=0",
                        "CDELT1=-1",
                        "CDELT2=1",
                        "CRPIX1=261",
                        "NAXIS1=160"))
                .wcs()
                .orElseThrow();
        for (double x : new double[] {1, 80.5, 120, 160}) {
            double[] back = wcs.toPixel(wcs.toSky(x, 45).orElseThrow()).orElseThrow();
            assertThat(back[0]).isCloseTo(x, org.assertj.core.api.Assertions.within(1e-9));
        }
    }

    @Test
    void celestialAxesBehindOthers() {
        Map<String, String> header = tan(
                "NAXIS=3",
                "CTYPE1=FREQ",
                "CTYPE2=RA---TAN",
                "CTYPE3=DEC--TAN",
                "CRVAL1=1e9",
                "CRVAL2=123.4",
                "CRVAL3=-35.6",
                "CDELT1=1e6",
                "CDELT2=-0.01",
                "CDELT3=0.01",
                "CRPIX1=1",
                "CRPIX2=50",
                "CRPIX3=50");
        CelestialWcs wcs = WcsReader.read(header).wcs().orElseThrow();
        assertThat(wcs.axisX()).isEqualTo(1);
        assertThat(wcs.axisY()).isEqualTo(2);
        assertThat(wcs.toSky(50, 50).orElseThrow().separation(new Position(123.4, -35.6)))
                .isLessThan(1e-12);
    }
}
