package org.volans.samp.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import org.astrogrid.samp.Metadata;
import org.astrogrid.samp.test.HubTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.volans.api.InputException;
import org.volans.api.ServiceException;
import org.volans.api.VoException;
import org.volans.api.samp.SampClient;
import org.volans.api.samp.SampReply;
import org.volans.api.samp.SampService.JoinRequest;
import org.volans.api.samp.SampState;

class MembershipTest extends SampTestBase {

    private static final String METHOD_RESPONSE = "<?xml version='1.0'?><methodResponse/>";
    private static final String WITHOUT_KEY =
            "<methodResponse><params><param><value><struct/></value></param></params></methodResponse>";

    @Test
    void registersWithTheHubThatRuns() throws Exception {
        hub();
        Peer peer = peer("Other", "table.load.votable");
        SampProvider volans = joined();

        SampState.Joined state = (SampState.Joined) volans.state();
        assertThat(state.ours()).isFalse();
        Metadata metadata = peer.connection.getMetadata(state.self().id());
        assertThat(metadata.getName()).isEqualTo("Volans");
        assertThat(metadata.get("volans.pid"))
                .isEqualTo(String.valueOf(ProcessHandle.current().pid()));
        try (var icon = metadata.getIconUrl().openStream()) {
            assertThat(icon.readAllBytes()).startsWith((byte) 0x89, 'P', 'N', 'G');
        }
        SampClient other = volans.client("other");
        assertThat(other.id()).isEqualTo(peer.id());
        assertThat(other.understands("table.load.votable")).isTrue();
        assertThat(volans.clients()).extracting(SampClient::name).containsExactly("Hub", "Other");
        assertThat(volans.clients()).extracting(SampClient::hub).containsExactly(true, false);
    }

    /** A command that only sends is not taken for one that handles. */
    @Test
    void canTakePartWithoutHandlers() throws Exception {
        hub();
        Peer peer = peer("Other");
        SampProvider volans = volans();
        handle(volans, "table.load.votable", (message, sender, monitor) -> SampReply.ok());
        volans.join(new JoinRequest(false, false, false), NONE);
        String id = self(volans);
        assertThat(peer.connection.getMetadata(id).getName()).isEqualTo("Volans command");
        assertThat(takes(peer, volans, "table.load.votable")).isFalse();
        assertThat(takes(peer, volans, "samp.app.ping")).isTrue();
        volans.join(new JoinRequest(false, false), NONE);
        assertThat(takes(peer, volans, "table.load.votable")).isTrue();
    }

    @Test
    void leavingUnregisters() throws Exception {
        hub();
        Peer peer = peer("Other");
        SampProvider volans = joined();
        String id = self(volans);
        volans.leave();
        assertThat(peer.connection.getRegisteredClients()).doesNotContain(id);
        assertThat(volans.state()).isEqualTo(new SampState.Off());
        assertThat(volans.clients()).isEmpty();
        assertThat(folder.resolve("state")).isEmptyDirectory();
        volans.leave();
    }

    @Test
    void followsClients() throws Exception {
        hub();
        SampProvider volans = joined();
        Peer first = peer("Twin", "a.b");
        Peer second = peer("Twin", "a.b", "c.*");
        until(() -> volans.clients().size() == 3 && volans.client("TWIN").understands("c.d"));
        assertThat(volans.client("twin").id()).isEqualTo(second.id());
        assertThat(volans.client(first.id()).id()).isEqualTo(first.id());
        second.connection.unregister();
        until(() -> volans.client("Twin").id().equals(first.id()));
        assertThatThrownBy(() -> volans.client("Aladin"))
                .isInstanceOf(InputException.class)
                .hasMessage("no program 'Aladin' on the SAMP hub; there: Twin");
    }

    @Test
    void subscriptionsFollowHandlers() throws Exception {
        hub();
        Peer peer = peer("Other");
        SampProvider volans = joined();
        assertThat(((SampState.Joined) volans.state()).self().subscriptions())
                .allMatch(mtype -> mtype.startsWith("samp."))
                .contains("samp.app.ping");
        assertThat(takes(peer, volans, "samp.app.ping")).isTrue();
        Object key = new Object();
        volans.addHandler(key, List.of("x.y", "z.*"), java.util.OptionalInt.empty(), 0, java.util.Optional::empty);
        until(() -> takes(peer, volans, "x.y") && takes(peer, volans, "z.1"));
        volans.removeHandler(key);
        until(() -> !takes(peer, volans, "x.y") && !takes(peer, volans, "z.1"));
    }

    @Test
    void waitsForAHubAndForTheNextOne() throws Exception {
        SampProvider volans = volans();
        assertThat(volans.join(GUEST, NONE)).isEqualTo(new SampState.Waiting(GUEST, "no SAMP hub is running"));
        assertThatThrownBy(() -> volans.notifyAll(said("a.b")))
                .isInstanceOf(ServiceException.class)
                .hasMessage("cannot send: no SAMP hub is running");
        TestHub first = hub();
        until(() -> volans.state() instanceof SampState.Joined);
        first.shutdown();
        until(() -> volans.state() instanceof SampState.Waiting);
        assertThat(volans.clients()).isEmpty();
        TestHub second = hub();
        until(() -> volans.state() instanceof SampState.Joined);
        second.kill();
        until(() -> volans.state() instanceof SampState.Waiting waiting
                && waiting.why().contains("has gone"));
        hub();
        until(() -> volans.state() instanceof SampState.Joined
                && volans.client("hub").hub());
        assertThat(peer("Other").connection.getRegisteredClients()).contains(self(volans));
    }

    @Test
    void isTheHubWhenAsked() throws Exception {
        SampProvider volans = volans();
        SampState state = volans.join(HOST, NONE);
        assertThat(state).isInstanceOfSatisfying(SampState.Joined.class, joined -> {
            assertThat(joined.ours()).isTrue();
            assertThat(joined.web()).isFalse();
        });
        assertThat(volans.client("hub").description()).isEqualTo("Hub of Volans");
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(lockfile())))
                    .isEqualTo("rw-------");
        }
        Peer peer = peer("Other");
        until(() -> volans.clients().stream().anyMatch(client -> client.name().equals("Other")));
        assertThat(peer.connection.getRegisteredClients()).contains(self(volans));
        volans.leave();
        assertThat(lockfile()).doesNotExist();
    }

    @Test
    void ourHubPassesTheTester() throws Exception {
        volans().join(HOST, NONE);
        new HubTester(TestHub.profile(lockfile())).run();
    }

    @Test
    void onlyThisMachineReachesOurHub() throws Exception {
        volans().join(HOST, NONE);
        int port = HubPlace.of(lockfile()).hub().orElseThrow().endpoint().getPort();
        new Socket(InetAddress.getLoopbackAddress(), port).close();
        for (var network : Collections.list(java.net.NetworkInterface.getNetworkInterfaces())) {
            for (InetAddress address : Collections.list(network.getInetAddresses())) {
                if (!address.isLoopbackAddress()) {
                    assertThatThrownBy(() -> new Socket(address, port).close()).isInstanceOf(java.io.IOException.class);
                }
            }
        }
    }

    @Test
    void startsOurHubWhereADeadOneWas() throws Exception {
        hub().kill();
        SampProvider volans = volans();
        assertThat(volans.join(GUEST, NONE))
                .isEqualTo(new SampState.Waiting(GUEST, "'" + lockfile() + "' names a SAMP hub that has gone"));
        assertThat(volans.join(HOST, NONE)).isInstanceOf(SampState.Joined.class);
        assertThat(volans.join(GUEST, NONE)).isInstanceOf(SampState.Waiting.class);
        assertThat(lockfile()).doesNotExist();
    }

    @Test
    void lockfilesOfNoUse() throws Exception {
        Files.writeString(lockfile(), "\u0000\u0001 garbage\n=\n\n");
        SampProvider volans = volans();
        assertThat(volans.join(GUEST, NONE))
                .isInstanceOfSatisfying(
                        SampState.Waiting.class,
                        waiting -> assertThat(waiting.why())
                                .isEqualTo(
                                        "'" + lockfile() + "' is no lockfile of a SAMP hub; delete it if no hub runs"));
        assertThat(volans.join(HOST, NONE)).isInstanceOf(SampState.Joined.class);
        volans.leave();
        Files.createDirectory(lockfile());
        assertThat(volans.join(GUEST, NONE))
                .isInstanceOfSatisfying(
                        SampState.Waiting.class,
                        waiting -> assertThat(waiting.why())
                                .startsWith("'" + lockfile() + "' is no lockfile of a SAMP hub"));
        assertThatThrownBy(() -> volans.join(HOST, NONE))
                .isInstanceOf(VoException.class)
                .hasMessageStartingWith("cannot start a SAMP hub")
                .hasMessageNotContaining("\n");
        assertThat(volans.state()).isEqualTo(new SampState.Off());
    }

    @Test
    void aHubThatRefuses() throws Exception {
        hub();
        Files.writeString(lockfile(), Files.readString(lockfile()).replaceAll("samp.secret=.*", "samp.secret=other"));
        assertThatThrownBy(() -> volans().join(GUEST, NONE))
                .isInstanceOf(ServiceException.class)
                .hasMessageMatching("the SAMP hub at http://127.0.0.1:.* refuses: .*; is the lockfile an old one\\?");
    }

    @Test
    void environmentVariable() throws Exception {
        Path home = Path.of("/home/me");
        assertThat(HubPlace.of("", home).file()).contains(home.resolve(".samp"));
        assertThat(HubPlace.of("std-lockurl:file:///tmp/x", home).file()).contains(Path.of("/tmp/x"));
        assertThat(HubPlace.of("std-lockurl:http://h/x", home).file()).isEmpty();
        for (String wrong : List.of("web-profile:", "jsamp-class:x.Y", "std-lockurl:", "std-lockurl:x y", "nonsense")) {
            assertThatThrownBy(() -> HubPlace.of(wrong, home))
                    .isInstanceOf(InputException.class)
                    .hasMessageStartingWith("SAMP_HUB is '" + wrong + "'; Volans understands");
        }
    }

    @Test
    void endsWhatAKilledVolansLeft() throws Exception {
        hub();
        Peer peer = peer("Other");
        SampProvider killed = volans();
        killed.join(GUEST, NONE);
        String zombie = self(killed);
        Path state = folder.resolve("state");
        Path own = state.resolve(String.valueOf(ProcessHandle.current().pid()));
        Properties left = new Properties();
        try (var in = Files.newBufferedReader(own)) {
            left.load(in);
        }
        assertThat(left.getProperty("hub")).startsWith("http://127.0.0.1:");
        // a process of that number runs, yet it is another one, and older than ours
        Files.move(own, state.resolve("1"));
        Files.writeString(state.resolve("garbage"), "\\u00");

        volans().join(GUEST, NONE);
        assertThat(peer.connection.getRegisteredClients()).doesNotContain(zombie);
        try (var files = Files.list(state)) {
            assertThat(files).containsExactly(own);
        }
    }

    @Test
    void aHubThatWantsNoneOfUs() throws Exception {
        TestHub hub = hub();
        SampProvider volans = joined();
        hub.disconnect(self(volans));
        until(() -> volans.state() instanceof SampState.Off);
        assertThat(volans.join(GUEST, NONE)).isInstanceOf(SampState.Joined.class);
    }

    @Test
    void aHubThatHangs() throws Exception {
        try (var silent = Loopback.socket()) {
            Files.writeString(
                    lockfile(), "samp.secret=x\nsamp.hub.xmlrpc.url=http://127.0.0.1:" + silent.getLocalPort() + "/\n");
            SampProvider volans = volans();
            assertThat(volans.join(GUEST, NONE)).isInstanceOf(SampState.Waiting.class);
        }
    }

    /** On the port of a hub that has gone there may be any program. */
    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "<html><body>hello</body></html>", METHOD_RESPONSE, WITHOUT_KEY})
    void somethingThatIsNoHub(String answer) throws Exception {
        HttpServer server = server(answer);
        try {
            Files.writeString(
                    lockfile(),
                    "samp.secret=x\nsamp.hub.xmlrpc.url=http://127.0.0.1:"
                            + server.getAddress().getPort() + "/\n");
            SampProvider volans = volans();
            assertThat(volans.join(GUEST, NONE)).isInstanceOf(SampState.Waiting.class);
        } finally {
            server.stop(0);
        }
    }

    private static HttpServer server(String answer) throws IOException {
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        return server;
    }

    @Test
    void aLockfileOnAServer() throws Exception {
        HttpServer server = server("samp.secret=x\nsamp.hub.xmlrpc.url=http://h/\n");
        HttpServer endless = server("#\n".repeat(100_000));
        try {
            assertThat(place(server).hub()).isPresent();
            assertThatThrownBy(place(endless)::hub).hasMessageContaining("is no lockfile of a SAMP hub");
        } finally {
            server.stop(0);
            endless.stop(0);
        }
        assertThat(place(server).hub()).isEmpty();
    }

    private static HubPlace place(HttpServer server) throws VoException {
        return HubPlace.of("std-lockurl:http://127.0.0.1:" + server.getAddress().getPort() + "/", Path.of("/"));
    }

    @Test
    void aReplacedLockfileMeansAnotherHub() throws Exception {
        SampProvider volans = volans();
        volans.join(HOST, NONE);
        Files.delete(lockfile());
        hub();
        until(() -> volans.state() instanceof SampState.Joined joined && !joined.ours());
        assertThat(peer("Other").connection.getRegisteredClients()).contains(self(volans));
    }
}
