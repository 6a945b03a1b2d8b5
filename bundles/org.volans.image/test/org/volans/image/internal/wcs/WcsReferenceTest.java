package org.volans.image.internal.wcs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.volans.api.geometry.Position;
import org.volans.api.image.Wcs;

/** Compares with wcslib; the figures and their origin are in {@code wcs-reference.csv}. */
class WcsReferenceTest {

    private static final double DEGREES = 1e-9;
    private static final double PIXELS = 1e-6;

    private record Point(boolean fromPixel, double[] n) {}

    private record Case(String name, Map<String, String> header, List<Point> points) {}

    @TestFactory
    Stream<DynamicTest> agreesWithWcslib() throws IOException {
        List<Case> cases = read();
        assertThat(cases).hasSizeGreaterThan(40);
        return cases.stream().map(c -> DynamicTest.dynamicTest(c.name, () -> compare(c)));
    }

    private static void compare(Case c) {
        WcsReader.Result result = WcsReader.read(c.header);
        assertThat(result.problem()).isEmpty();
        Wcs wcs = result.wcs().orElseThrow();
        assertThat(c.points).hasSizeGreaterThanOrEqualTo(5);
        double worstSky = 0;
        double worstPixel = 0;
        for (Point p : c.points) {
            Position sky = p.fromPixel ? new Position(p.n[2], p.n[3]) : new Position(p.n[0], p.n[1]);
            double x = p.fromPixel ? p.n[0] : p.n[2];
            double y = p.fromPixel ? p.n[1] : p.n[3];
            if (p.fromPixel) {
                worstSky = Math.max(worstSky, wcs.toSky(x, y).orElseThrow().separation(sky));
            }
            double[] pixel = wcs.toPixel(sky).orElseThrow();
            worstPixel = Math.max(worstPixel, Math.hypot(pixel[0] - x, pixel[1] - y));
        }
        assertThat(worstSky).as("degrees from pixel to sky").isLessThan(DEGREES);
        assertThat(worstPixel).as("pixels from sky to pixel").isLessThan(PIXELS);
    }

    private static List<Case> read() throws IOException {
        Map<String, Case> cases = new LinkedHashMap<>();
        Path file = Path.of(System.getProperty("basedir", "."), "test/org/volans/image/internal/wcs/wcs-reference.csv");
        for (String line : Files.readAllLines(file)) {
            String[] f = line.split(",");
            if (f[0].equals("H")) {
                Map<String, String> header = new LinkedHashMap<>();
                for (int i = 2; i < f.length; i++) {
                    String[] pair = f[i].split("=", 2);
                    header.put(pair[0], pair[1]);
                }
                cases.put(f[1], new Case(f[1], header, new ArrayList<>()));
            } else if (!line.startsWith("#")) {
                double[] n = new double[4];
                for (int i = 0; i < 4; i++) {
                    n[i] = Double.parseDouble(f[i + 2]);
                }
                Objects.requireNonNull(cases.get(f[1])).points.add(new Point(f[0].equals("P"), n));
            }
        }
        return List.copyOf(cases.values());
    }
}
