package org.volans.sdk.contract;

import java.util.List;
import org.eclipse.jdt.annotation.NonNull;
import org.volans.api.handler.HandlerEvent;
import org.volans.api.handler.RowHandler;
import org.volans.sdk.testing.Events;

/**
 * What {@link RowHandler} promises, as tests. An
 * author's test extends this and says how the handler is made and what it accepts.
 *
 * {@snippet class="org.volans.example.photometry.FluxesContractTest"}
 */
public abstract class RowHandlerContract extends HandlerContract<HandlerEvent.@NonNull Row> {

    /** For a test of a handler. */
    protected RowHandlerContract() {}

    @Override
    protected abstract RowHandler handler(Services services) throws Exception;

    @Override
    final Class<?> kind() {
        return RowHandler.class;
    }

    @Override
    final List<HandlerEvent.@NonNull Row> strange() {
        return StrangeTables.all().stream().map(table -> Events.row(table, 0)).toList();
    }

    @Override
    final HandlerEvent.@NonNull Row watched(HandlerEvent.@NonNull Row event, List<WatchedTable> tables) {
        return new HandlerEvent.Row(StrangeTables.watched(event.table(), tables), event.row(), event.source());
    }
}
