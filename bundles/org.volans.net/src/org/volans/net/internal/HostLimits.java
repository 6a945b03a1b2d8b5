package org.volans.net.internal;

import dev.failsafe.Bulkhead;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.volans.api.ServiceException;

/** At most a few exchanges with one host at a time: services are shared, and many of them ban eager clients. */
final class HostLimits {

    static final int EXCHANGES_PER_HOST = 6;

    private static final Duration LOOK_AT_MONITOR = Duration.ofMillis(50);
    private static final Duration LONGEST_QUEUE = Duration.ofMinutes(10);

    private final Map<String, Bulkhead<Object>> hosts = new ConcurrentHashMap<>();

    /**
     * Waits for a free place.
     *
     * @return gives the place back; may be run more than once
     * @throws ServiceException when no exchange with the host ended for minutes: then somebody forgot to close answers,
     *                          and a message is better than waiting for ever
     */
    Runnable enter(URI uri, IProgressMonitor monitor) throws ServiceException {
        Bulkhead<Object> host = hosts.computeIfAbsent(
                key(uri), k -> Bulkhead.builder(EXCHANGES_PER_HOST).build());
        long giveUp = System.nanoTime() + LONGEST_QUEUE.toNanos();
        try {
            while (!host.tryAcquirePermit(LOOK_AT_MONITOR)) {
                if (monitor.isCanceled()) {
                    throw new OperationCanceledException();
                }
                if (System.nanoTime() > giveUp) {
                    throw new ServiceException(
                            uri,
                            0,
                            Transport.host(uri) + ": " + EXCHANGES_PER_HOST
                                    + " other exchanges with this host have not ended for "
                                    + LONGEST_QUEUE.toMinutes() + " min",
                            null);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperationCanceledException();
        }
        AtomicBoolean inside = new AtomicBoolean(true);
        return () -> {
            if (inside.getAndSet(false)) {
                host.releasePermit();
            }
        };
    }

    /** Host and port, lower case. */
    static String key(URI uri) {
        int port = uri.getPort() >= 0 ? uri.getPort() : "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
        return String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT) + ":" + port;
    }
}
