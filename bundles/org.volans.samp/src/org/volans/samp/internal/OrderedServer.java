package org.volans.samp.internal;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.astrogrid.samp.httpd.HttpServer;
import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * An HTTP server that serves requests in the order in which their connections came. JSAMP's has a thread for each,
 * which
 * may overtake one another: of a burst of highlighted rows the last one would not always be the last one. A connection
 * on
 * which nothing comes holds up the others for a second, once.
 */
final class OrderedServer extends HttpServer {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(1);
    private static final int READ_TIMEOUT = 10_000;

    private final Turns turns;
    private final ThreadLocal<Socket> current = new ThreadLocal<>();

    OrderedServer() throws IOException {
        this(new Turns());
    }

    private OrderedServer(Turns turns) throws IOException {
        super(new NotingSocket(turns));
        this.turns = turns;
        setDaemon(true);
    }

    @Override
    @NonNullByDefault({})
    protected void serveRequest(Socket socket) throws IOException {
        current.set(socket);
        try {
            super.serveRequest(socket);
        } finally {
            turns.over(socket);
        }
    }

    @Override
    @NonNullByDefault({})
    public Response serve(Request request) {
        Socket socket = current.get();
        turns.await(socket);
        try {
            return super.serve(request);
        } finally {
            turns.over(socket);
        }
    }

    /** Notes the order in which connections come. */
    private static final class NotingSocket extends ServerSocket {
        private final Turns turns;

        NotingSocket(Turns turns) throws IOException {
            this.turns = turns;
            Loopback.bind(this, 0);
        }

        @Override
        public Socket accept() throws IOException {
            Socket socket = super.accept();
            socket.setSoTimeout(READ_TIMEOUT);
            turns.came(socket);
            return socket;
        }
    }

    /** The connections not served yet, in order, each with what its thread waits for: there may be thousands. */
    private static final class Turns {
        private final ReentrantLock lock = new ReentrantLock();
        private final SequencedMap<Socket, Condition> waiting = new LinkedHashMap<>();

        void came(Socket socket) {
            lock.lock();
            try {
                waiting.put(socket, lock.newCondition());
            } finally {
                lock.unlock();
            }
        }

        void over(Socket socket) {
            lock.lock();
            try {
                if (waiting.remove(socket) != null && !waiting.isEmpty()) {
                    waiting.firstEntry().getValue().signal();
                }
            } finally {
                lock.unlock();
            }
        }

        void await(Socket socket) {
            lock.lock();
            try {
                for (Condition turn = waiting.get(socket); turn != null; turn = waiting.get(socket)) {
                    Socket first = waiting.firstEntry().getKey();
                    if (first == socket) {
                        return;
                    }
                    boolean late = turn.awaitNanos(PATIENCE) <= 0;
                    if (late
                            && waiting.containsKey(socket)
                            && waiting.firstEntry().getKey() == first) {
                        over(first);
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // served out of turn
            } finally {
                lock.unlock();
            }
        }
    }
}
