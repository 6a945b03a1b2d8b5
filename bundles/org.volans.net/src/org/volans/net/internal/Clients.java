package org.volans.net.internal;

import com.github.mizosoft.methanol.HttpCache;
import com.github.mizosoft.methanol.Methanol;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.eclipse.jdt.annotation.Nullable;

/**
 * The HTTP clients, each built when it is first needed: the plain one for nearly everything, Methanol's around it for
 * calls that are content with a kept answer (RFC 9111).
 */
final class Clients implements AutoCloseable {

    private static final long CACHE_BYTES = 256L << 20;
    private static final long MEMORY_CACHE_BYTES = 32L << 20;

    private final Supplier<Path> cacheFolder;
    private @Nullable HttpClient plain;
    private @Nullable HttpClient caching;
    private @Nullable HttpCache cache;

    Clients(Supplier<Path> cacheFolder) {
        this.cacheFolder = cacheFolder;
    }

    synchronized HttpClient of(boolean cached) {
        return cached ? caching() : plain();
    }

    private HttpClient plain() {
        HttpClient client = plain;
        if (client == null) {
            client = configured(HttpClient.newBuilder()).build();
            plain = client;
        }
        return client;
    }

    private HttpClient caching() {
        HttpClient client = caching;
        if (client == null) {
            HttpCache opened = open();
            cache = opened;
            // Encodings are ours (see Decoding), so that an answer is read the same way from either client.
            client = configured(Methanol.newBuilder().autoAcceptEncoding(false).cache(opened))
                    .build();
            caching = client;
        }
        return client;
    }

    private static HttpClient.Builder configured(HttpClient.Builder builder) {
        return builder
                // The offer of an upgrade to HTTP/2 that goes with a cleartext request upsets old servers.
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(new ProxiesExceptLoopback());
    }

    private HttpCache open() {
        try {
            return HttpCache.newBuilder()
                    .cacheOnDisk(cacheFolder.get(), CACHE_BYTES)
                    .build();
        } catch (UncheckedIOException | IllegalStateException e) {
            // Another Volans holds the folder's lock, or the folder cannot be written: a cache is a convenience, so
            // this run keeps its answers in memory.
            return HttpCache.newBuilder().cacheOnMemory(MEMORY_CACHE_BYTES).build();
        }
    }

    @Override
    public synchronized void close() {
        HttpClient client = plain;
        if (client != null) {
            client.shutdownNow();
        }
        HttpCache opened = cache;
        if (opened != null) {
            try {
                opened.close();
            } catch (IOException e) {
                throw new UncheckedIOException("The cache of HTTP answers could not be closed", e);
            }
        }
        plain = null;
        caching = null;
        cache = null;
    }
}
