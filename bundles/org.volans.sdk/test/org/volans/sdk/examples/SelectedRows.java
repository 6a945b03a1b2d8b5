package org.volans.sdk.examples;

import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.service.component.annotations.Component;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.handler.Handler;
import org.volans.api.handler.HandlerContext;
import org.volans.api.handler.HandlerEvent.Rows;
import org.volans.api.handler.HandlerResult;
import org.volans.api.handler.RowsHandler;
import uk.ac.starlink.table.RowPermutedStarTable;

/** The selected rows as a table of their own. It runs for selections in other programs only. */
@Component(
        property = {
            Handler.ID + "=org.example.selected",
            Handler.LABEL + "=Table of the selected rows",
            Handler.RULE + "=from=samp"
        })
public final class SelectedRows implements RowsHandler {

    @Override
    public boolean accepts(Rows event) {
        return !event.rows().isEmpty();
    }

    @Override
    public List<HandlerResult> handle(Rows event, HandlerContext context, IProgressMonitor monitor) throws VoException {
        for (long row : event.rows()) {
            event.table().checkRow(row);
        }
        if (event.rows().size() == event.table().table().getRowCount()) {
            throw new InputException("all rows of " + event.table().name() + " are selected");
        }
        long[] rows = event.rows().stream().mapToLong(Long::longValue).toArray();
        String name = rows.length + " rows of " + event.table().name();
        return List.of(new HandlerResult.Table(
                name, new RowPermutedStarTable(event.table().table(), rows)));
    }
}
