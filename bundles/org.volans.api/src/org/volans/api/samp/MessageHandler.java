package org.volans.api.samp;

import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.annotation.versioning.ConsumerType;
import org.volans.api.VoException;

/**
 * Whiteboard: handles messages of an MType. Volans is subscribed to exactly what the registered handlers name in
 * {@link #MTYPES}. Where several name the same one, the one with the highest service ranking is asked.
 *
 * <p>Messages of one handler are handled one after the other, in the order in which they came; those of different handlers
 * side by side.
 *
 * <p>{@code org.volans.sdk.contract.MessageHandlerContract} tests what it promises. A complete one:
 *
 * {@snippet class="org.volans.sdk.examples.SeparationMessage"}
 */
@ConsumerType
public interface MessageHandler {

    /** Service property ({@code String+}): the MTypes, each possibly with a wildcard (SAMP 1.3, section 3.8). */
    String MTYPES = "volans.samp.mtypes";

    /**
     * Service property ({@code Integer}, optional): so many messages may wait; when one more comes, the oldest is answered
     * with a warning and not handled. For messages of which the last one counts. Without it more wait, and those beyond are
     * refused with an error.
     */
    String NEWEST = "volans.samp.newest";

    /**
     * Does what the message asks and returns when that is done.
     *
     * @param monitor cancelled when Volans leaves the hub or the hub goes away
     * @return sent to the sender, should it want a reply
     * @throws VoException sent as an error, with its message
     */
    SampReply handle(SampMessage message, SampClient sender, IProgressMonitor monitor) throws VoException;
}
