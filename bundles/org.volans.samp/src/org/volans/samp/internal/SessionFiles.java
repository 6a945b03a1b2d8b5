package org.volans.samp.internal;

import java.io.IOException;
import java.io.Reader;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.volans.api.InputException;
import org.volans.api.io.WholeFile;

/**
 * Our registrations on disk, one file for each running Volans, so that the next one can end what one that was killed
 * has left
 * on the hub. Readable by the user only: who has the key of a registration can speak in its name. Safe for concurrent
 * use.
 */
final class SessionFiles {

    private static final Logger LOG = Logger.getLogger(SessionFiles.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String HUB = "hub";
    private static final String SECRET = "secret";
    private static final String KEY = "key";
    private static final String STARTED = "started";

    private final Path folder;

    SessionFiles(Path folder) {
        this.folder = folder;
    }

    /** In the user's state folder (XDG Base Directory Specification 0.8). */
    static SessionFiles ofUser() {
        String xdg = System.getenv().getOrDefault("XDG_STATE_HOME", "");
        Path base =
                Path.of(xdg).isAbsolute() ? Path.of(xdg) : Path.of(System.getProperty("user.home"), ".local", "state");
        return new SessionFiles(base.resolve("volans").resolve("samp"));
    }

    private Path own() {
        return folder.resolve(String.valueOf(ProcessHandle.current().pid()));
    }

    /** Writes down how to end our registration. Without that all goes on as well. */
    void remember(HubPlace.Hub hub, String key) {
        Properties properties = new Properties();
        properties.setProperty(HUB, hub.endpoint().toString());
        properties.setProperty(SECRET, hub.secret());
        properties.setProperty(KEY, key);
        properties.setProperty(STARTED, started(ProcessHandle.current()));
        try {
            Files.createDirectories(folder);
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
            WholeFile.writePrivate(own(), out -> properties.store(out, null));
        } catch (IOException | InputException e) {
            LOG.log(
                    Level.WARNING,
                    "a registration that is not ended in order will stay on the SAMP hub: " + e.getMessage());
        }
    }

    /** Ours is ended. */
    void forget() {
        delete(own());
    }

    /** Ends what others that were killed have left on a hub. */
    void clean(HubPlace.Hub hub) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> !file.equals(own())).forEach(file -> clean(file, hub));
        } catch (IOException e) {
            LOG.log(Level.FINE, "cannot list " + folder, e);
        }
    }

    private static void clean(Path file, HubPlace.Hub hub) {
        Properties left = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            left.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            LOG.log(Level.FINE, "no registration in " + file, e);
        }
        if (runs(file, left.getProperty(STARTED, ""))) {
            return;
        }
        delete(file);
        if (left.getProperty(HUB, "").equals(hub.endpoint().toString())
                && left.getProperty(SECRET, "").equals(hub.secret())) {
            unregister(hub, left.getProperty(KEY, ""));
        }
    }

    /** Whether the file's program runs; its number may be another program's by now. */
    private static boolean runs(Path file, String started) {
        String pid = file.getFileName().toString();
        return pid.matches("\\d{1,18}")
                && ProcessHandle.of(Long.parseLong(pid))
                        .filter(ProcessHandle::isAlive)
                        .filter(process -> started(process).equals(started))
                        .isPresent();
    }

    private static String started(ProcessHandle process) {
        return process.info().startInstant().map(Object::toString).orElse("");
    }

    private static void unregister(HubPlace.Hub hub, String key) {
        try {
            TimedClient.factory(PATIENCE)
                    .createClient(URI.create(hub.endpoint().toString()).toURL())
                    .callAndWait("samp.hub.unregister", List.of(key));
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            LOG.log(Level.FINE, "the hub knows nothing of what an earlier Volans left", e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.log(Level.FINE, "cannot delete " + file, e);
        }
    }
}
