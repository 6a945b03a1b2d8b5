package org.volans.image.internal.wcs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.volans.api.geometry.Position;
import org.volans.api.geometry.Region;

/** The box of pixels against a search through all of them. */
class FootprintTest {

    private static CelestialWcs wcs(String code, double lon, double lat, double scale, int nx, int ny) {
        Map<String, String> header = new LinkedHashMap<>();
        header.put("NAXIS", "2");
        header.put("NAXIS1", Integer.toString(nx));
        header.put("NAXIS2", Integer.toString(ny));
        header.put("CTYPE1", "RA---" + code);
        header.put("CTYPE2", "DEC--" + code);
        header.put("CRVAL1", Double.toString(lon));
        header.put("CRVAL2", Double.toString(lat));
        header.put("CRPIX1", Double.toString(nx / 2.0 + 0.5));
        header.put("CRPIX2", Double.toString(ny / 2.0 + 0.5));
        header.put("CDELT1", Double.toString(-scale));
        header.put("CDELT2", Double.toString(scale));
        return WcsReader.read(header).wcs().orElseThrow();
    }

    /** First and last pixel along x and y with a point of the region in them, by five points across each pixel. */
    private static Optional<long[]> search(CelestialWcs wcs, int nx, int ny, Region region) {
        long[] box = {nx + 1, 0, ny + 1, 0};
        for (int y = 1; y <= ny; y++) {
            for (int x = 1; x <= nx; x++) {
                if (touches(wcs, x, y, region)) {
                    box[0] = Math.min(box[0], x);
                    box[1] = Math.max(box[1], x);
                    box[2] = Math.min(box[2], y);
                    box[3] = Math.max(box[3], y);
                }
            }
        }
        return box[1] == 0 ? Optional.empty() : Optional.of(box);
    }

    private static boolean touches(CelestialWcs wcs, int x, int y, Region region) {
        for (double dx : new double[] {-0.499, 0, 0.499}) {
            for (double dy : new double[] {-0.499, 0, 0.499}) {
                Optional<Position> sky = wcs.toSky(x + dx, y + dy);
                if (sky.isPresent() && region.contains(sky.get())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void compare(CelestialWcs wcs, int nx, int ny, Region region, int slack) {
        Optional<long[]> expected = search(wcs, nx, ny, region);
        Optional<long[]> box = Footprint.of(wcs, nx, ny, region);
        if (expected.isEmpty()) {
            // only a region that slips through between the points of the search may be found
            assertThat(box.filter(b -> b[1] - b[0] > 1 && b[3] - b[2] > 1)).isEmpty();
            return;
        }
        long[] e = expected.get();
        long[] b = box.orElseThrow();
        String where = region.posValue() + java.util.Arrays.toString(e) + java.util.Arrays.toString(b);
        assertThat(b[0]).as(where).isBetween(e[0] - slack, e[0]);
        assertThat(b[1]).as(where).isBetween(e[1], e[1] + slack);
        assertThat(b[2]).as(where).isBetween(e[2] - slack, e[2]);
        assertThat(b[3]).as(where).isBetween(e[3], e[3] + slack);
    }

    @ParameterizedTest
    @CsvSource({
        "TAN,240,47,0.01",
        "TAN,0,-89.9,0.02",
        "SIN,0.05,10,0.05",
        "ARC,100,90,1",
        "CAR,359,0,0.2",
        "ZEA,10,-5,0.7"
    })
    void findsThePixelsOfRandomRegions(String code, double lon, double lat, double scale) {
        int nx = 60;
        int ny = 40;
        CelestialWcs wcs = wcs(code, lon, lat, scale, nx, ny);
        Random random = new Random(7);
        for (int i = 0; i < 60; i++) {
            Position center = wcs.toSky(random.nextDouble(-10, 70), random.nextDouble(-10, 50))
                    .orElseThrow();
            double size = scale * Math.pow(10, random.nextDouble(-0.5, 1.7));
            compare(wcs, nx, ny, region(i % 3, center, Math.min(size, 60), random), 1);
        }
    }

    private static Region region(int kind, Position c, double size, Random random) {
        if (kind == 0) {
            return new org.volans.api.geometry.Circle(c, size);
        }
        if (kind == 1) {
            double turn = random.nextDouble(120);
            return new org.volans.api.geometry.Polygon(java.util.List.of(
                    c.offset(turn, size), c.offset(turn + 110, size * 0.7), c.offset(turn + 230, size)));
        }
        double width = Math.min(300, size / Math.max(0.05, Math.cos(Math.toRadians(c.dec()))));
        double west = (c.ra() + 360 - width / 2) % 360;
        return new org.volans.api.geometry.Range(
                west, (west + width) % 360, Math.max(-90, c.dec() - size / 2), Math.min(90, c.dec() + size / 2));
    }

    @ParameterizedTest
    @CsvSource({
        "AIT,CIRCLE 180 10 30",
        "AIT,CIRCLE 0 5 20",
        "AIT,CIRCLE 77 88 10",
        "CAR,CIRCLE 10 85 20",
        "CAR,CIRCLE 180 0 15",
        "MOL,POLYGON 170 0 190 0 180 30",
        "HPX,CIRCLE 45 70 10",
        "SFL,RANGE 0 360 -90 90",
        "CEA,CIRCLE 3 2 5"
    })
    void mapsOfTheWholeSky(String code, String region) {
        int nx = 120;
        int ny = 60;
        compare(wcs(code, 0, 0, 3.05, nx, ny), nx, ny, Region.parse(region), 2);
    }

    @ParameterizedTest
    @CsvSource({
        "CIRCLE 240 47 0.000001,30,30,20,20",
        "CIRCLE 240 47 90,1,60,1,40",
        "RANGE 0 360 -90 90,1,60,1,40",
        "CIRCLE 60 -47 179.99,1,60,1,40"
    })
    void tinyAndHugeRegions(String region, long x0, long x1, long y0, long y1) {
        CelestialWcs wcs = wcs("TAN", 240, 47, 0.01, 60, 40);
        Region parsed = region.startsWith("CIRCLE 240 47 0.0")
                ? new org.volans.api.geometry.Circle(wcs.toSky(30, 20).orElseThrow(), 1e-6)
                : Region.parse(region);
        assertThat(Footprint.of(wcs, 60, 40, parsed).orElseThrow()).containsExactly(x0, x1, y0, y1);
    }
}
