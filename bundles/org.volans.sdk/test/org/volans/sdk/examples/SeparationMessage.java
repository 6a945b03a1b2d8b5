package org.volans.sdk.examples;

import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.service.component.annotations.Component;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.geometry.Position;
import org.volans.api.samp.MessageHandler;
import org.volans.api.samp.SampClient;
import org.volans.api.samp.SampMessage;
import org.volans.api.samp.SampReply;

/** Answers other programs that ask how far apart two positions are. */
@Component(property = MessageHandler.MTYPES + "=x-example.coord.separation")
public final class SeparationMessage implements MessageHandler {

    @Override
    public SampReply handle(SampMessage message, SampClient sender, IProgressMonitor monitor) throws VoException {
        double degrees = position(message, "ra1", "dec1").separation(position(message, "ra2", "dec2"));
        return new SampReply.Ok(Map.of("degrees", String.valueOf(degrees)));
    }

    private static Position position(SampMessage message, String ra, String dec) throws VoException {
        try {
            return new Position(message.number(ra), message.number(dec));
        } catch (IllegalArgumentException e) {
            throw new InputException(ra + " and " + dec + ": " + e.getMessage(), e);
        }
    }
}
