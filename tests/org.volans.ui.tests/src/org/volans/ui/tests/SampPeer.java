package org.volans.ui.tests;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.astrogrid.samp.Message;
import org.astrogrid.samp.Metadata;
import org.astrogrid.samp.Response;
import org.astrogrid.samp.client.AbstractMessageHandler;
import org.astrogrid.samp.client.DefaultClientProfile;
import org.astrogrid.samp.client.HubConnection;
import org.astrogrid.samp.client.HubConnector;
import org.astrogrid.samp.client.SampException;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.volans.api.InputException;
import org.volans.api.samp.SampService;
import org.volans.api.samp.SampService.JoinRequest;
import org.volans.api.samp.SampState;

/**
 * Another program: a client of JSAMP's. What it does it does outside of the UI thread, while that handles events. The hub is
 * looked for where {@code SAMP_HUB} says, which must not be the user's own place.
 */
@NonNullByDefault({})
final class SampPeer implements AutoCloseable {

    private static final int PATIENCE_S = 60;

    private final HubConnector connector;
    private final List<Message> received = new CopyOnWriteArrayList<>();
    private volatile String refusal = "";
    private String volans = "";

    private SampPeer(String name, List<String> mtypes) {
        if (System.getenv("SAMP_HUB") == null) {
            throw new AssertionError("SAMP_HUB must be set to a place of the tests' own");
        }
        connector = new HubConnector(DefaultClientProfile.getProfile());
        Metadata metadata = new Metadata();
        metadata.setName(name);
        metadata.setDescriptionText("A program of the tests");
        connector.declareMetadata(metadata);
        connector.addMessageHandler(new AbstractMessageHandler(mtypes.toArray(String[]::new)) {
            @Override
            @SuppressWarnings("rawtypes")
            public Map processCall(HubConnection connection, String sender, Message message) {
                received.add(message);
                if (!refusal.isEmpty()) {
                    throw new IllegalStateException(refusal);
                }
                return Map.of();
            }
        });
        connector.declareSubscriptions(connector.computeSubscriptions());
    }

    /** Volans joins, with a hub of its own where there is none, and so does another program that takes some messages. */
    static SampPeer join(String name, String... mtypes) {
        Highlighter.off(
                "Volans joins", monitor -> Ui.service(SampService.class).join(new JoinRequest(true, false), monitor));
        return joinRunning(name, mtypes);
    }

    /** As {@link #join}, with the hub that Volans is with already. */
    static SampPeer joinRunning(String name, String... mtypes) {
        SampPeer peer = new SampPeer(name, List.of(mtypes));
        peer.volans = Highlighter.off("the peer joins", monitor -> peer.connect());
        Ui.until(
                "Volans knows the peer",
                () -> Ui.service(SampService.class).clients().stream()
                        .anyMatch(c -> c.name().equals(name)));
        return peer;
    }

    private String connect() throws InputException {
        try {
            connector.setActive(true);
            HubConnection connection = connector.getConnection();
            if (connection == null || !(Ui.service(SampService.class).state() instanceof SampState.Joined joined)) {
                throw new InputException("there is no hub for both");
            }
            return joined.self().id();
        } catch (SampException e) {
            throw new InputException("JSAMP: " + e.getMessage(), e);
        }
    }

    private static Message message(String mtype, String... params) {
        Message message = new Message(mtype);
        for (int i = 0; i < params.length; i += 2) {
            message.addParam(params[i], params[i + 1]);
        }
        return message;
    }

    /** Asks Volans and waits for its reply. */
    Response ask(String mtype, String... params) {
        return Highlighter.off(mtype + " is answered", monitor -> {
            try {
                return connector.getConnection().callAndWait(volans, message(mtype, params), PATIENCE_S);
            } catch (SampException e) {
                throw new InputException("JSAMP: " + e.getMessage(), e);
            }
        });
    }

    /** Tells Volans something and waits for no reply. */
    void tell(String mtype, String... params) {
        Highlighter.off(mtype + " is told", monitor -> {
            try {
                connector.getConnection().notify(volans, message(mtype, params));
                return true;
            } catch (SampException e) {
                throw new InputException("JSAMP: " + e.getMessage(), e);
            }
        });
    }

    /** Asks Volans to select rows and waits for its reply. */
    Response select(String table, String... rows) {
        return Highlighter.off("rows are selected", monitor -> {
            try {
                Message message = message("table.select.rowList", "table-id", table);
                message.addParam("row-list", List.of(rows));
                return connector.getConnection().callAndWait(volans, message, PATIENCE_S);
            } catch (SampException e) {
                throw new InputException("JSAMP: " + e.getMessage(), e);
            }
        });
    }

    /** Tells Volans to highlight rows 0, 1, 2… again and again, as fast as it can, and does not listen to replies. */
    int highlightAll(String table, int rows, int messages) {
        return Highlighter.off("many rows are highlighted", monitor -> {
            try {
                for (int i = 0; i < messages; i++) {
                    String row = Integer.toString(i % rows);
                    connector
                            .getConnection()
                            .notify(volans, message("table.highlight.row", "table-id", table, "row", row));
                }
                return messages;
            } catch (SampException e) {
                throw new InputException("JSAMP: " + e.getMessage(), e);
            }
        });
    }

    /** From now on all messages are answered with an error. */
    void refuse(String words) {
        refusal = words;
    }

    /** What came from Volans. */
    List<Message> received(String mtype) {
        return received.stream().filter(m -> m.getMType().equals(mtype)).toList();
    }

    @Override
    public void close() {
        Highlighter.off("the peer leaves", monitor -> {
            connector.setActive(false);
            return true;
        });
    }
}
