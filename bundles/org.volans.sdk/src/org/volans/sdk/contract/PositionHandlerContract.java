package org.volans.sdk.contract;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.NonNull;
import org.volans.api.geometry.Position;
import org.volans.api.handler.HandlerEvent;
import org.volans.api.handler.PositionHandler;
import org.volans.sdk.testing.Events;

/**
 * What {@link PositionHandler} promises, as tests. An
 * author's test extends this and says how the handler is made and what it accepts.
 *
 * {@snippet class="org.volans.sdk.examples.ExamplesTest" region="position"}
 */
public abstract class PositionHandlerContract extends HandlerContract<HandlerEvent.@NonNull Pointed> {

    /** For a test of a handler. */
    protected PositionHandlerContract() {}

    @Override
    protected abstract PositionHandler handler(Services services) throws Exception;

    @Override
    final Class<?> kind() {
        return PositionHandler.class;
    }

    @Override
    final List<HandlerEvent.@NonNull Pointed> strange() {
        return Stream.of(new Position(0, 90), new Position(0, -90), new Position(359.9999999, 0), new Position(0, 0))
                .map(Events::pointed)
                .toList();
    }

    @Override
    final HandlerEvent.@NonNull Pointed watched(HandlerEvent.@NonNull Pointed event, List<WatchedTable> tables) {
        return event;
    }
}
