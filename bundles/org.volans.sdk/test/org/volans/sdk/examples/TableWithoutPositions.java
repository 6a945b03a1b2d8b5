package org.volans.sdk.examples;

import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.service.component.annotations.Component;
import org.volans.api.handler.Handler;
import org.volans.api.handler.HandlerContext;
import org.volans.api.handler.HandlerEvent.Table;
import org.volans.api.handler.HandlerResult;
import org.volans.api.handler.TableHandler;
import org.volans.api.table.PositionColumns;

/** Warns of a table with which nothing can be done on the sky. */
@Component(property = {Handler.ID + "=org.example.nopositions", Handler.LABEL + "=Tables without positions"})
public final class TableWithoutPositions implements TableHandler {

    @Override
    public boolean accepts(Table event) {
        return PositionColumns.of(event.table().table()).isEmpty();
    }

    @Override
    public List<HandlerResult> handle(Table event, HandlerContext context, IProgressMonitor monitor) {
        String columns = event.table().table().getColumnCount() + " columns";
        return List.of(new HandlerResult.Warning(
                event.table().name() + " has " + columns + " and none with the UCD pos.eq.ra;meta.main"));
    }
}
