package org.volans.samp.internal;

import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.astrogrid.samp.httpd.HttpServer;
import org.astrogrid.samp.hub.Hub;
import org.astrogrid.samp.web.ClientAuthorizer;
import org.astrogrid.samp.web.ListMessageRestriction;
import org.astrogrid.samp.web.WebClientProfile;
import org.astrogrid.samp.web.WebHubProfile;
import org.astrogrid.samp.xmlrpc.LockInfo;
import org.astrogrid.samp.xmlrpc.StandardHubProfile;
import org.astrogrid.samp.xmlrpc.internal.InternalServer;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.InputException;
import org.volans.api.ServiceException;
import org.volans.api.io.WholeFile;

/** A hub that we started: JSAMP's, on the loopback. Used by one thread at a time. */
final class OwnHub {

    /** What a client has to say by then before it counts as hanging. */
    private static final Duration CLIENT_PATIENCE = Duration.ofSeconds(2);

    private final Path lockfile;
    private final ClientAuthorizer authorizer;
    private final int webPort;
    private final HttpServer server;
    private final Hub hub;
    private final StandardHubProfile standard;
    private final String secret;

    private @Nullable WebHubProfile web;

    private OwnHub(Path lockfile, ClientAuthorizer authorizer, int webPort) throws IOException {
        this.lockfile = lockfile;
        this.authorizer = authorizer;
        this.webPort = webPort;
        Loopback.files();
        server = new HttpServer(Loopback.socket());
        server.setDaemon(true);
        server.start();
        InternalServer rpc = new InternalServer(server, "/xmlrpc");
        secret = StandardHubProfile.createSecret() + StandardHubProfile.createSecret();
        standard = new StandardHubProfile(TimedClient.factory(CLIENT_PATIENCE), () -> rpc, lockfile.toFile(), secret);
        GuardedHub service = new GuardedHub();
        service.start();
        hub = new Hub(service);
    }

    /**
     * Starts one.
     *
     * @param webPort of the Web Profile
     * @throws InputException when another one runs, or the lockfile cannot be written
     */
    static OwnHub start(HubPlace place, ClientAuthorizer authorizer, int webPort) throws InputException {
        Optional<Path> lockfile = place.file();
        if (lockfile.isEmpty()) {
            throw new InputException(
                    "no SAMP hub can be started at " + place.name() + ", which is not on this machine");
        }
        if (Files.exists(lockfile.get()) && !Files.isRegularFile(lockfile.get())) {
            throw new InputException("cannot start a SAMP hub: '" + lockfile.get() + "' is no ordinary file");
        }
        try {
            OwnHub own = new OwnHub(lockfile.get(), authorizer, webPort);
            own.begin();
            return own;
        } catch (IOException e) {
            throw new InputException(
                    "cannot start a SAMP hub with the lockfile '" + lockfile.get() + "': " + WholeFile.reason(e), e);
        }
    }

    private void begin() throws IOException {
        try {
            hub.startProfile(standard);
        } catch (IOException e) {
            end();
            throw e;
        }
    }

    /** Whether programs of web pages can ask to be let in. */
    boolean web() {
        return web != null;
    }

    /**
     * Starts or ends the Web Profile.
     *
     * @throws ServiceException when its port is in use
     */
    void web(boolean wanted) throws ServiceException {
        WebHubProfile running = web;
        if (running != null && !wanted) {
            hub.stopProfile(running);
            web = null;
        } else if (running == null && wanted) {
            web = startWeb();
        }
    }

    private WebHubProfile startWeb() throws ServiceException {
        WebHubProfile.ServerFactory sockets = new WebHubProfile.ServerFactory() {
            @Override
            protected ServerSocket createServerSocket(int port) throws IOException {
                ServerSocket socket = new ServerSocket();
                Loopback.bind(socket, port);
                return socket;
            }
        };
        sockets.setPort(webPort);
        sockets.setAllowFlash(false);
        WebHubProfile profile = new WebHubProfile(
                sockets, authorizer, ListMessageRestriction.DEFAULT, WebHubProfile.createKeyGenerator(), true);
        try {
            hub.startProfile(profile);
            return profile;
        } catch (IOException e) {
            URI uri = URI.create("http://127.0.0.1:" + webPort + WebClientProfile.WEBSAMP_PATH);
            String why = e instanceof BindException
                    ? "port " + webPort + " is in use by another program, perhaps another hub"
                    : WholeFile.reason(e);
            throw new ServiceException(uri, 0, "programs in web pages cannot join: " + why, e);
        }
    }

    /** Whether the lockfile still leads to it: who deletes or replaces it means another hub. */
    boolean named() {
        try {
            return Files.exists(lockfile)
                    && secret.equals(
                            LockInfo.readLockFile(lockfile.toUri().toURL()).getSecret());
        } catch (IOException e) {
            return true; // it is there, and nobody else can read it, neither
        }
    }

    /** Tells the clients and ends it; the lockfile goes if it is ours. */
    void end() {
        hub.shutdown();
        web = null;
        server.stop();
    }
}
