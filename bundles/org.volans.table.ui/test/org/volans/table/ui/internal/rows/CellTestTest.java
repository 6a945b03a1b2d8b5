package org.volans.table.ui.internal.rows;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.volans.api.InputException;

class CellTestTest {

    private static boolean passes(String condition, Object cell) throws InputException {
        return CellTest.parse(condition, true).test(cell);
    }

    @Test
    void tellsIdentifiersApartByTheirLastDigit() throws InputException {
        assertThat(passes("= 4295806720123456789", 4295806720123456789L)).isTrue();
        assertThat(passes("4295806720123456789", 4295806720123456788L)).isFalse();
        assertThat(passes("!= 4295806720123456789", 4295806720123456788L)).isTrue();
        assertThat(passes("= 18", 18L)).isTrue();
        assertThat(passes("= 18.0", 18L)).isTrue();
    }

    @Test
    void knowsTheInfiniteAsItIsShown() throws InputException {
        assertThat(passes("= \u221e", Double.POSITIVE_INFINITY)).isTrue();
        assertThat(passes("-inf", Float.NEGATIVE_INFINITY)).isTrue();
        assertThat(passes("< inf", 3.0)).isTrue();
        assertThat(passes("< inf", Double.POSITIVE_INFINITY)).isFalse();
    }
}
