package org.volans.sdk.contract;

import java.net.URI;
import java.util.List;
import org.eclipse.jdt.annotation.NonNull;
import org.volans.api.datalink.LinkRow.Target;
import org.volans.api.handler.HandlerEvent;
import org.volans.api.handler.LinkHandler;
import org.volans.sdk.testing.Events;

/**
 * What {@link LinkHandler} promises, as tests. An
 * author's test extends this and says how the handler is made and what it accepts.
 *
 * {@snippet class="org.volans.sdk.examples.ExamplesTest" region="link"}
 */
public abstract class LinkHandlerContract extends HandlerContract<HandlerEvent.@NonNull Link> {

    /** For a test of a handler. */
    protected LinkHandlerContract() {}

    @Override
    protected abstract LinkHandler handler(Services services) throws Exception;

    @Override
    final Class<?> kind() {
        return LinkHandler.class;
    }

    @Override
    final List<HandlerEvent.@NonNull Link> strange() {
        Target nowhere = new Target.Access(URI.create("http://127.0.0.1:1/nothing"));
        return List.of(
                Events.link(nowhere, "", ""),
                Events.link(nowhere, "#no-such-term", "no media type"),
                Events.link(new Target.Fault("NotFoundFault: no such data set"), "#this", ""));
    }

    @Override
    final HandlerEvent.@NonNull Link watched(HandlerEvent.@NonNull Link event, List<WatchedTable> tables) {
        return event;
    }
}
