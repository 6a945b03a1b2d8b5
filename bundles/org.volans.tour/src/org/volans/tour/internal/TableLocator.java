package org.volans.tour.internal;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.cutout.ServiceTable;
import org.volans.api.discovery.DiscoveryRequest;
import org.volans.api.inquiry.Inquiry;
import org.volans.api.registry.RegistryConstraint;
import org.volans.api.registry.RegistryQuery;
import org.volans.api.registry.RegistryRecord;
import org.volans.api.registry.RegistryService;
import org.volans.api.registry.ServiceType;
import org.volans.api.tap.TapService;

/** Finds the service that has a table of a given name: by the registry, else by asking the services at hand. */
final class TableLocator {

    private final RegistryService registry;
    private final TapService tap;
    private final Inquiry inquiry;
    private final Log log;

    TableLocator(RegistryService registry, TapService tap, Inquiry inquiry) {
        this.registry = registry;
        this.tap = tap;
        this.inquiry = inquiry;
        this.log = new Log(inquiry.journal());
    }

    ServiceTable locate(String table, List<DiscoveryRequest.Service> near, IProgressMonitor monitor)
            throws VoException {
        Map<URI, String> places = new LinkedHashMap<>();
        for (RegistryRecord record : registered(table, monitor)) {
            record.access(ServiceType.TAP).ifPresent(a -> places.putIfAbsent(a.accessUrl(), record.title()));
        }
        Optional<ServiceTable> found = first(table, places, monitor);
        if (found.isEmpty()) {
            // records of services often leave tables out: ask those that serve this waveband themselves
            Map<URI, String> others = new LinkedHashMap<>();
            near.stream().filter(s -> !places.containsKey(s.url())).forEach(s -> others.put(s.url(), s.name()));
            found = first(table, others, monitor);
        }
        return found.orElseThrow(() -> new InputException("no service that the registry knows has a table " + table));
    }

    /** A registry that does not know tables, or cannot be asked for them, is no reason not to ask the services. */
    private List<RegistryRecord> registered(String table, IProgressMonitor monitor) {
        RegistryQuery query =
                RegistryQuery.of(new RegistryConstraint.TableName(table), new RegistryConstraint.Type(ServiceType.TAP));
        try {
            return log.ask(
                    "registry",
                    inquiry.registry(),
                    "table name: " + table + "; type: tap",
                    () -> registry.search(inquiry.registry(), query, monitor),
                    found -> Log.count(found.size(), "resource"));
        } catch (VoException e) {
            log.warn(e.getMessage());
            return List.of();
        }
    }

    /**
     * Asks all places at once; the first that has the table wins and the others are let go, as is who has not answered
     * in the time that one service may take.
     */
    private Optional<ServiceTable> first(String table, Map<URI, String> places, IProgressMonitor monitor) {
        LinkedMonitor asking = new LinkedMonitor(monitor);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletionService<Optional<ServiceTable>> answers = new ExecutorCompletionService<>(threads);
            places.forEach((url, name) -> answers.submit(() -> at(table, url, name, asking)));
            Optional<ServiceTable> found = Optional.empty();
            long end = System.nanoTime() + inquiry.timeout().toNanos();
            for (int i = 0; i < places.size() && found.isEmpty(); i++) {
                Future<Optional<ServiceTable>> answer = answers.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (answer == null) {
                    log.warn("not every service said within "
                            + inquiry.timeout().toSeconds() + " s whether it has a table " + table);
                    break;
                }
                found = answer.get();
            }
            asking.setCanceled(true);
            return found;
        } catch (InterruptedException e) {
            asking.setCanceled(true);
            Thread.currentThread().interrupt();
            throw new OperationCanceledException();
        } catch (ExecutionException e) {
            asking.setCanceled(true);
            throw new IllegalStateException(e.getCause());
        }
    }

    private Optional<ServiceTable> at(String table, URI url, String name, IProgressMonitor monitor) {
        try {
            return Optional.of(log.ask(
                    name,
                    url,
                    "columns of " + table,
                    () -> new ServiceTable(name, url, tap.table(url, table, monitor)),
                    found -> Log.count(found.table().columns().size(), "column")));
        } catch (VoException e) {
            return Optional.empty(); // written down by the step; another service may have it
        } catch (OperationCanceledException e) {
            return Optional.empty(); // another service was quicker, or the user has stopped the tour
        }
    }
}
