package org.volans.samp.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.astrogrid.samp.Message;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.volans.api.VoException;
import org.volans.api.samp.MessageHandler;
import org.volans.api.samp.SampExchange;
import org.volans.api.samp.SampListener;
import org.volans.api.samp.SampMessage;
import org.volans.api.samp.SampService.JoinRequest;
import org.volans.api.samp.SampState;
import org.volans.api.samp.WebPermission;

/** Volans and other programs around a hub in a folder of the test's. */
class SampTestBase {

    static final JoinRequest GUEST = new JoinRequest(false, false);
    static final JoinRequest HOST = new JoinRequest(true, false);
    static final Duration SOON = Duration.ofSeconds(10);
    static final IProgressMonitor NONE = new NullProgressMonitor();

    @TempDir
    Path folder;

    final List<SampExchange> told = new CopyOnWriteArrayList<>();
    final List<WebPermission> permissions = new CopyOnWriteArrayList<>();
    private final List<SampProvider> providers = new ArrayList<>();
    private final List<TestHub> hubs = new ArrayList<>();

    @AfterEach
    void end() {
        providers.forEach(SampProvider::close);
        hubs.forEach(TestHub::shutdown);
    }

    Path lockfile() {
        return folder.resolve("samp");
    }

    TestHub hub() throws Exception {
        TestHub hub = new TestHub(lockfile());
        hubs.add(hub);
        return hub;
    }

    Peer peer(String name, String... mtypes) throws Exception {
        return Peer.agreeing(TestHub.profile(lockfile()), name, mtypes);
    }

    SampProvider volans() {
        return volans(0, new SessionFiles(folder.resolve("state")));
    }

    SampProvider volans(int webPort, SessionFiles files) {
        SampListener listener = new SampListener() {
            @Override
            public void changed() {
                // the state is asked for
            }

            @Override
            public void exchanged(SampExchange exchange) {
                told.add(exchange);
            }
        };
        SampProvider provider = new SampProvider(
                List.of(listener),
                permissions,
                gate -> new Membership.Setting(
                        () -> place(lockfile()), gate, webPort, files, Duration.ofMillis(100), Duration.ofSeconds(2)));
        providers.add(provider);
        return provider;
    }

    static HubPlace place(Path lockfile) {
        try {
            return HubPlace.of(lockfile);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    SampProvider joined() throws VoException {
        SampProvider volans = volans();
        assertThat(volans.join(GUEST, NONE)).isInstanceOf(SampState.Joined.class);
        return volans;
    }

    static void handle(SampProvider volans, String mtype, MessageHandler handler) {
        handle(volans, mtype, OptionalInt.empty(), handler);
    }

    static void handle(SampProvider volans, String mtype, OptionalInt newest, MessageHandler handler) {
        volans.addHandler(handler, List.of(mtype), newest, 0, () -> Optional.of(handler));
    }

    static void until(Callable<Boolean> there) throws Exception {
        long end = System.nanoTime() + SOON.toNanos();
        while (!there.call()) {
            assertThat(System.nanoTime()).as("time is over").isLessThan(end);
            LockSupport.parkNanos(5_000_000);
        }
    }

    static String self(SampProvider volans) {
        return volans.state() instanceof SampState.Joined joined ? joined.self().id() : "";
    }

    /** Whether the hub knows that Volans takes an MType: it is told soon, not at once. */
    static boolean takes(Peer peer, SampProvider volans, String mtype) throws Exception {
        return peer.connection.getSubscribedClients(mtype).containsKey(self(volans));
    }

    static Message message(String mtype) {
        return new Message(mtype, Map.of());
    }

    static SampMessage said(String mtype) {
        return new SampMessage(mtype, Map.of());
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = Loopback.socket()) {
            return socket.getLocalPort();
        }
    }
}
