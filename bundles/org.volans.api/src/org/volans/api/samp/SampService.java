package org.volans.api.samp;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.annotation.versioning.ProviderType;
import org.volans.api.InputException;
import org.volans.api.ServiceException;
import org.volans.api.VoException;

/**
 * Talks to the other programs on this machine as a SAMP client, and is their hub where there is none. Safe for concurrent
 * use. Messages that come go to the {@link MessageHandler}s.
 */
@ProviderType
public interface SampService {

    /**
     * How to take part.
     *
     * @param hub whether to start a hub when none runs
     * @param web whether that hub offers the Web Profile, too (SAMP 1.3, section 5); a {@link WebPermission} decides who
     *            comes in
     * @param handlers whether messages go to the {@link MessageHandler}s; else none but a ping is subscribed to
     */
    record JoinRequest(boolean hub, boolean web, boolean handlers) {

        /** Takes part with all handlers. */
        public JoinRequest(boolean hub, boolean web) {
            this(hub, web, true);
        }
    }

    /** Whether we take part. */
    SampState state();

    /**
     * Takes part from now on: registers with the hub that runs, or with a new one of ours, or waits for one. When the hub
     * goes away it is waited for; whoever starts it again, Volans is registered with it within seconds. Joining with another
     * request changes what is different.
     *
     * @return what came of it
     * @throws VoException when a hub was to be started and could not, when the one that runs refuses, or when its place,
     *     as the environment variable {@code SAMP_HUB} says, makes no sense; also when the Web Profile could not be
     *     started: then all else is as wanted and {@link #state} is {@link SampState.Joined}
     */
    SampState join(JoinRequest request, IProgressMonitor monitor) throws VoException;

    /** Takes part no more: unregisters, and ends the hub if it is ours. Nothing when it does not take part. */
    void leave();

    /** The others that are registered, the hub among them; empty when not joined. */
    List<SampClient> clients();

    /**
     * The client that a user means.
     *
     * @param name name (whatever its case) or public id; of several of the same name the one that registered last, for
     *             programs that died may still be on the list
     * @throws InputException when there is none: names those that are there
     */
    SampClient client(String name) throws InputException;

    /** Tells one client something and wants no reply. */
    void notify(SampClient to, SampMessage message) throws ServiceException;

    /** Tells all clients that are subscribed to it; returns those. */
    List<SampClient> notifyAll(SampMessage message) throws ServiceException;

    /**
     * Asks one client to do something.
     *
     * @param timeout then the reply is {@link SampReply.Failed}, naming the client and the time
     * @throws ServiceException when the hub does not take the message
     */
    SampReply call(SampClient to, SampMessage message, Duration timeout, IProgressMonitor monitor)
            throws ServiceException;

    /**
     * Asks all clients that are subscribed to it, all at once.
     *
     * @param timeout for each of them, as in {@link #call}
     * @return a reply of each; empty when none is subscribed
     */
    Map<SampClient, SampReply> callAll(SampMessage message, Duration timeout, IProgressMonitor monitor)
            throws ServiceException;

    /** What was said since the start, the latest 1000 exchanges, oldest first. */
    List<SampExchange> exchanges();
}
