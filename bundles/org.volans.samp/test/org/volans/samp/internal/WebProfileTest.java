package org.volans.samp.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.astrogrid.samp.xmlrpc.SampXmlRpcClient;
import org.junit.jupiter.api.Test;
import org.volans.api.ServiceException;
import org.volans.api.samp.SampClient;
import org.volans.api.samp.SampReply;
import org.volans.api.samp.SampService.JoinRequest;
import org.volans.api.samp.SampState;

class WebProfileTest extends SampTestBase {

    private static final JoinRequest WEB = new JoinRequest(true, true);

    private static SampXmlRpcClient client(int port) throws IOException {
        return TimedClient.factory(SOON)
                .createClient(URI.create("http://127.0.0.1:" + port + "/").toURL());
    }

    @Test
    void webProgramsAreAskedFor() throws Exception {
        int port = freePort();
        SampProvider volans = volans(port, new SessionFiles(folder.resolve("state")));
        SampState state = volans.join(WEB, NONE);
        assertThat(((SampState.Joined) state).web()).isTrue();
        SampXmlRpcClient client = client(port);
        List<?> request = List.of(Map.of("samp.name", "Page"));
        assertThatThrownBy(() -> client.callAndWait("samp.webhub.register", request))
                .hasMessageContaining("nobody is there");
        permissions.add((name, origin) -> name.equals("Page"));
        assertThat(client.callAndWait("samp.webhub.register", request)).isInstanceOf(Map.class);
        assertThatThrownBy(() -> client.callAndWait("samp.webhub.register", List.of(Map.of("samp.name", "Rogue"))))
                .hasMessageContaining("the user has not let it in");
        permissions.add((name, origin) -> {
            throw new IllegalStateException("no dialog");
        });
        assertThatThrownBy(() -> client.callAndWait("samp.webhub.register", request))
                .hasMessageContaining("the user has not let it in");
        assertThat(volans.join(HOST, NONE))
                .isInstanceOfSatisfying(
                        SampState.Joined.class,
                        joined -> assertThat(joined.web()).isFalse());
        // JSAMP's server ends a moment later
        until(() -> closed(port));
    }

    private static boolean closed(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isClosed();
        } catch (IOException e) {
            return true;
        }
    }

    @Test
    void theWebPortIsTaken() throws Exception {
        try (var taken = Loopback.socket()) {
            SampProvider volans = volans(taken.getLocalPort(), new SessionFiles(folder.resolve("state")));
            assertThatThrownBy(() -> volans.join(WEB, NONE))
                    .isInstanceOf(ServiceException.class)
                    .hasMessage("programs in web pages cannot join: port " + taken.getLocalPort()
                            + " is in use by another program, perhaps another hub");
            assertThat(volans.state()).isInstanceOfSatisfying(SampState.Joined.class, joined -> {
                assertThat(joined.ours()).isTrue();
                assertThat(joined.web()).isFalse();
            });
        }
    }

    @Test
    void aPageHasNoFilesOfThisMachineLoaded() throws Exception {
        int port = freePort();
        permissions.add((name, origin) -> true);
        SampProvider volans = volans(port, new SessionFiles(folder.resolve("state")));
        volans.join(WEB, NONE);
        handle(volans, "table.*", (message, sender, monitor) -> SampReply.ok());
        Peer peer = peer("Other");
        until(() -> takes(peer, volans, "table.load.votable"));
        SampXmlRpcClient client = client(port);
        Map<?, ?> page = (Map<?, ?>) client.callAndWait("samp.webhub.register", List.of(Map.of("samp.name", "Page")));
        String key = String.valueOf(page.get("samp.private-key"));
        // also when it says nothing of itself, or something else
        String id = String.valueOf(page.get("samp.self-id"));
        assertThat(peer.connection.getMetadata(id).get(SampClient.WEB)).isEqualTo("1");
        client.callAndWait(
                "samp.webhub.declareMetadata", List.of(key, Map.of("samp.name", "Page", SampClient.WEB, "0")));
        until(() -> volans.clients().stream().anyMatch(c -> c.name().equals("Page") && c.web()));
        assertThat(volans.client("Other").web()).isFalse();

        for (String url : List.of("file:///etc/passwd", " FILE:/etc/passwd", "/etc/passwd", "jar:file:/x!/y")) {
            assertThatThrownBy(() -> client.callAndWait(
                            "samp.webhub.notifyAll", List.of(key, message("table.load.votable", url))))
                    .hasMessageContaining("a program in a web page cannot have files of this machine loaded");
            assertThatThrownBy(() -> client.callAndWait(
                            "samp.webhub.callAndWait",
                            List.of(key, self(volans), message("table.load.votable", url), "5")))
                    .hasMessageContaining("a program in a web page cannot have files of this machine loaded");
        }
        client.callAndWait("samp.webhub.notifyAll", List.of(key, message("table.load.votable", "https://x.org/t")));
        client.callAndWait("samp.webhub.notifyAll", List.of(key, message("table.highlight.row", "file:///t")));
        until(() -> volans.exchanges().size() == 2);
    }

    private static Map<String, Object> message(String mtype, String url) {
        return Map.of("samp.mtype", mtype, "samp.params", Map.of("url", url));
    }
}
