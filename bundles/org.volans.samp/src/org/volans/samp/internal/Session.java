package org.volans.samp.internal;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.astrogrid.samp.Message;
import org.astrogrid.samp.Response;
import org.astrogrid.samp.client.CallableClient;
import org.astrogrid.samp.client.HubConnection;
import org.astrogrid.samp.client.SampException;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.volans.api.samp.SampClient;
import org.volans.api.samp.SampMessage;
import org.volans.api.samp.SampReply;

/**
 * One registration with one hub, from its beginning to its end. What the hub calls returns at once; work is done
 * elsewhere.
 * Safe for concurrent use.
 */
final class Session implements CallableClient {

    private static final Logger LOG = Logger.getLogger(Session.class.getName());
    private static final String DISCONNECT = "samp.hub.disconnect";
    private static final String SHUTDOWN = Clients.EVENTS + "shutdown";

    /** Why the hub ends a session. */
    enum Farewell {
        /** It goes away itself. */
        SHUTDOWN,
        /** It does not want us any more. */
        DISCONNECT
    }

    private final HubConnection connection;
    private final URI hub;
    private final Exchanges exchanges;
    private final BiConsumer<Session, Farewell> farewell;
    private final Clients clients;
    private final ExecutorService replies = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("SAMP replies").factory());
    private volatile Map<String, Object> metadata = Map.of();
    private volatile Map<String, Object> subscriptions = Map.of();
    private volatile boolean over;

    /**
     * @param hub      its URL
     * @param farewell told in a thread of the hub's call
     */
    Session(HubConnection connection, URI hub, Exchanges exchanges, BiConsumer<Session, Farewell> farewell) {
        this.connection = connection;
        this.hub = hub;
        this.exchanges = exchanges;
        this.farewell = farewell;
        clients = new Clients(connection, exchanges.listeners()::changed, exchanges.outbox()::left);
    }

    /** Says who we are and learns who is there; no message comes before that is done. */
    void open(Map<String, Object> self) throws SampException {
        metadata = self;
        connection.setCallable(this);
        subscribe();
        // last, for others know us by our name: who sees that may send at once
        connection.declareMetadata(self);
        clients.refresh();
    }

    /** Tells the hub what is handled here, if that is something else than before. */
    synchronized void subscribe() throws SampException {
        Map<String, Object> all = subscriptions(exchanges.handlers().mtypes());
        all.putAll(subscriptions(Clients.SUBSCRIBED));
        all.put(DISCONNECT, Map.of());
        if (!all.equals(subscriptions)) {
            connection.declareSubscriptions(all);
            subscriptions = Map.copyOf(all);
        }
    }

    private static Map<String, Object> subscriptions(Iterable<String> mtypes) {
        Map<String, Object> subscriptions = new HashMap<>();
        mtypes.forEach(mtype -> subscriptions.put(mtype, Map.of()));
        return subscriptions;
    }

    HubConnection connection() {
        return connection;
    }

    URI hub() {
        return hub;
    }

    Clients clients() {
        return clients;
    }

    /** Whether it has ended. */
    boolean over() {
        return over;
    }

    /** What we are to the others. */
    SampClient self() {
        return Wire.client(connection.getRegInfo().getSelfId(), metadata, subscriptions, false);
    }

    @Override
    @NonNullByDefault({})
    public void receiveNotification(String senderId, Message message) {
        String mtype = String.valueOf(message.getMType());
        if (fromHub(senderId, mtype)) {
            event(mtype, message);
        } else {
            take(senderId, message, Optional.empty());
        }
    }

    @Override
    @NonNullByDefault({})
    public void receiveCall(String senderId, String msgId, Message message) {
        String mtype = String.valueOf(message.getMType());
        if (fromHub(senderId, mtype)) {
            event(mtype, message);
            later(() -> reply(msgId, SampReply.ok()));
        } else {
            take(senderId, message, Optional.of(msgId));
        }
    }

    @Override
    @NonNullByDefault({})
    public void receiveResponse(String responderId, String msgTag, Response response) {
        exchanges.outbox().answered(msgTag, Wire.reply(response));
    }

    /** What another program says in the hub's name is a message that nobody handles. */
    private boolean fromHub(String senderId, String mtype) {
        return senderId.equals(connection.getRegInfo().getHubId())
                && (mtype.startsWith(Clients.EVENTS) || mtype.equals(DISCONNECT));
    }

    private void event(String mtype, Message message) {
        switch (mtype) {
            case SHUTDOWN -> farewell.accept(this, Farewell.SHUTDOWN);
            case DISCONNECT -> {
                LOG.warning(() -> "the SAMP hub has disconnected Volans: " + message.getParam("reason"));
                farewell.accept(this, Farewell.DISCONNECT);
            }
            default -> clients.event(mtype, message.getParams());
        }
    }

    private void take(String senderId, Message message, Optional<String> id) {
        SampClient sender = clients.byId(senderId).orElseGet(() -> Wire.client(senderId, Map.of(), Map.of(), false));
        SampMessage said;
        try {
            said = Wire.message(message);
        } catch (IllegalArgumentException e) {
            LOG.warning(() -> "a message from " + sender.name() + " breaks the rules of SAMP: " + e.getMessage());
            id.ifPresent(msg -> later(() -> reply(msg, new SampReply.Failed(String.valueOf(e.getMessage())))));
            return;
        }
        Incoming incoming = new Incoming(this, exchanges.log().begin(false, sender, said, id.isPresent()), id);
        exchanges.handlers().take(incoming);
    }

    /** Sends the reply to a message and writes it down. */
    void answer(Incoming incoming, SampReply reply) {
        incoming.id().ifPresent(id -> reply(id, reply));
        exchanges.log().end(incoming.exchange(), reply);
    }

    private void reply(String id, SampReply reply) {
        if (over) {
            return; // there is nobody left to tell it to
        }
        try {
            connection.reply(id, Wire.response(reply));
        } catch (SampException e) {
            LOG.log(Level.WARNING, "a reply did not reach the SAMP hub: " + Faults.words(e));
            LOG.log(Level.FINE, "the reply", e);
        }
    }

    /** Does something soon, in order. */
    void later(Runnable what) {
        try {
            replies.execute(what);
        } catch (RejectedExecutionException e) {
            what.run(); // the session is over: nothing is sent any more
        }
    }

    /** Ends it here, which cancels what is being done for it. Does not tell the hub. */
    void end(String why) {
        // what waits shall not be begun when the work before it is cancelled
        exchanges.handlers().drop(this, why);
        over = true;
        exchanges.handlers().drop(this, why);
        exchanges.outbox().lost(this, why);
        replies.shutdown();
    }
}
