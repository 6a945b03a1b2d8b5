package org.volans.samp.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.astrogrid.samp.SampUtils;
import org.astrogrid.samp.httpd.HttpServer;
import org.astrogrid.samp.httpd.UtilServer;

/**
 * Server sockets that only this machine reaches. JSAMP's own are bound to all addresses, though it tells 127.0.0.1 to
 * the
 * others; who sets its property {@code jsamp.localhost} wants to be reached from elsewhere, and is.
 */
final class Loopback {

    private static final int BACKLOG = 200;

    private Loopback() {}

    /** Binds a socket to a port, or to any that is free for 0. */
    static void bind(ServerSocket socket, int port) throws IOException {
        socket.setReuseAddress(true);
        boolean everywhere = !System.getProperty(SampUtils.LOCALHOST_PROP, "").isEmpty();
        socket.bind(
                everywhere
                        ? new InetSocketAddress(port)
                        : new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port),
                BACKLOG);
    }

    static ServerSocket socket() throws IOException {
        ServerSocket socket = new ServerSocket();
        bind(socket, 0);
        return socket;
    }

    private static boolean ready;

    /** Has JSAMP's one server for icons and the like on the loopback, too: before it is used first. */
    static synchronized UtilServer files() throws IOException {
        if (!ready) {
            HttpServer server = new HttpServer(socket());
            server.setDaemon(true);
            server.start();
            UtilServer.setInstance(new UtilServer(server));
            ready = true;
        }
        return UtilServer.getInstance();
    }
}
