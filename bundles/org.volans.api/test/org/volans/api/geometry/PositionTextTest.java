package org.volans.api.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.volans.api.InputException;

class PositionTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "240.484166 -46.768055",
                "240.484166,-46.768055",
                " 240.484166, \u221246.768055 ",
                "16:01:56.2 -46:46:05",
                "16 01 56.2 -46 46 05",
                "16h01m56.2s -46d46m05s",
                "16h 01m 56.2s, -46\u00b0 46' 05\"",
            })
    void readsWhatPeopleWrite(String text) throws InputException {
        assertThat(PositionText.parse(text).separation(new Position(240.4841667, -46.7680556)))
                .isLessThan(1e-5);
    }

    @Test
    void keepsTheSignOfSmallDeclinations() throws InputException {
        assertThat(PositionText.parse("00:00:00 -00:30:00").dec()).isEqualTo(-0.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "16:01", "M31", "10", "25:00:00 +10:00:00", "16:61:00 +10:00:00", "1 2 3"})
    void saysHowItIsWritten(String text) {
        assertThatThrownBy(() -> PositionText.parse(text))
                .isInstanceOf(InputException.class)
                .hasMessage("Not a position: write 240.484 46.768 or 16:01:56.2 +46:46:05.");
    }

    @Test
    void aDeclinationOffTheSphereIsNamed() {
        assertThatThrownBy(() -> PositionText.parse("10 95")).hasMessageStartingWith("Declination 95.0 is not between");
    }

    @Test
    void readsOneCoordinate() throws InputException {
        assertThat(PositionText.ra("240.5")).isEqualTo(240.5);
        assertThat(PositionText.ra("16:02:00")).isCloseTo(240.5, within(1e-12));
        assertThat(PositionText.ra("16h02m00s")).isCloseTo(240.5, within(1e-12));
        assertThat(PositionText.dec(" \u221246.5 ")).isEqualTo(-46.5);
        assertThat(PositionText.dec("-00:30:00")).isEqualTo(-0.5);
        assertThatThrownBy(() -> PositionText.ra("M31")).hasMessageContaining("'M31' is no right ascension");
        assertThatThrownBy(() -> PositionText.dec("91")).hasMessageContaining("'91' is no declination");
    }

    @Test
    void writesSexagesimal() {
        assertThat(PositionText.sexagesimal(new Position(240.484, 46.768), 1)).isEqualTo("16:01:56.16 +46:46:04.8");
        assertThat(PositionText.sexagesimal(new Position(240.484, 46.768), 0)).isEqualTo("16:01:56.2 +46:46:05");
        assertThat(PositionText.sexagesimal(new Position(0, -0.5), 0)).isEqualTo("00:00:00.0 -00:30:00");
    }

    @Test
    void roundingCarries() {
        assertThat(PositionText.sexagesimal(new Position(359.9999999, 59.9999999), 1))
                .isEqualTo("00:00:00.00 +60:00:00.0");
        assertThat(PositionText.sexagesimal(new Position(14.9999999, -89.9999999), 2))
                .isEqualTo("01:00:00.000 -90:00:00.00");
        assertThat(PositionText.degrees(new Position(359.99996, -89.99996), 4)).isEqualTo("0.0000 -90.0000");
        assertThat(PositionText.degrees(new Position(359.99994, 0), 4)).isEqualTo("359.9999 +0.0000");
    }

    /** The same by SOFA's iauIcrs2g as GalacticTest has it. */
    @Test
    void writesGalactic() {
        Position position =
                new Position(Math.toDegrees(5.9338074302227188048671087), Math.toDegrees(-1.1784870613579944551540570));
        assertThat(PositionText.galactic(position, 3)).isEqualTo("320.000 -45.000");
    }
}
