package org.volans.handlers.internal.messages;

import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.geometry.Position;
import org.volans.api.handler.EventSource;
import org.volans.api.handler.HandlerEvent;
import org.volans.api.handler.HandlerService;
import org.volans.api.samp.MessageHandler;
import org.volans.api.samp.SampClient;
import org.volans.api.samp.SampMessage;
import org.volans.api.samp.SampReply;

/** A position that another program points at. */
@Component(property = {MessageHandler.MTYPES + "=coord.pointAt.sky", MessageHandler.NEWEST + ":Integer=8"})
public final class SkyPointing implements MessageHandler {

    /** Programs compute coordinates: those at a limit may be beyond it in the last digits. */
    private static final double NOISE = 1e-9;

    private final HandlerService handlers;

    /** Makes it. */
    @Activate
    public SkyPointing(@Reference HandlerService handlers) {
        this.handlers = handlers;
    }

    @Override
    public SampReply handle(SampMessage message, SampClient sender, IProgressMonitor monitor) throws VoException {
        SampMessage tidy = Params.tidy(message);
        double ra = within("right ascension", tidy.number("ra"), 0, 360);
        double dec = within("declination", tidy.number("dec"), -90, 90);
        EventSource source = new EventSource.Program(sender, message.mtype());
        HandlerEvent event = new HandlerEvent.Pointed(new Position(ra, dec), source);
        return new Replies(handlers).handled(handlers.run(event, monitor));
    }

    private static double within(String what, double value, double low, double high) throws InputException {
        if (value < low - NOISE || value > high + NOISE) {
            throw new InputException(
                    what + " " + value + " is not between " + (int) low + " and " + (int) high + " degrees");
        }
        return Math.clamp(value, low, high);
    }
}
