package org.volans.discovery.internal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.OperationCanceledException;
import org.volans.api.ServiceException;
import org.volans.api.VoException;
import org.volans.api.discovery.DiscoveryRequest;
import org.volans.api.geometry.Position;
import org.volans.api.tap.TapQuery;
import org.volans.api.tap.TapResult;
import org.volans.api.tap.TapService;
import uk.ac.starlink.table.StarTable;

/**
 * The questions to one service, until one is answered: a join with the uploaded positions; conditions for a few
 * positions at a time; the same by middle and size instead of the region. Not safe for concurrent use.
 */
final class Interview {

    /** Positions in one query without upload: longer conditions choke parsers. */
    static final int CHUNK = 20;

    /** Answers that no other wording of the question changes. */
    private static final Set<Integer> FINAL = Set.of(0, 401, 403, 404, 429, 503);

    /** So much more than the time left does HTTP wait: the monitor is to be what ends a question. */
    private static final Duration LATER = Duration.ofSeconds(2);

    /** How long a service that has answered may think about what has no region, or as long as it took to answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final TapService tap;
    private final DiscoveryRequest request;
    private final DiscoveryRequest.Service service;
    private final StarTable upload;
    private final DeadlineMonitor time;
    private final ObscoreAdql adql;
    private final Harvest harvest;
    private String last = "";
    private boolean overflow;

    Interview(
            TapService tap,
            DiscoveryRequest request,
            DiscoveryRequest.Service service,
            StarTable upload,
            DeadlineMonitor time) {
        this.tap = tap;
        this.request = request;
        this.service = service;
        this.upload = upload;
        this.time = time;
        this.adql = new ObscoreAdql(request);
        this.harvest = new Harvest(request);
    }

    /** What was sent last. */
    String adql() {
        return last;
    }

    /** Whether the service, or our own limit, cut the answer off. */
    boolean overflow() {
        return overflow;
    }

    /**
     * Asks.
     *
     * @throws OperationCanceledException when the time is over or the user has cancelled
     */
    Harvest ask() throws VoException {
        Duration before = time.left();
        if (uploads() && asked(m -> join(adql.uploadRegion(), m), time.part(0.5))) {
            whatHasNoRegion(before.minus(time.left()), m -> join(adql.uploadFov(), m));
        } else if (asked(m -> chunks(adql::region, m), time)) {
            whatHasNoRegion(before.minus(time.left()), m -> chunks(positions -> adql.fov(positions, false), m));
        } else {
            chunks(positions -> adql.fov(positions, true), time);
        }
        return harvest;
    }

    /** Whether it is worth trying an upload: the service says so, or cannot be understood. */
    private boolean uploads() throws VoException {
        try {
            return tap.capabilities(service.url(), time.part(0.25)).uploadsInline();
        } catch (ServiceException e) {
            if (e.status() == 0) {
                throw e; // nobody there
            }
            return true;
        } catch (VoException e) {
            return true;
        } catch (OperationCanceledException e) {
            checkTime();
            return true;
        }
    }

    /** A way of asking. */
    private interface Way {
        void run(DeadlineMonitor monitor) throws VoException;
    }

    /** A query for some positions. */
    private interface Wording {
        String of(List<Position> positions);
    }

    /** Whether the service answered; false when another way of asking may do better. */
    private boolean asked(Way way, DeadlineMonitor monitor) throws VoException {
        try {
            way.run(monitor);
            return true;
        } catch (ServiceException e) {
            if (FINAL.contains(e.status())) {
                throw e;
            }
            return false;
        } catch (OperationCanceledException e) {
            checkTime();
            return false;
        }
    }

    private void join(String text, DeadlineMonitor monitor) throws VoException {
        TapResult result = query(text, Map.of(ObscoreAdql.UPLOAD, upload), room(), monitor);
        take(result, IntStream.range(0, request.positions().size()).boxed().toList());
    }

    private void chunks(Wording wording, DeadlineMonitor monitor) throws VoException {
        int count = request.positions().size();
        for (int from = 0; from < count; from += CHUNK) {
            int to = Math.min(count, from + CHUNK);
            if (room() <= 0) {
                overflow = true;
                return;
            }
            String text = wording.of(request.positions().subList(from, to));
            TapResult result = query(text, Map.of(), room(), monitor);
            take(result, IntStream.range(from, to).boxed().toList());
        }
    }

    /**
     * Looks for data sets without a region, when there are any and the service is willing. The regions have been
     * answered by now: a service that cannot do this too, or takes long over it, has still answered.
     */
    private void whatHasNoRegion(Duration asked, Way extra) throws VoException {
        if (room() <= 0) {
            return;
        }
        String main = last;
        DeadlineMonitor monitor = new DeadlineMonitor(time, asked.compareTo(PATIENCE) > 0 ? asked : PATIENCE);
        try {
            boolean any =
                    query(adql.withoutRegion(), Map.of(), 1, monitor).table().getRowCount() > 0;
            last = main;
            if (any) {
                extra.run(monitor);
            }
        } catch (VoException e) {
            last = main;
        } catch (OperationCanceledException e) {
            last = main;
            checkUser();
        }
    }

    private TapResult query(String text, Map<String, StarTable> uploads, long maxrec, DeadlineMonitor monitor)
            throws VoException {
        if (monitor.isCanceled()) {
            throw new OperationCanceledException();
        }
        last = text;
        Duration silence = monitor.left().plus(LATER);
        return tap.query(new TapQuery(service.url(), text, uploads, OptionalLong.of(maxrec), silence), monitor);
    }

    private void take(TapResult result, List<Integer> positions) throws VoException {
        harvest.add(result.table(), positions);
        overflow |= result.overflow() || harvest.cut();
    }

    private long room() {
        return (long) request.perService() - harvest.size();
    }

    /** Goes on when only a part of the time is over. */
    private void checkTime() {
        if (time.isCanceled()) {
            throw new OperationCanceledException();
        }
    }

    private void checkUser() {
        if (time.cancelledByUser()) {
            throw new OperationCanceledException();
        }
    }
}
