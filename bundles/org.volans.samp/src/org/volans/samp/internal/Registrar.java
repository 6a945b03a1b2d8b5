package org.volans.samp.internal;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.astrogrid.samp.client.HubConnection;
import org.astrogrid.samp.client.SampException;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.ServiceException;
import org.volans.api.io.WholeFile;

/** Registers with hubs and unregisters. Used by one thread at a time. */
final class Registrar implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Registrar.class.getName());

    private final Exchanges exchanges;
    private final SessionFiles files;
    private final Duration patience;
    private final BiConsumer<Session, Session.Farewell> farewell;

    /** What hubs call us by: one for all that come. */
    private @Nullable Callbacks callbacks;

    /**
     * @param patience how long to wait for an answer of a hub
     * @param farewell told when a hub ends a session, in a thread of its call
     */
    Registrar(
            Exchanges exchanges,
            SessionFiles files,
            Duration patience,
            BiConsumer<Session, Session.Farewell> farewell) {
        this.exchanges = exchanges;
        this.files = files;
        this.patience = patience;
        this.farewell = farewell;
    }

    /**
     * @return empty when there is no such hub, dead or too slow
     * @throws ServiceException when it does not want us
     */
    Optional<Session> register(HubPlace.Hub hub) throws ServiceException {
        URI uri = URI.create(hub.endpoint().toString());
        files.clean(hub);
        @Nullable Session session = null;
        try {
            HubConnection connection =
                    new HubLink(TimedClient.factory(patience).createClient(hub.endpoint()), hub.secret(), callbacks());
            session = new Session(connection, uri, exchanges, farewell);
            files.remember(hub, connection.getRegInfo().getPrivateKey());
            session.open(Self.metadata(exchanges.handlers().listening()));
            return Optional.of(session);
        } catch (SampException e) {
            if (session != null) {
                session.end("the hub has gone away");
                unregister(session);
            }
            if (Faults.refusal(e)) {
                throw new ServiceException(
                        uri,
                        0,
                        "the SAMP hub at " + uri + " refuses: " + Faults.words(e) + "; is the lockfile an old one?",
                        e);
            }
            LOG.log(Level.FINE, "no hub at " + uri, e);
            return Optional.empty();
        } catch (IOException e) {
            throw new ServiceException(uri, 0, "the SAMP hub cannot be joined: " + WholeFile.reason(e), e);
        }
    }

    private Callbacks callbacks() throws IOException {
        Callbacks ready = callbacks;
        if (ready == null) {
            ready = new Callbacks();
            callbacks = ready;
        }
        return ready;
    }

    /** Tells the hub that it is over. */
    void unregister(Session ended) {
        files.forget();
        tell(ended);
    }

    /** The hub has gone. JSAMP wants to be told as well, which may take long to fail. */
    void lost(Session ended) {
        files.forget();
        Thread.ofVirtual().name("SAMP unregister").start(() -> tell(ended));
    }

    private static void tell(Session ended) {
        try {
            ended.connection().unregister();
        } catch (SampException e) {
            LOG.log(Level.FINE, "the hub is not there to unregister from", e);
        }
    }

    @Override
    public void close() {
        Callbacks running = callbacks;
        callbacks = null;
        if (running != null) {
            running.close();
        }
    }
}
