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
}
