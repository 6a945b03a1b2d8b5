package org.volans.table.ui.internal.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.volans.api.InputException;
import org.volans.table.ui.internal.rows.Columns.Column;
import uk.ac.starlink.table.StarTable;

class RowArrangerTest {

    private static final StarTable STARS = Columns.table(
            new Column("name", String.class, "NGC 1", "M31", "m33", "NGC 7", "Vega", ""),
            new Column("mag", Double.class, 12.5, 3.4, 5.7, Double.NaN, 0.03, -1.5),
            new Column("n", Integer.class, 3, null, 3, 1, 2, -7));

    private static List<Integer> arranged(StarTable table, RowFilter filter, SortKey... keys) throws InputException {
        RowOrder order = new RowArranger(table, (int) table.getRowCount())
                .arrange(filter, List.of(keys), new NullProgressMonitor());
        return IntStream.range(0, order.size()).map(order::row).boxed().toList();
    }

    private static List<Integer> passing(String text) throws InputException {
        return arranged(STARS, new FilterText(STARS).parse(text, Map.of()));
    }

    @Test
    void sortsNumbersWithMissingOnesLast() throws InputException {
        assertThat(arranged(STARS, RowFilter.ALL, new SortKey(1, false))).containsExactly(5, 4, 1, 2, 0, 3);
        assertThat(arranged(STARS, RowFilter.ALL, new SortKey(1, true))).containsExactly(0, 2, 1, 4, 5, 3);
    }

    @Test
    void isStableAndSortsByFurtherKeys() throws InputException {
        assertThat(arranged(STARS, RowFilter.ALL, new SortKey(2, false))).containsExactly(5, 3, 4, 0, 2, 1);
        assertThat(arranged(STARS, RowFilter.ALL, new SortKey(2, false), new SortKey(1, false)))
                .containsExactly(5, 3, 4, 2, 0, 1);
    }

    @Test
    void sortsTextsWithoutRegardToCase() throws InputException {
        assertThat(arranged(STARS, RowFilter.ALL, new SortKey(0, false))).containsExactly(1, 2, 0, 3, 4, 5);
    }

    @Test
    void sortsManyRowsAsTheJdkDoes() throws InputException {
        Random random = new Random(7);
        Object[] texts = new Object[20_000];
        Object[] numbers = new Object[texts.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = "object number " + random.nextInt(5000) + (i % 3 == 0 ? " \u03b1 Cen" : "");
            numbers[i] = random.nextLong();
        }
        StarTable table = Columns.table(new Column("t", String.class, texts), new Column("n", Long.class, numbers));
        List<Integer> expected =
                new ArrayList<>(IntStream.range(0, texts.length).boxed().toList());
        expected.sort(Comparator.comparing(i -> (String) texts[i], String.CASE_INSENSITIVE_ORDER));
        assertThat(arranged(table, RowFilter.ALL, new SortKey(0, false))).isEqualTo(expected);
        expected.sort(null);
        expected.sort(Comparator.comparing(i -> (Long) numbers[i], Comparator.reverseOrder()));
        assertThat(arranged(table, RowFilter.ALL, new SortKey(1, true))).isEqualTo(expected);
    }

    @Test
    void sortsWhatIsSortedTheOtherWay() throws InputException {
        Object[] values = IntStream.range(0, 300_000).mapToObj(i -> 300_000 - i).toArray();
        StarTable table = Columns.table(new Column("down", Integer.class, values));
        List<Integer> rows = arranged(table, RowFilter.ALL, new SortKey(0, false));
        assertThat(rows.getFirst()).isEqualTo(299_999);
        assertThat(rows.getLast()).isZero();
    }

    @Test
    void filtersByConditions() throws InputException {
        assertThat(passing("mag < 6")).containsExactly(1, 2, 4, 5);
        assertThat(passing("mag: 3..6 and n = 3")).containsExactly(2);
        assertThat(passing("mag 3..6 or name = vega")).containsExactly(1, 2, 4);
        assertThat(passing("ngc")).containsExactly(0, 3);
        assertThat(passing("!ngc")).containsExactly(1, 2, 4, 5);
        assertThat(passing("M*")).containsExactly(1, 2);
        assertThat(passing("/[37]$/")).containsExactly(0, 2, 3, 4, 5);
        assertThat(passing("n is null")).containsExactly(1);
        assertThat(passing("n is not null and mag is null")).containsExactly(3);
        assertThat(passing("3.4")).containsExactly(1);
        assertThat(passing("n != 3")).containsExactly(3, 4, 5);
        assertThat(passing("name >= N and name < O")).containsExactly(0, 3);
        assertThat(passing("name != \"this or that\" and mag < 6")).containsExactly(1, 2, 4);
    }

    @Test
    void filtersByColumnsAndSortsWhatIsLeft() throws InputException {
        RowFilter filter = new FilterText(STARS).parse("", Map.of(0, "m", 1, "> 3"));
        assertThat(arranged(STARS, filter, new SortKey(1, true))).containsExactly(2, 1);
    }

    @Test
    void saysWhatIsNotUnderstood() {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> passing("flux > 3"))
                .withMessageStartingWith("there is no column 'flux'");
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> passing("mag < bright"))
                .withMessage("'bright' is no number");
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> new FilterText(STARS).parse("", Map.of(0, "/[/")))
                .withMessageStartingWith("name: '/[/' is no regular expression");
    }

    @Test
    void stopsWhenCancelled() {
        NullProgressMonitor monitor = new NullProgressMonitor();
        monitor.setCanceled(true);
        RowArranger arranger = new RowArranger(STARS, 6);
        assertThatExceptionOfType(OperationCanceledException.class)
                .isThrownBy(() -> arranger.arrange(row -> true, List.of(), monitor));
        assertThatExceptionOfType(OperationCanceledException.class)
                .isThrownBy(() -> arranger.arrange(RowFilter.ALL, List.of(new SortKey(0, false)), monitor));
    }

    @Test
    void findsRowsAgain() {
        RowOrder order = RowOrder.of(4, 2, 0);
        assertThat(order.indexOf(2)).isEqualTo(1);
        assertThat(order.indexOf(3)).isEqualTo(-1);
        assertThat(RowOrder.all(5).indexOf(7)).isEqualTo(-1);
        assertThat(order.at(2, 0).indexOf(4)).isEqualTo(1);
        assertThat(RowOrder.all(0).natural()).isTrue();
    }
}
