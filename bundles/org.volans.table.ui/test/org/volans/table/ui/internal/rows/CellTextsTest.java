package org.volans.table.ui.internal.rows;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CellTextsTest {

    @Test
    void showsNumbersWithDigitsThatMeanSomething() {
        assertThat(CellTexts.brief(0.1f)).isEqualTo("0.1");
        assertThat(CellTexts.brief(183.123456789012)).isEqualTo("183.1234568");
        assertThat(CellTexts.brief(1.5e-9)).isEqualTo("1.5E-9");
        assertThat(CellTexts.brief(3e21)).isEqualTo("3.0E21");
        assertThat(CellTexts.brief(0.0)).isEqualTo("0");
        assertThat(CellTexts.brief(100.0)).isEqualTo("100");
        assertThat(CellTexts.brief(-0.00025)).isEqualTo("-0.00025");
        assertThat(CellTexts.brief(Double.NaN)).isEmpty();
        assertThat(CellTexts.brief(Float.NEGATIVE_INFINITY)).isEqualTo("-∞");
        assertThat(CellTexts.brief(1234567890123L)).isEqualTo("1234567890123");
        assertThat(CellTexts.brief(null)).isEmpty();
    }

    @Test
    void keepsAllDigitsInFull() {
        assertThat(CellTexts.full(183.123456789012)).isEqualTo("183.123456789012");
        assertThat(CellTexts.full(Float.NaN)).isEmpty();
    }

    @Test
    void shortensArraysAndLongTexts() {
        assertThat(CellTexts.brief(new int[] {1, 2, 3})).isEqualTo("[1, 2, 3]");
        assertThat(CellTexts.brief(new float[] {Float.NaN, 0.1f})).isEqualTo("[NaN, 0.1]");
        assertThat(CellTexts.brief(new double[1000])).isEqualTo("[0, 0, 0, 0, 0, 0, …] (1,000)");
        assertThat(CellTexts.full(new byte[] {1, -1})).isEqualTo("[1, -1]");
        assertThat(CellTexts.brief("a\nb\tc")).isEqualTo("a b c");
        assertThat(CellTexts.brief("x".repeat(5000))).hasSize(401);
    }
}
