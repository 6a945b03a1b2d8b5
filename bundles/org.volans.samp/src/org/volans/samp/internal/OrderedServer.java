package org.volans.samp.internal;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.Deque;
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

    /** The connections that are not served yet, in order. */
    private static final class Turns {
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition moved = lock.newCondition();
        private final Deque<Socket> waiting = new ArrayDeque<>();

        void came(Socket socket) {
            lock.lock();
            try {
                waiting.add(socket);
            } finally {
                lock.unlock();
            }
        }

        void over(Socket socket) {
            lock.lock();
            try {
                waiting.remove(socket);
                moved.signalAll();
            } finally {
                lock.unlock();
            }
        }

        void await(Socket socket) {
            lock.lock();
            try {
                while (waiting.contains(socket) && waiting.peek() != socket) {
                    Socket first = waiting.peek();
                    long left = PATIENCE;
                    while (left > 0 && waiting.peek() == first) {
                        left = moved.awaitNanos(left);
                    }
                    if (waiting.peek() == first) {
                        waiting.remove(first);
                        moved.signalAll();
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
