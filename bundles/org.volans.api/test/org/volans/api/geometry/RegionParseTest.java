package org.volans.api.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Footprints as archives write them. */
class RegionParseTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Polygon ICRS TOPOCENTER 10 20 11 20 11 21 10 21",
                "POLYGON ICRS 10.0 20.0 11.0 20.0 11.0 21.0 10.0 21.0",
                "polygon 10 20 11 20 11 21 10 21",
                "POLYGON ICRS 10 20 11 20 11 21 10 21 10 20",
                "Polygon J2000 10 20 11 20 11 21 10 21 10.00000000001 20.0",
                "POLYGON('ICRS',10,20,11,20,11,21,10,21)",
                "POLYGON('ICRS GEOCENTER', 10.0, 20.0, 11.0, 20.0, 11.0, 21.0, 10.0, 21.0)",
                "Polygon FK5 GEOCENTER 10 20 11 20 11 21 10 21",
                "Polygon fillfactor 0.98 ICRS UNKNOWNREFPOS SPHERICAL2 10 20 11 20 11 21 10 21 unit deg",
                "  Polygon UNKNOWNFRAME (10 20 11 20 11 21 10 21)  ",
                "Polygon ICRS 10 20 11 20 11 21 10 21 Resolution 0.0003 Size 1.0 PixSize 0.0001",
                "POLYGON 1e1 2.0e1 11 20 1.1E+1 21 10 21"
            })
    void polygons(String text) {
        Region region = Region.parse(text);
        assertThat(region).isInstanceOf(Polygon.class);
        assertThat(((Polygon) region).vertices())
                .containsExactly(
                        new Position(10, 20), new Position(11, 20), new Position(11, 21), new Position(10, 21));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Circle ICRS 10 -20 0.5",
                "CIRCLE 10 -20 0.5",
                "CIRCLE('ICRS', 10, -20, 0.5)",
                "circle ICRS TOPOCENTER 10.0 -20.0 0.5 unit deg",
                "CIRCLE ICRS 370 -20 5e-1"
            })
    void circles(String text) {
        assertThat(Region.parse(text)).isEqualTo(new Circle(new Position(10, -20), 0.5));
    }

    @Test
    void ranges() {
        assertThat(Region.parse("RANGE 10 20 -5 5")).isEqualTo(new Range(10, 20, -5, 5));
        assertThat(Region.parse("RANGE 0 360 89 +Inf")).isEqualTo(new Range(0, 360, 89, 90));
        assertThat(Region.parse("RANGE -Inf +Inf -Inf -89")).isEqualTo(new Range(0, 360, -90, -89));
        assertThat(Region.parse("Range -10 10 -5 5")).isEqualTo(new Range(350, 10, -5, 5));
        assertThat(Region.parse("PositionInterval ICRS 10 -5 20 5")).isEqualTo(new Range(10, 20, -5, 5));
    }

    @Test
    void boxesAndPositions() {
        Region box = Region.parse("Box ICRS 10 60 2 1");
        assertThat(box.contains(new Position(10, 60.499))).isTrue();
        assertThat(box.contains(new Position(10, 60.501))).isFalse();
        assertThat(box.contains(new Position(10, 60).offset(90, 0.999))).isTrue();
        assertThat(box.contains(new Position(10, 60).offset(270, 1.001))).isFalse();
        Region point = Region.parse("Position ICRS 10 20");
        assertThat(point.contains(new Position(10, 20))).isTrue();
        assertThat(point.boundingCircle().radius()).isLessThan(1e-6);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UNION (CIRCLE ICRS 1 2 3 POLYGON ICRS 1 2 3 4 5 6)|several shapes",
                "Union ICRS TOPOCENTER (Polygon 1 2 3 4 5 6)|several shapes",
                "Circle GALACTIC 1 2 3|frame GALACTIC",
                "Polygon FK4 1 2 3 4 5 6|frame FK4",
                "CIRCLE 1 2|needs 3 numbers, has 2",
                "CIRCLE 1 2 0|radius",
                "CIRCLE 1 2 0|CIRCLE 1 2 0",
                "CIRCLE 1 200 1|declination 200",
                "CIRCLE 1 2 x|'X'",
                "POLYGON 1 2 3 4 5|pairs",
                "POLYGON 1 2 3 4|3 vertices",
                "POLYGON 1 2 3 4 NaN NaN|'NAN'",
                "RANGE 1 2 5 4|rising order",
                "BOX 1 2 190 3|less than 180",
                "Circle ICRS 0.1 0.2 0.3 unit rad|unit 'rad'",
                "Ellipse ICRS 1 2 3 4 5|not a circle, polygon",
                "5/1-100|not a circle, polygon",
                "' '|not a circle, polygon"
            })
    void refusesWithAReason(String text, String reason) {
        assertThatThrownBy(() -> Region.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason)
                .hasMessageNotContaining("\n");
    }

    @Test
    void givesSodaValuesThatCanBeReadAgain() {
        Circle circle = new Circle(new Position(240.484, -1e-7), 0.00001);
        assertThat(circle.sodaValue()).isEqualTo("240.484 -0.0000001 0.00001");
        assertThat(Region.parse(circle.posValue())).isEqualTo(circle);
        Range range = new Range(350, 10, -5.5, 5);
        assertThat(Region.parse(range.posValue())).isEqualTo(range);
        Region polygon = Region.parse("POLYGON 1 2 3 4 5 6");
        assertThat(polygon.posValue()).isEqualTo("POLYGON 1 2 3 4 5 6");
    }

    @Test
    void intervals() {
        assertThat(Interval.parse("2.0,2.2")).isEqualTo(new Interval(2, 2.2));
        assertThat(Interval.parse("-Inf 2.2").low()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Interval.parse("2,")).isEqualTo(new Interval(2, Double.POSITIVE_INFINITY));
        assertThat(Interval.parse(",2")).isEqualTo(new Interval(Double.NEGATIVE_INFINITY, 2));
        assertThat(new Interval(Double.NEGATIVE_INFINITY, 1e-7).sodaValue()).isEqualTo("-Inf 0.0000001");
        assertThatThrownBy(() -> Interval.parse("+Inf 2")).hasMessageContaining("low to high");
        assertThatThrownBy(() -> Interval.parse("3 2")).hasMessageContaining("low to high");
        assertThatThrownBy(() -> Interval.parse("3")).hasMessageContaining("LO,HI");
        assertThat(new Interval(1, 2).intersects(new Interval(2, 3))).isTrue();
        assertThat(new Interval(1, 2).intersects(new Interval(2.1, 3))).isFalse();
    }
}
