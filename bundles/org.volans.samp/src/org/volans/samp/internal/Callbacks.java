package org.volans.samp.internal;

import java.io.IOException;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.astrogrid.samp.Message;
import org.astrogrid.samp.Response;
import org.astrogrid.samp.client.CallableClient;
import org.astrogrid.samp.client.SampException;
import org.astrogrid.samp.xmlrpc.SampXmlRpcHandler;
import org.astrogrid.samp.xmlrpc.internal.InternalServer;
import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * What hubs call us by (SAMP 1.3, section 4.5). JSAMP's own handler starts a thread for each call, in which one message
 * overtakes the other; this one passes on in the order in which they come. Safe for concurrent use.
 */
final class Callbacks implements SampXmlRpcHandler, AutoCloseable {

    private static final String PREFIX = "samp.client.";

    private final InternalServer server;
    private final Map<String, CallableClient> clients = new ConcurrentHashMap<>();

    Callbacks() throws IOException {
        OrderedServer http = new OrderedServer();
        server = new InternalServer(http, "/xmlrpc");
        server.addHandler(this);
        http.start();
    }

    URL url() {
        return server.getEndpoint();
    }

    /** @param client returns at once from what it is called for */
    void add(String key, CallableClient client) {
        clients.put(key, client);
    }

    void remove(String key) {
        clients.remove(key);
    }

    @Override
    @NonNullByDefault({})
    public boolean canHandleCall(String method) {
        return method.startsWith(PREFIX);
    }

    @Override
    @NonNullByDefault({})
    @SuppressWarnings("rawtypes")
    public Object handleCall(String method, List params, Object request) throws Exception {
        CallableClient client = clients.get(String.valueOf(params.getFirst()));
        if (client == null) {
            throw new SampException("no client of that key is listening");
        }
        switch (method.substring(PREFIX.length())) {
            case "receiveNotification" ->
                client.receiveNotification(text(params, 1), Message.asMessage(map(params, 2)));
            case "receiveCall" ->
                client.receiveCall(text(params, 1), text(params, 2), Message.asMessage(map(params, 3)));
            case "receiveResponse" ->
                client.receiveResponse(text(params, 1), text(params, 2), Response.asResponse(map(params, 3)));
            default -> throw new SampException("no method " + method);
        }
        return "";
    }

    private static String text(List<?> params, int index) throws SampException {
        if (index < params.size() && params.get(index) instanceof String text) {
            return text;
        }
        throw new SampException("parameter " + index + " is no text");
    }

    private static Map<?, ?> map(List<?> params, int index) throws SampException {
        if (index < params.size() && params.get(index) instanceof Map<?, ?> map) {
            return map;
        }
        throw new SampException("parameter " + index + " is no map");
    }

    @Override
    public void close() {
        server.getHttpServer().stop();
    }
}
