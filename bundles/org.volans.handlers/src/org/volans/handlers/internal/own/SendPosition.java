package org.volans.handlers.internal.own;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.volans.api.VoException;
import org.volans.api.handler.Handler;
import org.volans.api.handler.HandlerContext;
import org.volans.api.handler.HandlerEvent;
import org.volans.api.handler.HandlerResult;
import org.volans.api.handler.PositionHandler;
import org.volans.api.samp.SampSender;
import org.volans.api.samp.SampService;

/** Points at a position in the other programs, too. */
@Component(
        property = {
            Handler.ID + "=org.volans.handlers.sendposition",
            Handler.LABEL + "=Point at the position in other programs",
            Handler.RULE + "=from=here"
        })
public final class SendPosition implements PositionHandler {

    private final SampService samp;
    private final SampSender sender;

    /** Makes it. */
    @Activate
    public SendPosition(@Reference SampService samp, @Reference SampSender sender) {
        this.samp = samp;
        this.sender = sender;
    }

    @Override
    public boolean accepts(HandlerEvent.Pointed event) {
        return Others.listen(samp, "coord.pointAt.sky");
    }

    @Override
    public List<HandlerResult> handle(HandlerEvent.Pointed event, HandlerContext context, IProgressMonitor monitor)
            throws VoException {
        return Others.told(sender.position(event.position(), Optional.empty(), monitor));
    }
}
