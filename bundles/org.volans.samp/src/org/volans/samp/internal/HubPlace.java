package org.volans.samp.internal;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.astrogrid.samp.DataException;
import org.astrogrid.samp.SampUtils;
import org.astrogrid.samp.client.DefaultClientProfile;
import org.astrogrid.samp.xmlrpc.LockInfo;
import org.astrogrid.samp.xmlrpc.StandardClientProfile;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.InputException;
import org.volans.api.io.WholeFile;

/**
 * Where programs look for the hub: the lockfile (SAMP 1.3, section 4.2). Safe for concurrent use.
 *
 * @param lock as the standard says: {@code .samp} in the user's home, or what {@code SAMP_HUB} names
 */
record HubPlace(URL lock) {

    private static final int BIGGEST = 1 << 16;
    private static final int PATIENCE_MILLIS = 5_000;

    /** What a lockfile of a hub says. */
    record Hub(URL endpoint, String secret) {}

    /**
     * @param variable the value of {@code SAMP_HUB}, or empty
     * @throws InputException when that is no place of a lockfile
     */
    static HubPlace of(String variable, Path home) throws InputException {
        String prefix = StandardClientProfile.STDPROFILE_HUB_PREFIX;
        try {
            if (variable.isBlank()) {
                return of(home.resolve(StandardClientProfile.LOCKFILE_NAME));
            }
            if (variable.startsWith(prefix)) {
                return new HubPlace(
                        URI.create(variable.substring(prefix.length()).strip()).toURL());
            }
        } catch (MalformedURLException | IllegalArgumentException e) {
            throw wrong(variable, e);
        }
        throw wrong(variable, null);
    }

    static HubPlace of(Path file) throws MalformedURLException {
        return new HubPlace(file.toUri().toURL());
    }

    private static InputException wrong(String variable, @Nullable Exception cause) {
        return new InputException(
                DefaultClientProfile.HUBLOC_ENV + " is '" + variable + "'; Volans understands "
                        + StandardClientProfile.STDPROFILE_HUB_PREFIX + "URL of a lockfile, or no such variable",
                cause);
    }

    /** The lockfile, unless it is not on this machine. */
    Optional<Path> file() {
        return Optional.ofNullable(SampUtils.urlToFile(lock)).map(java.io.File::toPath);
    }

    /** For people. */
    String name() {
        return file().map(Path::toString).orElse(lock.toString());
    }

    /**
     * The hub that the lockfile names, dead or alive.
     *
     * @return empty when there is no lockfile
     * @throws InputException when it cannot be read, or is no lockfile
     */
    Optional<Hub> hub() throws InputException {
        try {
            LockInfo info = lockInfo();
            if (info == null) {
                return Optional.empty();
            }
            info.check();
            URL endpoint = info.getXmlrpcUrl();
            if (endpoint == null) {
                throw new DataException("no URL");
            }
            return Optional.of(new Hub(endpoint, info.getSecret()));
        } catch (FileNotFoundException e) {
            throw new InputException("cannot read the SAMP lockfile '" + name() + "': no permission", e);
        } catch (IOException e) {
            throw new InputException("cannot read the SAMP lockfile '" + name() + "': " + WholeFile.reason(e), e);
        } catch (DataException e) {
            throw new InputException("'" + name() + "' is no lockfile of a SAMP hub; delete it if no hub runs", e);
        }
    }

    private @Nullable LockInfo lockInfo() throws IOException {
        Optional<Path> file = file();
        if (file.isPresent()) {
            if (!Files.exists(file.get())) {
                return null;
            }
            // a pipe would be waited for, and a device read for ever
            if (!Files.isRegularFile(file.get()) || Files.size(file.get()) > BIGGEST) {
                throw new DataException("no lockfile");
            }
        }
        URLConnection connection = lock.openConnection();
        connection.setConnectTimeout(PATIENCE_MILLIS);
        connection.setReadTimeout(PATIENCE_MILLIS);
        try (InputStream in = connection.getInputStream()) {
            byte[] bytes = in.readNBytes(BIGGEST + 1);
            if (bytes.length > BIGGEST) {
                throw new DataException("no lockfile");
            }
            return LockInfo.readLockFile(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            if (file.isPresent()) {
                throw e;
            }
            return null; // no hub, as far as can be known
        }
    }
}
