package org.volans.net.internal;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.volans.api.ServiceException;

/**
 * At most a few exchanges with one host at a time: services are shared, and many of them ban eager clients. A semaphore
 * and not Failsafe's bulkhead, which loses a place with every wait that times out (3.3.2: the abandoned waiter stays in
 * its queue and is given the next free place).
 */
final class HostLimits {

    static final int EXCHANGES_PER_HOST = 6;

    private static final Duration LONGEST_QUEUE = Duration.ofMinutes(10);

    private final Map<String, Semaphore> hosts = new ConcurrentHashMap<>();

    /**
     * Waits for a free place.
     *
     * @return gives the place back; may be run more than once
     * @throws ServiceException when no exchange with the host ended for minutes: then somebody forgot to close answers,
     *                          and a message is better than waiting for ever
     */
    Runnable enter(URI uri, IProgressMonitor monitor) throws ServiceException {
        Semaphore host = hosts.computeIfAbsent(key(uri), k -> new Semaphore(EXCHANGES_PER_HOST, true));
        long giveUp = System.nanoTime() + LONGEST_QUEUE.toNanos();
        try {
            while (!host.tryAcquire(Exchange.LOOK_AT_MONITOR_MILLIS, TimeUnit.MILLISECONDS)) {
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
                host.release();
            }
        };
    }

    /** Host and port, lower case. */
    static String key(URI uri) {
        int port = uri.getPort() >= 0 ? uri.getPort() : "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
        return String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT) + ":" + port;
    }
}
