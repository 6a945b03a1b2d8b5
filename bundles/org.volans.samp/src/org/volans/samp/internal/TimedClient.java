package org.volans.samp.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.astrogrid.samp.xmlrpc.SampXmlRpcClientFactory;
import org.astrogrid.samp.xmlrpc.internal.InternalClient;
import org.eclipse.jdt.annotation.NonNullByDefault;

/** JSAMP's XML-RPC client, which does not wait for ever for a hub or a client that hangs. Safe for concurrent use. */
@NonNullByDefault({})
final class TimedClient extends InternalClient {

    private static final Logger LOG = Logger.getLogger(TimedClient.class.getName());
    private static final int CONNECT_TIMEOUT = 2_000;
    private static final int LONGEST_ANSWER = 1 << 24;

    private final URL endpoint;
    private final Duration patience;

    private TimedClient(URL endpoint, Duration patience) {
        super(endpoint);
        this.endpoint = endpoint;
        this.patience = patience;
    }

    /** Clients that wait so long for an answer. */
    static SampXmlRpcClientFactory factory(Duration patience) {
        return endpoint -> new TimedClient(endpoint, patience);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Object callAndWait(String method, List params) throws IOException {
        HttpURLConnection connection = post(method, params);
        try {
            return answer(connection);
        } finally {
            connection.disconnect();
        }
    }

    @Override
    @SuppressWarnings("rawtypes")
    public void callAndForget(String method, List params) throws IOException {
        HttpURLConnection connection = post(method, params);
        Thread.ofVirtual().name("SAMP answer").start(() -> {
            try {
                answer(connection);
            } catch (IOException e) {
                LOG.log(Level.FINE, "no answer to " + method + " of " + endpoint, e);
            } finally {
                connection.disconnect();
            }
        });
    }

    private Object answer(HttpURLConnection connection) throws IOException {
        if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
            throw new IOException(connection.getResponseCode() + " " + connection.getResponseMessage());
        }
        try (InputStream in = connection.getInputStream()) {
            byte[] answer = in.readNBytes(LONGEST_ANSWER + 1);
            // who answers may be any program; the parser would tell the user of text that is no XML
            if (answer.length > LONGEST_ANSWER
                    || !new String(answer, StandardCharsets.ISO_8859_1).contains("<methodResponse")) {
                throw new IOException("the answer is none of XML-RPC");
            }
            return deserializeResponse(new ByteArrayInputStream(answer));
        }
    }

    private HttpURLConnection post(String method, List<?> params) throws IOException {
        byte[] body = serializeCall(method, params);
        HttpURLConnection connection = (HttpURLConnection) endpoint.openConnection(Proxy.NO_PROXY);
        connection.setConnectTimeout(CONNECT_TIMEOUT);
        connection.setReadTimeout((int) patience.toMillis());
        connection.setDoOutput(true);
        connection.setRequestMethod("POST");
        connection.setRequestProperty("Content-Type", "text/xml");
        // the JDK would send a POST without an answer once more: the message would be there twice
        connection.setFixedLengthStreamingMode(body.length);
        connection.connect();
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body);
        }
        return connection;
    }
}
