package org.volans.adql.ui.internal.meta;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.jobs.IJobChangeListener;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.volans.api.VoException;
import org.volans.api.adql.AdqlContext;
import org.volans.api.table.TableMeta;
import org.volans.api.tap.TapService;

/**
 * Tables, functions and examples of services, fetched once by jobs and shared by all editors; {@link TapService} remembers
 * the capabilities only. Safe for concurrent use;
 * nothing here blocks but the jobs. A fetch that fails is tried again when it is wanted again, after half a minute.
 */
@Component(service = ServiceMeta.class)
public final class ServiceMeta {

    /** A service that does not answer is not asked again sooner, however fast one types. */
    private static final long RETRY_NS = 30_000_000_000L;

    private final TapService tap;
    private final Map<URI, Known> known = new ConcurrentHashMap<>();
    private final Map<URI, Set<String>> wanted = new ConcurrentHashMap<>();
    /** When, by {@link System#nanoTime}. */
    private final Map<URI, Long> failed = new ConcurrentHashMap<>();

    private final List<Job> jobs = new CopyOnWriteArrayList<>();
    private final List<Consumer<URI>> listeners = new CopyOnWriteArrayList<>();

    /** Called by the framework. */
    @Activate
    public ServiceMeta(@Reference TapService tap) {
        this.tap = tap;
    }

    /** Called by the framework. */
    @Deactivate
    void stop() {
        jobs.forEach(Job::cancel);
    }

    /** What is known now. */
    public Known now(URI service) {
        return known.getOrDefault(service, Known.NOTHING);
    }

    /** The listener is called after each change, from any thread. */
    public void addListener(Consumer<URI> listener) {
        listeners.add(listener);
    }

    /** Ends what {@link #addListener} began. */
    public void removeListener(Consumer<URI> listener) {
        listeners.remove(listener);
    }

    /**
     * Fetches what is missing of a service; returns at once.
     *
     * @param tables those whose columns are wanted, as a query writes them
     */
    public void want(URI service, Collection<String> tables) {
        Set<String> all = wanted.computeIfAbsent(service, s -> ConcurrentHashMap.newKeySet());
        tables.forEach(t -> all.add(t.toLowerCase(Locale.ROOT)));
        Known before = now(service);
        @Nullable Long failure = failed.get(service);
        boolean justFailed = failure != null && System.nanoTime() - failure < RETRY_NS;
        if (before.failure() != null && justFailed) {
            return;
        }
        boolean missing =
                !before.loaded() || all.stream().anyMatch(t -> !before.asked().contains(t));
        if (missing && begin(service)) {
            Job job = Job.createSystem(
                    "Reading the tables of " + service.getHost(), (ICoreRunnable) m -> load(service, m));
            jobs.add(job);
            job.addJobChangeListener(IJobChangeListener.onDone(event -> jobs.remove(job)));
            job.schedule();
        }
    }

    /** A fetch that failed is tried again at once when it is wanted the next time. */
    public void retry(URI service) {
        failed.remove(service);
    }

    private synchronized boolean begin(URI service) {
        Known before = now(service);
        if (before.loading()) {
            return false;
        }
        known.put(service, before.loading(true));
        return true;
    }

    private void change(URI service, UnaryOperator<Known> step) {
        synchronized (this) {
            known.put(service, step.apply(now(service)));
        }
        listeners.forEach(l -> l.accept(service));
    }

    private void load(URI service, IProgressMonitor monitor) {
        try {
            if (!now(service).loaded()) {
                tables(service, monitor);
            }
            for (List<String> some = missing(service); !some.isEmpty(); some = missing(service)) {
                for (String table : some) {
                    columns(service, table, monitor);
                }
            }
            change(service, k -> k.loading(false));
        } catch (OperationCanceledException e) {
            change(service, k -> k.loading(false));
        } catch (VoException e) {
            failed.put(service, System.nanoTime());
            change(service, k -> k.failed(e.getMessage()));
        } catch (RuntimeException | Error e) {
            failed.put(service, System.nanoTime());
            change(service, k -> k.failed("Internal fault: " + e));
            throw e;
        }
    }

    private List<String> missing(URI service) {
        Set<String> asked = now(service).asked();
        List<String> missing = new ArrayList<>(wanted.getOrDefault(service, Set.of()));
        missing.removeAll(asked);
        return missing;
    }

    private void tables(URI service, IProgressMonitor monitor) throws VoException {
        AdqlContext context = new AdqlContext(tap.schemas(service, monitor), features(service, monitor));
        change(service, k -> k.with(context, Set.of()));
        try {
            var examples = tap.examples(service, monitor);
            change(service, k -> k.withExamples(examples));
        } catch (VoException e) {
            // a service without examples is none the worse; its own words are in the log
            ILog.of(ServiceMeta.class).info("no examples from " + service + ": " + e.getMessage());
        }
    }

    /** Its own functions; a service that cannot tell them has tables all the same. */
    private List<String> features(URI service, IProgressMonitor monitor) {
        try {
            return tap.capabilities(service, monitor).features();
        } catch (VoException e) {
            ILog.of(ServiceMeta.class).info("no capabilities from " + service + ": " + e.getMessage());
            return List.of();
        }
    }

    private void columns(URI service, String written, IProgressMonitor monitor) throws VoException {
        AdqlContext context = now(service).context();
        TableMeta table = context.table(written).orElse(null);
        AdqlContext more = table == null || !table.columns().isEmpty()
                ? context
                : context.withTable(tap.table(service, table.name(), monitor));
        Set<String> asked = new HashSet<>(now(service).asked());
        asked.add(written);
        change(service, k -> k.with(more, asked));
    }
}
