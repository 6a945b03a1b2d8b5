package org.volans.samp.ui.internal.send;

import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.volans.api.VoException;
import org.volans.api.samp.SampClient;
import org.volans.api.samp.SampReply;
import org.volans.api.samp.SampSender;

/**
 * Something to send.
 *
 * @param kind what it is
 * @param name what people call it
 * @param way  how it is sent
 */
record Subject(Kind kind, String name, Way way) {

    /** Sends it; blocks. */
    @FunctionalInterface
    interface Way {

        /** @param to one program, or all that take it */
        Map<SampClient, SampReply> send(SampSender sender, Optional<SampClient> to, IProgressMonitor monitor)
                throws VoException;
    }
}
