package org.volans.discovery.internal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
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

/** One way of asking one service, and what it brought. Not safe for concurrent use, but for {@link #stop()}. */
final class Attempt {

    /** Positions in one query without upload: longer conditions choke parsers. */
    static final int CHUNK = 20;

    /** Answers that no other wording of the question changes. */
    private static final Set<Integer> FINAL = Set.of(0, 401, 403, 404, 429, 503);

    /** So much more than the time left does HTTP wait: the monitor is to be what ends a question. */
    private static final Duration LATER = Duration.ofSeconds(2);

    private final TapService tap;
    private final DiscoveryRequest request;
    private final DiscoveryRequest.Service service;
    private final DeadlineMonitor monitor;
    private final Consumer<String> told;
    private final ObscoreAdql adql;
    private final Harvest harvest;
    private String main = "";
    private boolean uploaded;
    private boolean overflow;

    /**
     * @param monitor cancelling it ends the attempt
     * @param told    hears of every query that is sent
     */
    Attempt(
            TapService tap,
            DiscoveryRequest request,
            DiscoveryRequest.Service service,
            DeadlineMonitor monitor,
            Consumer<String> told) {
        this.tap = tap;
        this.request = request;
        this.service = service;
        this.monitor = monitor;
        this.told = told;
        this.adql = new ObscoreAdql(request);
        this.harvest = new Harvest(request);
    }

    /** Whether another way of asking may do better after this failure. */
    static boolean refused(VoException failure) {
        return failure instanceof ServiceException e && !FINAL.contains(e.status());
    }

    /** The query that brought the answer; the last one where there were several. */
    String adql() {
        return main;
    }

    Harvest harvest() {
        return harvest;
    }

    /** Whether the service, or the request's limit, cut the answer off. */
    boolean overflow() {
        return overflow;
    }

    /** Ends the attempt, which another has overtaken; called from any thread. What it has brought stays. */
    void stop() {
        monitor.setCanceled(true);
    }

    /** One join with all positions, uploaded. */
    Attempt byUpload(StarTable upload) throws VoException {
        uploaded = true;
        main = adql.uploadRegion();
        join(main, upload, monitor);
        return this;
    }

    /** A few positions at a time, by region; where the service cannot do that by middle and size. */
    Attempt byConditions() throws VoException {
        try {
            chunks(adql::region, monitor);
        } catch (ServiceException e) {
            if (!refused(e)) {
                throw e;
            }
            chunks(positions -> adql.fov(positions, true), monitor);
        }
        return this;
    }

    /** Whether the service has data sets without a region, which no question by region finds. */
    boolean anyWithoutRegion() throws VoException {
        return query(adql.withoutRegion(), Map.of(), 1, monitor).table().getRowCount() > 0;
    }

    /**
     * Adds the data sets without a region, by middle and size. The regions have been answered by now: a service that
     * cannot do this too, or takes long over it, has still answered, also when all its time is over meanwhile.
     *
     * @param most the time for it; whether the user has cancelled is the caller's to see
     */
    void whatHasNoRegion(StarTable upload, DeadlineMonitor most) {
        if (room() <= 0 || !main.contains("o.s_region")) {
            return;
        }
        String answered = main;
        try {
            if (uploaded) {
                join(adql.uploadFov(), upload, most);
            } else {
                chunks(positions -> adql.fov(positions, false), most);
            }
        } catch (VoException | OperationCanceledException e) {
            return;
        } finally {
            main = answered;
        }
    }

    private void join(String text, StarTable upload, DeadlineMonitor until) throws VoException {
        TapResult result = query(text, Map.of(ObscoreAdql.UPLOAD, upload), room(), until);
        take(result, IntStream.range(0, request.positions().size()).boxed().toList());
    }

    /** A query for some positions. */
    private interface Wording {
        String of(List<Position> positions);
    }

    private void chunks(Wording wording, DeadlineMonitor until) throws VoException {
        int count = request.positions().size();
        for (int from = 0; from < count; from += CHUNK) {
            int to = Math.min(count, from + CHUNK);
            if (room() <= 0) {
                overflow = true;
                return;
            }
            main = wording.of(request.positions().subList(from, to));
            TapResult result = query(main, Map.of(), room(), until);
            take(result, IntStream.range(from, to).boxed().toList());
        }
    }

    private TapResult query(String text, Map<String, StarTable> uploads, long maxrec, DeadlineMonitor until)
            throws VoException {
        if (until.isCanceled()) {
            throw new OperationCanceledException();
        }
        told.accept(text);
        Duration silence = until.left().plus(LATER);
        return tap.query(new TapQuery(service.url(), text, uploads, OptionalLong.of(maxrec), silence), until);
    }

    private void take(TapResult result, List<Integer> positions) throws VoException {
        harvest.add(result.table(), positions);
        overflow |= result.overflow() || harvest.cut();
    }

    private long room() {
        return (long) request.perService() - harvest.size();
    }
}
