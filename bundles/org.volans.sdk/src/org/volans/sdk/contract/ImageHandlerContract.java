package org.volans.sdk.contract;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.jdt.annotation.NonNull;
import org.volans.api.handler.HandlerEvent;
import org.volans.api.handler.ImageHandler;
import org.volans.sdk.testing.Events;

/**
 * What {@link ImageHandler} promises, as tests. An
 * author's test extends this and says how the handler is made and what it accepts.
 *
 * {@snippet class="org.volans.sdk.examples.ExamplesTest" region="image"}
 */
public abstract class ImageHandlerContract extends HandlerContract<HandlerEvent.@NonNull Image> {

    /** For a test of a handler. */
    protected ImageHandlerContract() {}

    @Override
    protected abstract ImageHandler handler(Services services) throws Exception;

    @Override
    final Class<?> kind() {
        return ImageHandler.class;
    }

    @Override
    final List<HandlerEvent.@NonNull Image> strange() {
        return List.of(Events.image(Path.of("no-such-image.fits")), Events.image(folder));
    }

    @Override
    final HandlerEvent.@NonNull Image watched(HandlerEvent.@NonNull Image event, List<WatchedTable> tables) {
        return event;
    }
}
