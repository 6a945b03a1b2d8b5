package org.volans.table.ui.internal.received;

import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.propertytypes.SatisfyingConditionTarget;
import org.volans.api.VoException;
import org.volans.api.WorkbenchCondition;
import org.volans.api.handler.Handler;
import org.volans.api.handler.HandlerContext;
import org.volans.api.handler.HandlerEvent;
import org.volans.api.handler.HandlerResult;
import org.volans.api.handler.RowsHandler;
import org.volans.ui.selection.OpenTable;
import org.volans.ui.selection.ReceivedSelection;
import org.volans.ui.selection.TableRows;
import org.volans.ui.work.UiCall;

/** Selects the rows that another program selects, in the editor of their table. */
@Component(
        property = {
            Handler.ID + "=org.volans.table.ui.select",
            Handler.LABEL + "=Select in the editor",
            Handler.RULE + "=from=samp limit=150"
        })
@SatisfyingConditionTarget(WorkbenchCondition.TARGET)
public final class SelectReceivedRows implements RowsHandler {

    private final EditorOpener editors;
    private final ReceivedSelection received;

    @Activate
    public SelectReceivedRows(@Reference EditorOpener editors, @Reference ReceivedSelection received) {
        this.editors = editors;
        this.received = received;
    }

    @Override
    public boolean accepts(HandlerEvent.Rows event) {
        return true;
    }

    @Override
    public List<HandlerResult> handle(HandlerEvent.Rows event, HandlerContext context, IProgressMonitor monitor)
            throws VoException {
        for (long row : event.rows()) {
            event.table().checkRow(row);
        }
        OpenTable table = editors.opened(event.table(), monitor);
        UiCall.run("the table editor", page -> show(new TableRows(table, event.rows())), monitor);
        return HandlerResult.none();
    }

    private boolean show(TableRows rows) {
        received.receive(rows);
        return true;
    }
}
