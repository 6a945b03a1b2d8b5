package org.volans.api.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PositionTest {

    @TestFactory
    Stream<DynamicTest> agreesWithAstropy() throws IOException {
        return Lines.of("positions.csv").stream().map(line -> DynamicTest.dynamicTest(line, () -> compare(line)));
    }

    private static void compare(String line) {
        double[] n = Arrays.stream(line.substring(2).split(","))
                .mapToDouble(Double::parseDouble)
                .toArray();
        Position from = new Position(n[0], n[1]);
        if (line.startsWith("O")) {
            Position to = from.offset(n[2], n[3]);
            // astropy takes the declination from its sine, which has few digits near a pole
            double sharp = 1e-12 + Math.toDegrees(5e-16 / Math.cos(Math.toRadians(n[5])));
            assertThat(to.separation(new Position(n[4], n[5]))).isLessThan(sharp);
            return;
        }
        Position to = new Position(n[2], n[3]);
        assertThat(from.separation(to)).isCloseTo(n[4], within(1e-13 + 2e-14 * n[4]));
        // a direction is as sharp as the rounding of coordinates allows; there is none to the same or the opposite
        // point
        double sharp = Math.toDegrees(3e-14 / Math.sin(Math.toRadians(n[4])));
        if (n[4] > 1e-8 && n[4] < 179.99999) {
            assertThat(Math.IEEEremainder(from.positionAngle(to) - n[5], 360)).isCloseTo(0, within(sharp + 1e-11));
        }
    }

    @Test
    void wrapsRightAscension() {
        assertThat(new Position(360, 1)).isEqualTo(new Position(0, 1));
        assertThat(new Position(-10, 1).ra()).isEqualTo(350);
        assertThat(new Position(-1e-17, -0.0)).isEqualTo(new Position(0, 0));
        assertThat(new Position(359.9999999, 5).toString()).isEqualTo("0.000000 +5.000000");
    }

    @Test
    void refusesWhatIsNoPosition() {
        assertThatThrownBy(() -> new Position(Double.NaN, 0)).hasMessageContaining("finite");
        assertThatThrownBy(() -> new Position(0, 90.0001)).hasMessageContaining("90.0001");
        assertThatThrownBy(() -> Position.parse("10")).hasMessageContaining("'10'");
        assertThatThrownBy(() -> Position.parse("16:01:55 +46:46:07")).hasMessageContaining("decimal degrees");
    }

    @Test
    void readsPairs() {
        Position expected = new Position(240.5, -46.75);
        assertThat(Position.parse("240.5,-46.75")).isEqualTo(expected);
        assertThat(Position.parse(" 240.5   -46.75 ")).isEqualTo(expected);
        assertThat(Position.parse("240.5 , -46.75")).isEqualTo(expected);
    }

    @Property
    void offsetIsUndoneByItsDistanceAndAngle(
            @ForAll @DoubleRange(min = 0, max = 360) double ra,
            @ForAll @DoubleRange(min = -90, max = 90) double dec,
            @ForAll @DoubleRange(min = 0, max = 360) double angle,
            @ForAll @DoubleRange(min = 0, max = 180) double distance) {
        Position from = new Position(ra, dec);
        Position to = from.offset(angle, distance);
        assertThat(from.separation(to)).isCloseTo(distance, within(1e-12));
        assertThat(from.offset(from.positionAngle(to), distance).separation(to)).isLessThan(1e-10);
    }
}
