package org.volans.handlers.internal.own;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.volans.api.VoException;
import org.volans.api.handler.EventSource;
import org.volans.api.handler.Handler;
import org.volans.api.handler.HandlerContext;
import org.volans.api.handler.HandlerEvent;
import org.volans.api.handler.HandlerResult;
import org.volans.api.handler.PositionHandler;
import org.volans.handlers.internal.SeenImages;

/** Marks a position on the images of this session that it is on; on the latest few, should there be many. */
@Component(
        property = {
            Handler.ID + "=org.volans.handlers.plot",
            Handler.LABEL + "=Show the position on the images",
            Handler.RULE + "=from=samp"
        })
public final class PositionOnImages implements PositionHandler {

    private static final int MOST = 4;

    private final SeenImages images;

    /** Makes it. */
    @Activate
    public PositionOnImages(@Reference SeenImages images) {
        this.images = images;
    }

    @Override
    public boolean accepts(HandlerEvent.Pointed event) {
        return !covering(event).isEmpty();
    }

    @Override
    public List<HandlerResult> handle(HandlerEvent.Pointed event, HandlerContext context, IProgressMonitor monitor)
            throws VoException {
        return covering(event).stream()
                .<HandlerResult>map(
                        image -> new HandlerResult.Image(image.file(), image.title(), Optional.of(event.position())))
                .toList();
    }

    /** Without what was just made for this event, which has its mark. */
    private List<HandlerEvent.Image> covering(HandlerEvent.Pointed event) {
        return images.at(event.position()).stream()
                .filter(image -> !(image.source() instanceof EventSource.Made made && made.cause() == event))
                .limit(MOST)
                .toList();
    }
}
