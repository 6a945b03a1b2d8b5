package org.volans.samp.internal;

import java.nio.file.Path;
import java.time.Duration;
import org.astrogrid.samp.client.ClientProfile;
import org.astrogrid.samp.httpd.HttpServer;
import org.astrogrid.samp.hub.BasicHubService;
import org.astrogrid.samp.hub.Hub;
import org.astrogrid.samp.hub.KeyGenerator;
import org.astrogrid.samp.xmlrpc.StandardHubProfile;
import org.astrogrid.samp.xmlrpc.internal.InternalServer;
import org.astrogrid.samp.xmlrpc.internal.InternalServerFactory;

/** A hub as another program runs it, with its lockfile in a place of the test's. */
final class TestHub {

    private final HttpServer server;
    private final BasicHubService service;
    private final Hub hub;

    TestHub(Path lockfile) throws Exception {
        server = new HttpServer(Loopback.socket());
        server.start();
        InternalServer rpc = new InternalServer(server, "/xmlrpc");
        service = new BasicHubService(KeyGenerator.createRandom());
        service.start();
        hub = new Hub(service);
        hub.startProfile(new StandardHubProfile(
                TimedClient.factory(Duration.ofSeconds(2)),
                () -> rpc,
                lockfile.toFile(),
                StandardHubProfile.createSecret()));
    }

    /** Programs look for a hub by this. */
    static ClientProfile profile(Path lockfile) throws Exception {
        HubPlace.Hub named = HubPlace.of(lockfile).hub().orElseThrow();
        return new LockfileProfile(named, TimedClient.factory(Duration.ofSeconds(5)), new InternalServerFactory());
    }

    void disconnect(String id) {
        service.disconnect(id, "no reason");
    }

    void shutdown() {
        hub.shutdown();
        server.stop();
    }

    /** As by {@code kill -9}: nobody is told, the lockfile stays. */
    void kill() {
        server.stop();
    }
}
