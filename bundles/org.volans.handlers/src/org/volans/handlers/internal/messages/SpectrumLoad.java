package org.volans.handlers.internal.messages;

import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.volans.api.VoException;
import org.volans.api.samp.MessageHandler;
import org.volans.api.samp.SampClient;
import org.volans.api.samp.SampMessage;
import org.volans.api.samp.SampReply;

/** Spectra that other programs send, which are tables. */
@Component(
        property = {MessageHandler.MTYPES + "=spectrum.load.ssa-generic", MessageHandler.MTYPES + "=spectrum.load.fits"
        })
public final class SpectrumLoad implements MessageHandler {

    private final ReceivedTables received;

    /** Makes it. */
    @Activate
    public SpectrumLoad(@Reference ReceivedTables received) {
        this.received = received;
    }

    @Override
    public SampReply handle(SampMessage message, SampClient sender, IProgressMonitor monitor) throws VoException {
        return received.take(message, sender, monitor);
    }
}
