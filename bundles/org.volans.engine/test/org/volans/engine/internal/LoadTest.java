package org.volans.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.volans.engine.internal.TestTables.ask;
import static org.volans.engine.internal.TestTables.column;
import static org.volans.engine.internal.TestTables.load;
import static org.volans.engine.internal.TestTables.meta;
import static org.volans.engine.internal.TestTables.table;

import java.util.Arrays;
import java.util.List;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.volans.api.InputException;
import org.volans.api.adql.AdqlDatabase;
import org.volans.api.table.ColumnMeta;
import org.volans.api.table.TableMeta;
import org.volans.api.ucd.Ucd;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.RowListStarTable;
import uk.ac.starlink.table.StarTable;

/** What goes in comes out: types, missing values, names and metadata. */
class LoadTest {

    private final AdqlDatabase database = TestTables.database();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void keepsEveryType() throws Exception {
        Object[] values = {
            true,
            (short) 200,
            70000,
            1L << 40,
            1.5f,
            2.5e-300,
            "é✓",
            new double[] {1, Double.NaN},
            new int[] {1, 2},
            new float[] {0.5f},
            new long[] {5},
            new short[] {7},
            new boolean[] {true, false},
            new String[] {"a", "b"}
        };
        ColumnInfo[] columns = new ColumnInfo[values.length];
        for (int i = 0; i < values.length; i++) {
            columns[i] = column("c" + i, values[i].getClass());
        }
        RowListStarTable data = table(columns);
        data.addRow(values);
        data.addRow(new Object[values.length]);
        load(database, "", "types", data);
        StarTable back = ask(database, "SELECT * FROM types");
        for (int i = 0; i < values.length; i++) {
            assertThat(back.getColumnInfo(i).getContentClass()).isEqualTo(values[i].getClass());
        }
        assertThat(Arrays.deepToString(back.getRow(0))).isEqualTo(Arrays.deepToString(values));
        assertThat(Arrays.deepEquals(back.getRow(0), values)).isTrue();
        assertThat(back.getCell(1, 0)).isNull();
        assertThat(back.getCell(1, 2)).isNull();
        assertThat(back.getCell(1, 6)).isNull();
        assertThat(back.getCell(1, 7)).isNull();
        // VOTable has NaN for a missing real
        assertThat(back.getCell(1, 4)).isEqualTo(Float.NaN);
        assertThat(back.getCell(1, 5)).isEqualTo(Double.NaN);
    }

    @Test
    void takesAnyName() throws Exception {
        RowListStarTable data = table(column("e_\"g;'mag", Integer.class), column("", Integer.class));
        data.addRow(new Object[] {1, 2});
        load(database, "", "V/147/sdss12", data);
        load(database, "x\"; DROP TABLE y; --", "a.b\"c", data);
        load(database, "", "main", data);
        load(database, "information_schema", "tables", data);
        assertThat(database.schemas().stream().flatMap(s -> s.tables().stream()).map(TableMeta::name))
                .containsExactlyInAnyOrder(
                        "\"V/147/sdss12\"",
                        "\"x\"\"; DROP TABLE y; --\".\"a.b\"\"c\"",
                        "main",
                        "information_schema.tables");
        for (String name : List.of(
                "\"V/147/sdss12\"",
                "\"x\"\"; DROP TABLE y; --\".\"a.b\"\"c\"",
                "\"a.b\"\"c\"",
                "main",
                "information_schema.tables")) {
            StarTable back = ask(database, "SELECT \"e_\"\"g;'mag\", col2 FROM " + name);
            assertThat(back.getRow(0)).containsExactly(1, 2);
        }
    }

    @Test
    void readsNamesHoweverTheyAreWritten() throws Exception {
        load(database, "ivoa", "ivoa.obscore", TestTables.texts("obs_id", "x"));
        load(database, "viz", "\"V/147/sdss12\"", TestTables.texts("id", "y"));
        assertThat(database.schemas().get(0).tables().get(0).name()).isEqualTo("ivoa.obscore");
        assertThat(ask(database, "SELECT obs_id FROM IVOA.ObsCore").getRowCount())
                .isEqualTo(1);
        assertThat(ask(database, "SELECT id FROM \"V/147/sdss12\"").getRowCount())
                .isEqualTo(1);
    }

    @Test
    void addsWhatIsSaidOfTheColumns() throws Exception {
        RowListStarTable data = table(column("RA", Double.class, "deg", "pos.eq.ra"));
        ColumnMeta said =
                new ColumnMeta("ra", "char(*)", "", Ucd.parse("pos.eq.ra;meta.main"), "u:t", "right ascension", true);
        database.load(
                "", new TableMeta("t", "", "positions", "table", "", List.of(said)), data, new NullProgressMonitor());
        TableMeta table = database.schemas().get(0).tables().get(0);
        assertThat(table.description()).isEqualTo("positions");
        assertThat(table.columns())
                .containsExactly(new ColumnMeta(
                        "ra", "double", "deg", Ucd.parse("pos.eq.ra;meta.main"), "u:t", "right ascension", true));
    }

    @Test
    void refusesANameThatIsTaken() throws Exception {
        load(database, "s", "t", TestTables.texts("a", "1"));
        assertThatThrownBy(() -> load(database, "s", "t", TestTables.texts("a", "2")))
                .isInstanceOf(InputException.class)
                .hasMessage("there is already a table s.t");
        assertThat(ask(database, "SELECT a FROM s.t").getCell(0, 0)).isEqualTo("1");
    }

    @Test
    void leavesNothingOfATableThatWasCancelled() throws Exception {
        NullProgressMonitor monitor = new NullProgressMonitor();
        StarTable big = new uk.ac.starlink.table.WrapperStarTable(TestTables.spiral(10_000)) {
            @Override
            public uk.ac.starlink.table.RowSequence getRowSequence() throws java.io.IOException {
                return new uk.ac.starlink.table.WrapperRowSequence(super.getRowSequence()) {
                    private int rows;

                    @Override
                    public boolean next() throws java.io.IOException {
                        if (++rows == 5000) {
                            monitor.setCanceled(true);
                        }
                        return super.next();
                    }
                };
            }
        };
        assertThatThrownBy(() -> database.load("", meta("big"), big, monitor))
                .isInstanceOf(OperationCanceledException.class);
        assertThat(database.schemas()).isEmpty();
        load(database, "", "big", TestTables.spiral(10));
        assertThat(TestTables.value(database, "SELECT COUNT(*) FROM big")).isEqualTo(10L);
    }
}
