package org.volans.sdk.contract;

import java.util.List;
import org.eclipse.jdt.annotation.NonNull;
import org.volans.api.handler.HandlerEvent;
import org.volans.api.handler.TableHandler;
import org.volans.sdk.testing.Events;

/**
 * What {@link TableHandler} promises, as tests. An
 * author's test extends this and says how the handler is made and what it accepts.
 *
 * {@snippet class="org.volans.sdk.examples.ExamplesTest" region="table"}
 */
public abstract class TableHandlerContract extends HandlerContract<HandlerEvent.@NonNull Table> {

    /** For a test of a handler. */
    protected TableHandlerContract() {}

    @Override
    protected abstract TableHandler handler(Services services) throws Exception;

    @Override
    final Class<?> kind() {
        return TableHandler.class;
    }

    @Override
    final List<HandlerEvent.@NonNull Table> strange() {
        return StrangeTables.all().stream().map(Events::opened).toList();
    }

    @Override
    final HandlerEvent.@NonNull Table watched(HandlerEvent.@NonNull Table event, List<WatchedTable> tables) {
        return new HandlerEvent.Table(StrangeTables.watched(event.table(), tables), event.source());
    }
}
