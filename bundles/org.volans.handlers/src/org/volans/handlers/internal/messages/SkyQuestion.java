package org.volans.handlers.internal.messages;

import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.geometry.Position;
import org.volans.api.samp.MessageHandler;
import org.volans.api.samp.SampClient;
import org.volans.api.samp.SampMessage;
import org.volans.api.samp.SampReply;
import org.volans.handlers.internal.LastPosition;

/** Tells another program which position was pointed at last. */
@Component(property = MessageHandler.MTYPES + "=coord.get.sky")
public final class SkyQuestion implements MessageHandler {

    private final LastPosition last;

    /** Makes it. */
    @Activate
    public SkyQuestion(@Reference LastPosition last) {
        this.last = last;
    }

    @Override
    public SampReply handle(SampMessage message, SampClient sender, IProgressMonitor monitor) throws VoException {
        Position position = last.get().orElseThrow(() -> new InputException("nobody has pointed at a position yet"));
        return new SampReply.Ok(Map.of("ra", Double.toString(position.ra()), "dec", Double.toString(position.dec())));
    }
}
