package org.volans.sdk.contract;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.NonNull;
import org.volans.api.handler.HandlerEvent;
import org.volans.api.handler.RowsHandler;
import org.volans.sdk.testing.Events;

/**
 * What {@link RowsHandler} promises, as tests. An
 * author's test extends this and says how the handler is made and what it accepts.
 *
 * {@snippet class="org.volans.sdk.examples.ExamplesTest" region="rows"}
 */
public abstract class RowsHandlerContract extends HandlerContract<HandlerEvent.@NonNull Rows> {

    /** For a test of a handler. */
    protected RowsHandlerContract() {}

    @Override
    protected abstract RowsHandler handler(Services services) throws Exception;

    @Override
    final Class<?> kind() {
        return RowsHandler.class;
    }

    @Override
    final List<HandlerEvent.@NonNull Rows> strange() {
        return StrangeTables.all().stream()
                .flatMap(table -> Stream.of(Events.rows(table), Events.rows(table, 0L)))
                .toList();
    }

    @Override
    final HandlerEvent.@NonNull Rows watched(HandlerEvent.@NonNull Rows event, List<WatchedTable> tables) {
        return new HandlerEvent.Rows(StrangeTables.watched(event.table(), tables), event.rows(), event.source());
    }
}
