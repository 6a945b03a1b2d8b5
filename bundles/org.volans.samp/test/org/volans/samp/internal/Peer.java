package org.volans.samp.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.astrogrid.samp.Message;
import org.astrogrid.samp.Metadata;
import org.astrogrid.samp.Response;
import org.astrogrid.samp.client.CallableClient;
import org.astrogrid.samp.client.ClientProfile;
import org.astrogrid.samp.client.HubConnection;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/** Another program on a hub, by JSAMP alone. */
@NonNullByDefault({})
final class Peer implements CallableClient {

    /** A reply that came. */
    record Reply(String tag, Response response) {}

    final HubConnection connection;
    final List<Message> messages = new CopyOnWriteArrayList<>();
    final BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();

    private final Function<Message, @Nullable Response> answers;

    /** @param answers what it replies, {@code null} for nothing ever */
    Peer(ClientProfile hub, String name, List<String> mtypes, Function<Message, @Nullable Response> answers)
            throws Exception {
        this.answers = answers;
        connection = hub.register();
        Metadata metadata = new Metadata();
        metadata.setName(name);
        connection.declareMetadata(metadata);
        connection.setCallable(this);
        Map<String, Object> subscriptions = new HashMap<>();
        mtypes.forEach(mtype -> subscriptions.put(mtype, Map.of()));
        connection.declareSubscriptions(subscriptions);
    }

    static Peer agreeing(ClientProfile hub, String name, String... mtypes) throws Exception {
        return new Peer(hub, name, List.of(mtypes), message -> Response.createSuccessResponse(Map.of()));
    }

    String id() {
        return connection.getRegInfo().getSelfId();
    }

    @Override
    public void receiveNotification(String senderId, Message message) {
        messages.add(message);
    }

    @Override
    public void receiveCall(String senderId, String msgId, Message message) throws Exception {
        messages.add(message);
        Response response = answers.apply(message);
        if (response != null) {
            connection.reply(msgId, response);
        }
    }

    @Override
    public void receiveResponse(String responderId, String msgTag, Response response) {
        replies.add(new Reply(msgTag, response));
    }
}
