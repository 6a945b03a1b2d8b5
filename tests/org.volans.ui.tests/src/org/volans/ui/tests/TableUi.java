package org.volans.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.core.resources.IFile;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.config.CellConfigAttributes;
import org.eclipse.nebula.widgets.nattable.data.convert.IDisplayConverter;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.layer.LabelStack;
import org.eclipse.nebula.widgets.nattable.layer.cell.ILayerCell;
import org.eclipse.nebula.widgets.nattable.style.DisplayMode;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IEditorPart;
import org.volans.ui.Ids;
import org.volans.ui.selection.SelectionFollower;
import org.volans.ui.selection.TableRow;

/** The Table editor as a person works with it. UI thread only. */
final class TableUi {

    private final IEditorPart editor;

    TableUi(IEditorPart editor) {
        this.editor = editor;
    }

    /** Opens a file of the project as a double click does. */
    static TableUi open(String path) throws Exception {
        IEditorPart editor = Ui.open(path);
        assertThat(editor.getSite().getId()).isEqualTo(Ids.TABLE_EDITOR);
        return new TableUi(editor);
    }

    static IFile write(String name, String text) throws Exception {
        return FitsFiles.write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    IEditorPart editor() {
        return editor;
    }

    NatTable grid() {
        return Ui.found(
                "the grid of " + editor.getTitle(),
                () -> Ui.all(editor, NatTable.class).stream()
                        .filter(g -> "table.grid".equals(g.getData("org.volans.id")))
                        .findFirst());
    }

    String count() {
        return one(Label.class, "table.count").getText();
    }

    void untilCount(String words) {
        Ui.until("the editor says " + words, () -> count().equals(words));
    }

    /** The widget that has an identifier. */
    <T extends Control> T one(Class<T> kind, String id) {
        return Ui.one(editor, kind, c -> id.equals(c.getData("org.volans.id")));
    }

    /** Data, Column Info, Parameters: the last two are made when they first show. */
    void page(int index) {
        one(CTabFolder.class, "table.pages").setSelection(index);
    }

    /** The cells of a column in the rows that can be seen. */
    List<String> column(String name) {
        NatTable grid = grid();
        int column = position(name);
        List<String> texts = new ArrayList<>();
        for (int row = 1; row < grid.getRowCount(); row++) {
            LabelStack region = grid.getRegionLabelsByXY(
                    grid.getStartXOfColumnPosition(column) + 2, grid.getStartYOfRowPosition(row) + 2);
            if (region != null && region.hasLabel(GridRegion.BODY)) {
                texts.add(text(grid, column, row));
            }
        }
        return texts;
    }

    /** What the cells of a column look like. */
    List<String> painted(String name) {
        NatTable grid = grid();
        int column = position(name);
        List<String> texts = new ArrayList<>();
        for (int row = 1; row < grid.getRowCount(); row++) {
            ILayerCell cell = grid.getCellByPosition(column, row);
            IDisplayConverter converter = grid.getConfigRegistry()
                    .getConfigAttribute(
                            CellConfigAttributes.DISPLAY_CONVERTER, DisplayMode.NORMAL, cell.getConfigLabels());
            texts.add(String.valueOf(
                    converter.canonicalToDisplayValue(cell, grid.getConfigRegistry(), cell.getDataValue())));
        }
        return texts;
    }

    /** The cells of a column in those rows of which a cell is selected. */
    List<String> selectedTexts(String name) {
        NatTable grid = grid();
        int column = position(name);
        return IntStream.range(1, grid.getRowCount())
                .filter(row -> IntStream.range(1, grid.getColumnCount())
                        .mapToObj(i -> grid.getCellByPosition(i, row))
                        .anyMatch(cell -> cell != null && DisplayMode.SELECT.equals(cell.getDisplayMode())))
                .mapToObj(row -> text(grid, column, row))
                .toList();
    }

    /** Where a column is shown. */
    int position(String name) {
        NatTable grid = grid();
        return IntStream.range(0, grid.getColumnCount())
                .filter(i -> text(grid, i, 0).equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no column " + name));
    }

    private static String text(NatTable grid, int column, int row) {
        return String.valueOf(grid.getDataValueByPosition(column, row));
    }

    void untilShown(String name) {
        grid();
        Ui.until("cells of " + name + " are here", () -> {
            List<String> cells = column(name);
            return !cells.isEmpty() && !cells.contains("…");
        });
    }

    /** Clicks a cell or, in row 0, the head of a column; column 0 are the row numbers. */
    void click(int column, int row) {
        NatTable grid = grid();
        // the window's selection is that of the active part, which a click of the mouse makes the editor; an event
        // alone does not
        Ui.page().activate(editor);
        Rectangle cell = grid.getBoundsByPosition(column, row);
        assertThat(grid.getClientArea().contains(cell.x + 10, cell.y + cell.height / 2))
                .as("row %d can be seen in a grid of %s", row, grid.getClientArea())
                .isTrue();
        for (int type : new int[] {SWT.MouseDown, SWT.MouseUp}) {
            Event event = new Event();
            event.widget = grid;
            event.display = grid.getDisplay();
            event.button = 1;
            event.count = 1;
            event.x = cell.x + 10;
            event.y = cell.y + cell.height / 2;
            grid.notifyListeners(type, event);
        }
    }

    /** The row that is the workbench's selection. */
    static Optional<TableRow> selected() {
        return SelectionFollower.first(
                Ui.page().getWorkbenchWindow().getSelectionService().getSelection(), TableRow.class);
    }

    /** Its number, or -1. */
    static long selectedRow() {
        return selected().map(TableRow::row).orElse(-1L);
    }
}
