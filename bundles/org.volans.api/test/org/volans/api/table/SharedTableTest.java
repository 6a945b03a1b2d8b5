package org.volans.api.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.volans.api.InputException;
import org.volans.api.geometry.Position;
import org.volans.api.handler.EventSource;
import org.volans.api.handler.HandlerEvent;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.RowListStarTable;

class SharedTableTest {

    private static SharedTable table(String column) {
        RowListStarTable table = new RowListStarTable(
                new ColumnInfo[] {new ColumnInfo("ra", Double.class, ""), new ColumnInfo(column, Double.class, "")});
        table.addRow(new Object[] {10.0, 20.0});
        table.addRow(new Object[] {10.0, null});
        return new SharedTable("t", Optional.empty(), "mine", table, Optional.empty(), Optional.empty(), "");
    }

    @Test
    void positionOfARow() throws Exception {
        assertThat(table("dec").position(0)).isEqualTo(new Position(10, 20));
        assertThat(new HandlerEvent.Row(table("dec"), 0, new EventSource.Here()).position())
                .isEqualTo(new Position(10, 20));
    }

    @Test
    void noPosition() {
        assertThatThrownBy(() -> table("dec").position(1))
                .isInstanceOf(InputException.class)
                .hasMessage("row 1 of mine has no position");
        assertThatThrownBy(() -> table("mag").position(0)).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> table("dec").position(2))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("it has rows 0 to 1");
    }

    @Test
    void rowsOfTheSmallestTables() {
        assertThat(fault(0)).isEqualTo("no row 0 in mine: it has no rows");
        assertThat(fault(1)).isEqualTo("no row 1 in mine: it has row 0 only");
    }

    /** What is said of the first row that a table does not have. */
    private static String fault(int rows) {
        RowListStarTable table = new RowListStarTable(new ColumnInfo[] {new ColumnInfo("ra", Double.class, "")});
        for (int i = 0; i < rows; i++) {
            table.addRow(new Object[] {10.0});
        }
        SharedTable shared =
                new SharedTable("t", Optional.empty(), "mine", table, Optional.empty(), Optional.empty(), "");
        return catchThrowableOfType(InputException.class, () -> shared.checkRow(rows))
                .getMessage();
    }
}
