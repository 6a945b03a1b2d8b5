package org.volans.api.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.volans.api.geometry.Position;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.RowAccess;
import uk.ac.starlink.table.RowListStarTable;
import uk.ac.starlink.table.WrapperStarTable;

/** Rows that several views read at the same time, and their positions. */
class TableCellsTest {

    private final RowListStarTable rows = new RowListStarTable(
            new ColumnInfo[] {column("ra", "pos.eq.ra;meta.main"), column("dec", "pos.eq.dec;meta.main")});

    @BeforeEach
    void fill() {
        rows.addRow(new Object[] {240.5, 46.75});
        rows.addRow(new Object[] {240.5, Double.NaN});
    }

    @Test
    void neverReadsThroughTheTableItselfWhichIsForOneThread() throws IOException {
        WrapperStarTable shared = new WrapperStarTable(rows) {
            @Override
            public Object getCell(long row, int column) {
                throw new AssertionError("read without an access of its own");
            }

            @Override
            public RowAccess getRowAccess() throws IOException {
                return rows.getRowAccess();
            }
        };
        assertThat(TableCells.cell(shared, 0, 1)).isEqualTo(46.75);
        assertThat(PositionColumns.position(shared, 0)).contains(new Position(240.5, 46.75));
    }

    @Test
    void aRowWithoutAPositionHasNone() throws IOException {
        assertThat(PositionColumns.position(rows, 1)).isEmpty();
        RowListStarTable names = new RowListStarTable(new ColumnInfo[] {new ColumnInfo("name", String.class, "")});
        names.addRow(new Object[] {"M 31"});
        assertThat(PositionColumns.position(names, 0)).isEmpty();
    }

    private static ColumnInfo column(String name, String ucd) {
        ColumnInfo info = new ColumnInfo(name, Double.class, "");
        info.setUCD(ucd);
        return info;
    }
}
