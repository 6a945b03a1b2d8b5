package org.volans.ui.tests;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Serves one file on the loopback, whatever it is asked for. */
final class OneFileServer implements AutoCloseable {

    private final ServerSocket server;
    private final String type;
    private final byte[] content;

    OneFileServer(String type, byte[] content) throws IOException {
        this.type = type;
        this.content = content;
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    String url(String name) {
        return "http://127.0.0.1:" + server.getLocalPort() + "/" + name;
    }

    private void accept() {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                answer(client);
            } catch (IOException e) {
                // closed, or the client has left: the test sees that nothing came
            }
        }
    }

    private void answer(Socket client) throws IOException {
        BufferedReader head =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        String request = String.valueOf(head.readLine());
        for (String line = request; line != null && !line.isEmpty(); line = head.readLine()) {
            // the fields of the request do not matter
        }
        OutputStream out = client.getOutputStream();
        String answer = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
                .formatted(type, content.length);
        out.write(answer.getBytes(StandardCharsets.UTF_8));
        if (!request.startsWith("HEAD")) {
            out.write(content);
        }
        out.flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
