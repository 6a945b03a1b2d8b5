package org.volans.net.internal;

import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.volans.api.ServiceException;
import org.volans.api.net.HttpCall;

/** Why no answer came, in one plain sentence that names the URL. */
final class Transport {

    private static final int LONGEST_URL = 200;

    private Transport() {}

    static ServiceException fault(HttpCall call, Throwable failure) {
        Throwable root = unwrapped(failure);
        return new ServiceException(call.uri(), 0, sentence(call, root) + ": " + shown(call.uri()), root);
    }

    private static String sentence(HttpCall call, Throwable root) {
        String host = host(call.uri());
        if (root instanceof UnknownHostException || hasCause(root, UnresolvedAddressException.class)) {
            return "there is no host named " + host;
        }
        if (root instanceof TimeoutException) {
            return host + " has not answered within " + seconds(call.timeout());
        }
        if (root instanceof ConnectException) {
            return host + " refuses the connection" + (refused(root) ? "" : " (" + words(root) + ")");
        }
        if (root instanceof SSLException) {
            return "no secure connection (TLS) with " + host + " (" + words(root) + ")";
        }
        if (root instanceof ProtocolException) {
            return "what answers at " + host + " does not speak HTTP (" + words(root) + ")";
        }
        if (words(root).contains("received no bytes")) {
            return host + " closed the connection without an answer";
        }
        return "the exchange with " + host + " broke off (" + words(root) + ")";
    }

    private static boolean refused(Throwable root) {
        return root.getMessage() == null || words(root).contains("refused");
    }

    private static boolean hasCause(Throwable failure, Class<? extends Throwable> type) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return true;
            }
        }
        return false;
    }

    private static String words(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : ServerWords.line(message);
    }

    /** The failure without the wrappers that futures put around it. */
    static Throwable unwrapped(Throwable failure) {
        Throwable root = failure;
        while (root instanceof ExecutionException || root instanceof CompletionException) {
            Throwable cause = root.getCause();
            if (cause == null) {
                break;
            }
            root = cause;
        }
        return root;
    }

    static String host(URI uri) {
        String host = uri.getHost();
        return host == null ? shown(uri) : host;
    }

    /** The URL for messages: without credentials, a long one cut. */
    static String shown(URI uri) {
        String text = ServiceException.withoutCredentials(uri).toString();
        return text.length() <= LONGEST_URL ? text : text.substring(0, LONGEST_URL - 1) + "…";
    }

    static String seconds(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() / 1000.0 + " s";
    }
}
