package org.volans.tour.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import uk.ac.starlink.table.RowListStarTable;

class PublishedComparisonTest {

    private static RowListStarTable answer(Object[]... rows) {
        RowListStarTable table = Tables.table(
                Tables.column("SDSS12", String.class, "", "meta.id"),
                Tables.column("ra", Double.class, "deg", ""),
                Tables.column("dec", Double.class, "deg", ""),
                Tables.column("umag", Float.class, "mag", ""),
                Tables.column("gmag", Float.class, "mag", ""),
                Tables.column("rmag", Float.class, "mag", ""),
                Tables.column("imag", Float.class, "mag", ""));
        for (Object[] row : rows) {
            table.addRow(row);
        }
        return table;
    }

    private static Object[] row(String id, float g) {
        return new Object[] {id, 10.0, 20.0, 23f, g, 21f, 20f};
    }

    @Test
    void theOrderOfRowsDoesNotMatter() {
        var verdict = PublishedComparison.compare(
                answer(row("A", 22.123f), row("B", 22f)), answer(row("B", 22f), row("A", 22.1232f)));
        assertThat(verdict.same()).isTrue();
        assertThat(verdict.sentence()).isEqualTo("The same 2 rows and magnitudes as the published answer.");
    }

    @Test
    void aFigureThatDiffersInTheThirdDecimalIsNamed() {
        var verdict = PublishedComparison.compare(answer(row("A", 22.123f)), answer(row("A", 22.124f)));
        assertThat(verdict.same()).isFalse();
        assertThat(verdict.sentence()).contains("A: gmag is 22.12").contains("was published as 22.12");
    }

    @Test
    void aMissingMagnitudeDiffers() {
        assertThat(PublishedComparison.compare(answer(row("A", 22f)), answer(row("A", Float.NaN)))
                        .same())
                .isFalse();
    }

    @Test
    void missingSurplusAndRepeatedRowsAreNamed() {
        var verdict = PublishedComparison.compare(
                answer(row("A", 22f), row("B", 22f)), answer(row("A", 22f), row("A", 22f), row("C", 22f)));
        assertThat(verdict.differences())
                .containsExactly(
                        "B was published and is missing", "C is here and was not published", "3 rows instead of 2");
    }

    @Test
    void anAnswerWithoutTheNameCannotBeCompared() {
        assertThat(PublishedComparison.compare(answer(row("A", 22f)), Tables.positions(1, 2))
                        .sentence())
                .contains("no column SDSS12");
    }
}
