package org.volans.table.ui.internal.info;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.volans.api.InputException;
import org.volans.table.ui.internal.rows.Columns;
import org.volans.table.ui.internal.rows.Columns.Column;

class ColumnStatisticsTest {

    private static ColumnStatistics of(Column column) throws InputException {
        return ColumnStatistics.of(Columns.table(column), 0, new NullProgressMonitor());
    }

    @Test
    void describesNumbers() throws InputException {
        ColumnStatistics s = of(new Column("x", Double.class, 1.0, 2.0, 4.0, Double.NaN, null, 3.0));
        assertThat(s.values()).isEqualTo(4);
        assertThat(s.nulls()).isEqualTo(2);
        assertThat(s.least()).isEqualTo("1");
        assertThat(s.greatest()).isEqualTo("4");
        assertThat(s.mean()).isEqualTo(2.5);
        // standard deviation of 1, 2, 3, 4 as a sample: sqrt(5/3)
        assertThat(s.sd()).isCloseTo(Math.sqrt(5.0 / 3), within(1e-12));
        assertThat(s.quartile()).containsExactly(1.75, 2.5, 3.25);
        assertThat(s.distinct()).hasValue(4);
    }

    @Test
    void infiniteValuesLeaveTheMeanOfTheOthers() throws InputException {
        ColumnStatistics s = of(new Column("x", Double.class, 1.0, 3.0, Double.POSITIVE_INFINITY));
        assertThat(s.greatest()).isEqualTo("\u221e");
        assertThat(s.mean()).isEqualTo(2);
        assertThat(s.quartile()).containsExactly(1.5, 2, 2.5);
    }

    @Test
    void describesTexts() throws InputException {
        ColumnStatistics s = of(new Column("t", String.class, "b", "a", "", "b"));
        assertThat(s.least()).isEqualTo("a");
        assertThat(s.greatest()).isEqualTo("b");
        assertThat(s.nulls()).isEqualTo(1);
        assertThat(s.distinct()).hasValue(2);
        assertThat(s.mean()).isNaN();
    }

    @Test
    void doesNotCountVeryManyDifferentValues() throws InputException {
        Object[] values = IntStream.range(0, 5000).boxed().toArray();
        assertThat(of(new Column("n", Integer.class, values)).distinct()).isEmpty();
    }

    @Test
    void hasNothingToSayOfAnEmptyColumn() throws InputException {
        ColumnStatistics s = of(new Column("n", Integer.class, null, null));
        assertThat(s.values()).isZero();
        assertThat(s.least()).isEmpty();
        assertThat(s.quartile()).containsOnly(Double.NaN);
    }
}
