package org.volans.discovery.internal;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.volans.api.ProtocolException;
import org.volans.api.discovery.DiscoveryReport;
import org.volans.api.discovery.DiscoveryRequest;
import org.volans.api.discovery.DiscoveryService;
import org.volans.api.discovery.ServiceOutcome;
import org.volans.api.geometry.Position;
import org.volans.api.tap.TapService;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.RowListStarTable;
import uk.ac.starlink.table.StarTable;

/** Asks every service on a virtual thread of its own, each with a clock of its own. */
@Component
public final class ParallelDiscoveryService implements DiscoveryService {

    private final TapService tap;
    private final Duration patience;

    /** @param tap must heed the monitors that it is given: cancelling them is what ends a hung service */
    @Activate
    public ParallelDiscoveryService(@Reference TapService tap) {
        this(tap, Interview.PATIENCE);
    }

    /** As the other constructor; how long answered services may take over what has no region. */
    ParallelDiscoveryService(TapService tap, Duration patience) {
        this.tap = tap;
        this.patience = patience;
    }

    @Override
    public DiscoveryReport discover(
            DiscoveryRequest request, Consumer<ServiceOutcome> listener, IProgressMonitor monitor) {
        return ask(request, part -> part.outcomes().forEach(listener), monitor);
    }

    @Override
    public DiscoveryReport ask(DiscoveryRequest request, Consumer<DiscoveryReport> listener, IProgressMonitor monitor) {
        List<DiscoveryRequest.Service> services = request.services();
        StarTable upload = positions(request.positions());
        Consumer<ServiceAnswer> teller = oneAtATime(listener, monitor);
        monitor.beginTask("Asking " + services.size() + " ObsCore services", services.size());
        List<Future<ServiceAnswer>> asked = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (DiscoveryRequest.Service service : services) {
                asked.add(threads.submit(() -> {
                    ServiceAnswer answer = ServiceAnswer.ask(tap, request, service, upload, patience, monitor);
                    teller.accept(answer);
                    return answer;
                }));
            }
        }
        if (monitor.isCanceled()) {
            throw new OperationCanceledException();
        }
        return report(asked.stream().map(ParallelDiscoveryService::got).toList());
    }

    @Override
    public DiscoveryReport merge(List<DiscoveryReport> parts) throws ProtocolException {
        Map<URI, ServiceAnswer> last = new LinkedHashMap<>();
        for (DiscoveryReport part : parts) {
            ServiceAnswer.of(part)
                    .forEach(answer -> last.put(answer.outcome().service().url(), answer));
        }
        return report(List.copyOf(last.values()));
    }

    private static DiscoveryReport report(List<ServiceAnswer> answers) {
        List<ServiceOutcome> outcomes =
                answers.stream().map(ServiceAnswer::outcome).toList();
        return new DiscoveryReport(
                outcomes,
                Merge.table(
                        outcomes.stream().map(ServiceOutcome::service).toList(),
                        answers.stream().map(ServiceAnswer::matches).toList()));
    }

    private static Consumer<ServiceAnswer> oneAtATime(Consumer<DiscoveryReport> listener, IProgressMonitor monitor) {
        // a lock, not a synchronized block, which would pin the carrier threads of virtual ones up to Java 23
        ReentrantLock lock = new ReentrantLock();
        return answer -> {
            lock.lock();
            try {
                listener.accept(report(List.of(answer)));
                monitor.worked(1);
            } finally {
                lock.unlock();
            }
        };
    }

    /** All threads are at their end by now. */
    private static ServiceAnswer got(Future<ServiceAnswer> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException own) {
                throw own;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperationCanceledException();
        }
    }

    /** What is uploaded: {@code position_index}, {@code ra}, {@code dec} in degrees. */
    private static StarTable positions(List<Position> positions) {
        ColumnInfo index = new ColumnInfo("position_index", Integer.class, "Position in the request, from 0");
        ColumnInfo ra = new ColumnInfo("ra", Double.class, "Right ascension, ICRS");
        ColumnInfo dec = new ColumnInfo("dec", Double.class, "Declination, ICRS");
        index.setUCD("meta.id;meta.main");
        ra.setUCD("pos.eq.ra;meta.main");
        dec.setUCD("pos.eq.dec;meta.main");
        ra.setUnitString("deg");
        dec.setUnitString("deg");
        RowListStarTable table = new RowListStarTable(new ColumnInfo[] {index, ra, dec});
        table.setName(ObscoreAdql.UPLOAD);
        for (int i = 0; i < positions.size(); i++) {
            table.addRow(
                    new Object[] {i, positions.get(i).ra(), positions.get(i).dec()});
        }
        return table;
    }
}
