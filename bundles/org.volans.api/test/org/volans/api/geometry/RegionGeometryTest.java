package org.volans.api.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RegionGeometryTest {

    private static Polygon polygon(double... numbers) {
        List<Position> vertices = new ArrayList<>();
        for (int i = 0; i < numbers.length; i += 2) {
            vertices.add(new Position(numbers[i], numbers[i + 1]));
        }
        return new Polygon(vertices);
    }

    private static Position at(double ra, double dec) {
        return new Position(ra, dec);
    }

    @TestFactory
    Stream<DynamicTest> agreesWithPgSphere() throws IOException {
        List<String> lines = Lines.of("pgsphere.csv");
        assertThat(lines).hasSizeGreaterThan(400);
        return lines.stream()
                .map(line -> DynamicTest.dynamicTest(line, () -> {
                    String[] f = line.split(";");
                    Region a = Region.parse(f[1]);
                    boolean expected = f[3].equals("1");
                    if (f[0].equals("C")) {
                        assertThat(a.contains(Position.parse(f[2]))).isEqualTo(expected);
                    } else {
                        assertThat(a.intersects(Region.parse(f[2]))).isEqualTo(expected);
                        assertThat(Region.parse(f[2]).intersects(a)).isEqualTo(expected);
                    }
                }));
    }

    @Test
    void polygonRoundAPoleHoldsIt() {
        Polygon cap = polygon(0, 80, 90, 80, 180, 80, 270, 80);
        assertThat(cap.contains(at(0, 90))).isTrue();
        assertThat(cap.contains(at(45, 84))).isTrue();
        assertThat(cap.contains(at(45, 80)))
                .as("the great circle runs north of the parallel")
                .isFalse();
        assertThat(cap.contains(at(0, -90))).isFalse();
    }

    @Test
    void bothWaysRoundAndClosedOnceMoreAreTheSame() {
        Polygon square = polygon(359, -1, 1, -1, 1, 1, 359, 1);
        List<Position> turned = new ArrayList<>(square.vertices());
        Collections.reverse(turned);
        for (Polygon p : List.of(square, new Polygon(turned), polygon(359, -1, 1, -1, 1, 1, 359, 1, 359, -1))) {
            assertThat(p.contains(at(0, 0))).isTrue();
            assertThat(p.contains(at(359.5, -0.5))).isTrue();
            assertThat(p.contains(at(2, 0))).isFalse();
            assertThat(p.contains(at(180, 0))).isFalse();
            assertThat(p.vertices()).hasSize(4);
        }
    }

    @Test
    void verticesAndSidesBelongToThePolygon() {
        Polygon triangle = polygon(10, 10, 20, 10, 15, 20);
        assertThat(triangle.vertices()).allMatch(triangle::contains);
        Position half = at(10, 10)
                .offset(at(10, 10).positionAngle(at(20, 10)), at(10, 10).separation(at(20, 10)) / 2);
        assertThat(triangle.contains(half)).isTrue();
    }

    @Test
    void manyVerticesAtOneEndDoNotHideTheOther() {
        // 150 degrees long and thin: the mean of the vertices lies near the end that has most of them
        Polygon thin = polygon(0, 0, 0, 1, 0.1, 1.1, 0.2, 1.2, 0.3, 1.1, 0.4, 1, 75, 1, 150, 1, 150, 0, 75, 0);
        assertThat(thin.contains(at(140, 0.5))).isTrue();
        assertThat(thin.contains(at(100, 0.5))).isTrue();
        assertThat(thin.contains(at(320, -0.5)))
                .as("opposite of a point inside")
                .isFalse();
    }

    /** A band round the sphere, open for 40 degrees: its area is small but no hemisphere holds it. */
    @Test
    void areaThatNoHemisphereHolds() {
        List<Position> vertices = new ArrayList<>();
        for (int ra = 0; ra <= 320; ra += 20) {
            vertices.add(at(ra, -5));
        }
        for (int ra = 320; ra >= 0; ra -= 20) {
            vertices.add(at(ra, 5));
        }
        List<Position> turned = new ArrayList<>(vertices);
        Collections.reverse(turned);
        for (Polygon band : List.of(new Polygon(vertices), new Polygon(turned))) {
            for (int ra = 5; ra < 320; ra += 15) {
                assertThat(band.contains(at(ra, 0.1))).as("ra %d", ra).isTrue();
                assertThat(band.contains(at(ra, 40))).isFalse();
                assertThat(band.contains(at(ra, -40))).isFalse();
            }
            assertThat(band.contains(at(340, 0))).isFalse();
            assertThat(band.contains(at(0, 90))).isFalse();
            assertThat(band.boundingCircle().radius()).isEqualTo(180);
        }
    }

    @Test
    void badlyOrderedVerticesStaySmall() {
        Polygon bowTie = polygon(10, 10, 11, 11, 11, 10, 10, 11);
        assertThat(bowTie.contains(at(10.5, 10.1))).isFalse();
        assertThat(bowTie.contains(at(10.1, 10.5))).isTrue();
        assertThat(bowTie.contains(at(200, -10))).isFalse();
    }

    @Test
    void degenerateShapes() {
        assertThat(polygon(10, 10, 20, 10, 10, 10).contains(at(12, 30))).isFalse();
        assertThat(polygon(10, 10, 10, 10, 10, 10).contains(at(10, 10))).isTrue();
        assertThat(polygon(10, 10, 10, 10, 10, 10).contains(at(11, 10))).isFalse();
        assertThatThrownBy(() -> polygon(1, 2, 3, 4)).hasMessageContaining("3 vertices");
        assertThatThrownBy(() -> new Circle(at(0, 0), 0)).hasMessageContaining("radius");
        assertThatThrownBy(() -> new Circle(at(0, 0), Double.NaN)).hasMessageContaining("radius");
        assertThat(new Circle(at(0, 0), 180).contains(at(180, 0))).isTrue();
    }

    @Test
    void circleHoldsItsBorder() {
        Circle circle = new Circle(at(33, 89.7), 0.5);
        for (int angle = 0; angle < 360; angle += 7) {
            assertThat(circle.contains(circle.center().offset(angle, 0.5))).isTrue();
            assertThat(circle.contains(circle.center().offset(angle, 0.5 + 1e-8)))
                    .isFalse();
        }
    }

    @Test
    void rangeThroughZeroAndRoundThePole() {
        Range range = new Range(350, 10, -5, 5);
        assertThat(range.contains(at(355, 0))).isTrue();
        assertThat(range.contains(at(10, 5))).isTrue();
        assertThat(range.contains(at(349.9, 0))).isFalse();
        assertThat(range.contains(at(180, 0))).isFalse();
        Range cap = new Range(0, 360, 80, 90);
        assertThat(cap.contains(at(123, 90))).isTrue();
        assertThat(cap.boundingCircle().contains(at(180, 80))).isTrue();
        assertThat(new Range(10, 20, 80, 90).contains(at(200, 90))).isTrue();
    }

    @Test
    void rangesMeet() {
        assertThat(new Range(350, 10, -5, 5).intersects(new Range(5, 20, 4, 30)))
                .isTrue();
        assertThat(new Range(350, 10, -5, 5).intersects(new Range(11, 349, -5, 5)))
                .isFalse();
        assertThat(new Range(0, 360, -80, 80).intersects(new Range(100, 101, -90, 90)))
                .isTrue();
        assertThat(new Range(0, 10, 80, 90).intersects(new Range(100, 110, 85, 90)))
                .as("at the pole")
                .isTrue();
        assertThat(new Range(0, 10, 80, 89).intersects(new Range(100, 110, 85, 89)))
                .isFalse();
    }

    @Test
    void rangesMeetOtherShapes() {
        Range wedge = new Range(10, 20, -90, 90);
        assertThat(wedge.intersects(new Circle(at(9, 0), 1.001))).isTrue();
        assertThat(wedge.intersects(new Circle(at(9, 0), 0.999))).isFalse();
        assertThat(wedge.intersects(new Circle(at(200, 89), 1.5)))
                .as("over the pole")
                .isTrue();
        assertThat(wedge.intersects(polygon(5, 0, 5, 10, 15, 5))).isTrue();
        assertThat(wedge.intersects(polygon(5, 0, 5, 10, 9, 5))).isFalse();
        Range sky = new Range(0, 360, -90, 90);
        assertThat(sky.intersects(polygon(5, 0, 5, 10, 9, 5))).isTrue();
        assertThat(new Range(0, 360, -80, 80).boundingCircle().contains(at(0, 0)))
                .isTrue();
    }

    @Property(tries = 500)
    void boundingCirclesHoldTheirRanges(
            @ForAll @DoubleRange(min = 0, max = 359) double west,
            @ForAll @DoubleRange(min = 0, max = 360) double east,
            @ForAll @DoubleRange(min = -90, max = 90) double south,
            @ForAll @DoubleRange(min = -90, max = 90) double north,
            @ForAll @DoubleRange(min = 0, max = 1) double x,
            @ForAll @DoubleRange(min = 0, max = 1) double y) {
        Range range = new Range(west, east, Math.min(south, north), Math.max(south, north));
        Position inside =
                at(range.raMin() + x * range.raExtent(), range.decMin() + y * (range.decMax() - range.decMin()));
        assertThat(range.boundingCircle().contains(inside)).isTrue();
    }

    @Property(tries = 500)
    void boundingCirclesHoldTheirTriangles(
            @ForAll @DoubleRange(min = 0, max = 360) double ra,
            @ForAll @DoubleRange(min = -90, max = 90) double dec,
            @ForAll @DoubleRange(min = 0.01, max = 85) double size,
            @ForAll @DoubleRange(min = 0, max = 120) double turn,
            @ForAll @DoubleRange(min = 0, max = 360) double angle,
            @ForAll @DoubleRange(min = 0, max = 170) double distance) {
        Position center = at(ra, dec);
        Polygon triangle = new Polygon(
                List.of(center.offset(turn, size), center.offset(turn + 120, size), center.offset(turn + 240, size)));
        assertThat(triangle.contains(center)).isTrue();
        Position somewhere = center.offset(angle, distance);
        Assume.that(triangle.contains(somewhere));
        assertThat(triangle.boundingCircle().contains(somewhere)).isTrue();
        assertThat(distance).isLessThanOrEqualTo(size + 1e-9);
    }
}
