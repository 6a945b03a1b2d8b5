package org.volans.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IViewPart;
import org.junit.jupiter.api.Test;
import org.volans.api.geometry.Position;
import org.volans.ui.selection.OpenTable;
import org.volans.ui.selection.SkyPoint;
import org.volans.ui.selection.TableRow;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.RowListStarTable;

/** The Properties view says what is known of the selected thing. */
class PropertiesTest {

    private final Highlighter highlighter;
    private final IViewPart view;

    PropertiesTest() throws Exception {
        highlighter = Highlighter.show();
        view = Ui.view(IPageLayout.ID_PROP_SHEET);
    }

    private Optional<String> value(String name) {
        return Ui.all(view, Tree.class).stream()
                .map(Tree::getItems)
                .flatMap(java.util.Arrays::stream)
                .flatMap(item -> java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(item), java.util.Arrays.stream(item.getItems())))
                .filter(item -> item.getText(0).equals(name))
                .map((TreeItem item) -> item.getText(1))
                .findFirst();
    }

    @Test
    void showsTheValuesOfARow() throws Exception {
        ColumnInfo magnitude = new ColumnInfo("gmag", Double.class, "model magnitude in g");
        magnitude.setUnitString("mag");
        magnitude.setUCD("phot.mag;em.opt.B");
        RowListStarTable table =
                new RowListStarTable(new ColumnInfo[] {new ColumnInfo("name", String.class, ""), magnitude});
        table.addRow(new Object[] {"first", 21.5});
        table.addRow(new Object[] {"second", null});
        highlighter.select(new TableRow(Highlighter.table("two", table), 0));
        Ui.until("the values", () -> value("gmag").equals(Optional.of("21.5 mag")));
        assertThat(value("name")).contains("first");
        highlighter.select(new TableRow(Highlighter.table("two", table), 1));
        Ui.until("the other row", () -> value("name").equals(Optional.of("second")));
        assertThat(value("gmag")).contains("");
        Highlighter.off("whatever still runs", monitor -> "");
        assertThat(value("name")).contains("second");
        Ui.screenshot("properties");
    }

    /** Of many rows the first is shown, and read alone. */
    @Test
    void readsOneOfManyRows() throws Exception {
        Set<Long> read = ConcurrentHashMap.newKeySet();
        RowListStarTable table = new RowListStarTable(new ColumnInfo[] {new ColumnInfo("name", String.class, "")}) {
            @Override
            public Object getCell(long row, int column) {
                read.add(row);
                return super.getCell(row, column);
            }
        };
        for (int i = 0; i < 50; i++) {
            table.addRow(new Object[] {"object " + i});
        }
        OpenTable open = Highlighter.table("many", table);
        highlighter.select(
                IntStream.range(7, 50).mapToObj(i -> new TableRow(open, i)).toList());
        Ui.until("the first of them", () -> value("name").equals(Optional.of("object 7")));
        Highlighter.off("whatever still runs", monitor -> "");
        assertThat(read).containsExactly(7L);
    }

    @Test
    void showsAPositionInThreeWays() {
        highlighter.select(new SkyPoint(new Position(266.41681663, -29.00782497), "a picture"));
        Ui.until("the position", () -> value("ICRS, degrees").isPresent());
        // Sgr A*: Reid & Brunthaler 2004
        assertThat(value("ICRS, sexagesimal").orElseThrow())
                .startsWith("17:45:40.0")
                .contains("-29:00:28.1");
        assertThat(value("Galactic, degrees").orElseThrow())
                .startsWith("359.944")
                .contains("-0.046");
    }
}
