package org.volans.handlers.internal.own;

import java.util.List;
import java.util.Map;
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
import org.volans.api.handler.ImageHandler;
import org.volans.api.samp.SampClient;
import org.volans.api.samp.SampSender;
import org.volans.api.samp.SampService;

/**
 * Sends an image to another program. Setting: {@code to}, its name (Aladin). Where it is not there, nothing is sent or
 * said.
 */
@Component(
        property = {
            Handler.ID + "=org.volans.handlers.sendimage",
            Handler.LABEL + "=Send the image to Aladin",
            Handler.RULE + "=from=handler to=Aladin limit=90"
        })
public final class SendImage implements ImageHandler {

    private static final String TO = "to";
    private static final String USUAL = "Aladin";
    private static final String MTYPE = "image.load.fits";

    private final SampService samp;
    private final SampSender sender;

    /** Makes it. */
    @Activate
    public SendImage(@Reference SampService samp, @Reference SampSender sender) {
        this.samp = samp;
        this.sender = sender;
    }

    @Override
    public boolean accepts(HandlerEvent.Image event) {
        return accepts(event, Map.of());
    }

    @Override
    public boolean accepts(HandlerEvent.Image event, Map<String, String> settings) {
        return Others.named(samp, settings.getOrDefault(TO, USUAL), MTYPE).isPresent();
    }

    @Override
    public List<HandlerResult> handle(HandlerEvent.Image event, HandlerContext context, IProgressMonitor monitor)
            throws VoException {
        Optional<SampClient> to = Others.named(samp, context.setting(TO, USUAL), MTYPE);
        // it may have gone in this moment
        return to.isEmpty()
                ? HandlerResult.none()
                : Others.told(sender.image(event.file(), event.title(), to, monitor));
    }
}
