package org.volans.table.ui.internal.grid;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.layer.LabelStack;
import org.eclipse.nebula.widgets.nattable.layer.cell.ILayerCell;
import org.eclipse.nebula.widgets.nattable.tooltip.NatTableContentTooltip;
import org.eclipse.swt.widgets.Event;
import org.volans.table.ui.internal.rows.CellTest;
import org.volans.table.ui.internal.rows.CellTexts;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.StarTable;

/** All digits of a cell; all that is known of a column. UI thread. */
@NonNullByDefault({})
final class GridToolTip extends NatTableContentTooltip {

    private static final int WIDTH = 90;
    private static final int SHORT = 30;

    private final StarTable table;

    GridToolTip(NatTable widget, StarTable table) {
        super(widget);
        this.table = table;
    }

    @Override
    protected String getText(Event event) {
        int column = natTable.getColumnPositionByX(event.x);
        int row = natTable.getRowPositionByY(event.y);
        ILayerCell cell = column < 0 || row < 0 ? null : natTable.getCellByPosition(column, row);
        if (cell == null) {
            return null;
        }
        LabelStack region = natTable.getRegionLabelsByXY(event.x, event.y);
        if (region != null && region.hasLabel(GridRegion.COLUMN_HEADER)) {
            return describe(table.getColumnInfo(cell.getColumnIndex()));
        }
        if (region != null && region.hasLabel(GridRegion.FILTER_ROW)) {
            return "Enter a condition: " + CellTest.SYNTAX;
        }
        if (region == null || !region.hasLabel(GridRegion.BODY)) {
            return null;
        }
        Object value = cell.getDataValue();
        if (CellLinks.of(value).isPresent()) {
            return value + "\nCtrl+click opens it";
        }
        if (value instanceof CellBlocks.Unreadable fault) {
            return fault.why();
        }
        String full = CellTexts.full(value);
        boolean more = !full.equals(CellTexts.brief(value)) || full.length() > SHORT;
        return more && value != CellBlocks.PENDING ? wrapped(full) : null;
    }

    private static String describe(ColumnInfo info) {
        StringBuilder text = new StringBuilder(HeaderPainter.name(info));
        line(text, "", info.getDescription());
        line(text, "Unit: ", info.getUnitString());
        line(text, "UCD: ", info.getUCD());
        line(text, "Utype: ", info.getUtype());
        line(text, "Type: ", info.getContentClass().getSimpleName());
        return text.toString();
    }

    private static void line(StringBuilder text, String label, String value) {
        if (value != null && !value.isBlank()) {
            text.append('\n').append(wrapped(label + value.strip()));
        }
    }

    private static String wrapped(String text) {
        String cut = text.length() > 2000 ? text.substring(0, 2000) + "…" : text;
        return cut.replaceAll("(.{40," + WIDTH + "})\\s+", "$1\n");
    }

    @Override
    protected boolean shouldCreateToolTip(Event event) {
        return getText(event) != null;
    }
}
