package org.volans.table.ui.internal;

import java.io.IOException;
import java.util.List;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Control;
import org.volans.api.InputException;
import org.volans.api.geometry.Position;
import org.volans.api.table.PositionColumns;
import org.volans.ui.selection.OpenTable;
import org.volans.ui.selection.SkyPoint;
import org.volans.ui.selection.TableRow;
import org.volans.ui.work.Workplace;

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
        try {
            return PositionColumns.position(table.table(), row)
                    .orElseThrow(() -> new InputException("Row " + (row + 1) + " has no position."));
        } catch (IOException e) {
            throw new InputException("Row " + (row + 1) + " cannot be read: " + e.getMessage(), e);
        }
    }
}
