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
import org.volans.api.handler.RowHandler;
import org.volans.ui.selection.OpenTable;
import org.volans.ui.selection.ReceivedSelection;
import org.volans.ui.selection.TableRow;
import org.volans.ui.work.UiCall;

/** Highlights a row that another program highlights, in the editor of its table and in all parts that follow rows. */
@Component(
        property = {
            Handler.ID + "=org.volans.table.ui.highlight",
            Handler.LABEL + "=Highlight in the editor",
            Handler.RULE + "=from=samp limit=150"
        })
@SatisfyingConditionTarget(WorkbenchCondition.TARGET)
public final class HighlightReceivedRow implements RowHandler {

    private final EditorOpener editors;
    private final ReceivedSelection received;

    @Activate
    public HighlightReceivedRow(@Reference EditorOpener editors, @Reference ReceivedSelection received) {
        this.editors = editors;
        this.received = received;
    }

    @Override
    public boolean accepts(HandlerEvent.Row event) {
        return true;
    }

    @Override
    public List<HandlerResult> handle(HandlerEvent.Row event, HandlerContext context, IProgressMonitor monitor)
            throws VoException {
        event.table().checkRow(event.row());
        OpenTable table = editors.opened(event.table(), monitor);
        UiCall.run("the table editor", page -> show(new TableRow(table, event.row())), monitor);
        return HandlerResult.none();
    }

    private boolean show(TableRow row) {
        received.receive(row);
        return true;
    }
}
