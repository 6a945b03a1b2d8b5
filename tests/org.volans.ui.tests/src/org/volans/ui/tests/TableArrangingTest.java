package org.volans.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sorting and filtering in the Table editor. */
class TableArrangingTest {

    @AfterEach
    void close() {
        Ui.page().closeAllEditors(false);
    }

    @Test
    void sortsAndFilters() throws Exception {
        TableUi.write("stars.csv", """
                name,mag,z
                NGC 1,12.5,0.1
                M31,3.4,
                M33,5.7,0.3
                NGC 7,,0.2
                Vega,0.03,0.05
                """);
        TableUi table = TableUi.open("stars.csv");
        table.untilShown("name");
        table.click(2, 0);
        Ui.until(
                "sorted by magnitude",
                () -> table.column("name").equals(List.of("Vega", "M31", "M33", "NGC 1", "NGC 7")));
        table.click(2, 0);
        Ui.until(
                "the faintest first, what has no magnitude last",
                () -> table.column("name").equals(List.of("NGC 1", "M33", "M31", "Vega", "NGC 7")));

        Text filter = table.one(Text.class, "table.filter");
        filter.setText("mag < 6 and z: 0.01..0.4");
        table.untilCount("2 of 5");
        Ui.until("the rest stays sorted", () -> table.column("name").equals(List.of("M33", "Vega")));
        filter.setText("ngc");
        table.untilCount("2 of 5");
        filter.setText("flux > 3");
        Ui.until("it says that there is no such column", () -> table.count().startsWith("there is no column 'flux'"));
        filter.setText("z is null");
        table.untilCount("1 of 5");
        filter.setText("");
        table.untilCount("5 rows");
    }

    @Test
    void keepsTheHighlightedRowThroughSorting() throws Exception {
        TableUi.write("letters.csv", "n,letter\n3,a\n1,b\n2,c\n");
        TableUi table = TableUi.open("letters.csv");
        table.untilShown("letter");
        table.click(2, 2);
        Ui.until("b is selected", () -> TableUi.selectedRow() == 1);
        table.click(1, 0);
        Ui.until("sorted", () -> table.column("letter").equals(List.of("b", "c", "a")));
        assertThat(TableUi.selectedRow()).isEqualTo(1);
    }
}
