package org.volans.table.ui.internal;

import java.io.IOException;
import java.util.List;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Control;
import org.volans.api.InputException;
import org.volans.api.geometry.Position;
import org.volans.api.table.ColumnMeta;
import org.volans.api.table.PositionColumns;
import org.volans.ui.selection.OpenTable;
import org.volans.ui.selection.SkyPoint;
import org.volans.ui.selection.TableRow;
import org.volans.ui.work.Workplace;
import uk.ac.starlink.table.RowAccess;
import uk.ac.starlink.table.StarTable;

/** Makes the position of a row the workbench's selection. UI thread only. */
final class PointAtPosition {

    private final Context context;
    private final OpenTable table;
    private final Control owner;
    private final Workplace place;

    PointAtPosition(Context context, OpenTable table, Control owner) {
        this.context = context;
        this.table = table;
        this.owner = owner;
        this.place = new Workplace(owner);
    }

    void point(long row) {
        place.run(
                "Reading a position",
                m -> position(row),
                at -> context.selection()
                        .setSelection(new StructuredSelection(
                                List.of(new SkyPoint(at, table.name()), new TableRow(table, row)))),
                failure -> MessageDialog.openInformation(owner.getShell(), "Point at Position", failure.message()));
    }

    /** Outside of the UI thread. */
    private Position position(long row) throws InputException {
        StarTable data = table.table();
        List<ColumnMeta> columns = PositionColumns.columns(data);
        PositionColumns found =
                PositionColumns.of(columns).orElseThrow(() -> new InputException("There are no position columns."));
        try (RowAccess rows = data.getRowAccess()) {
            rows.setRowIndex(row);
            return new Position(
                    number(rows.getCell(columns.indexOf(found.ra()))),
                    number(rows.getCell(columns.indexOf(found.dec()))));
        } catch (IllegalArgumentException e) {
            throw new InputException("Row " + (row + 1) + " has no position: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new InputException("Row " + (row + 1) + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static double number(@Nullable Object cell) {
        return cell instanceof Number number ? number.doubleValue() : Double.NaN;
    }
}
