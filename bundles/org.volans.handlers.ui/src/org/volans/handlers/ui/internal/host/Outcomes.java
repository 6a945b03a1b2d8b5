package org.volans.handlers.ui.internal.host;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.propertytypes.SatisfyingConditionTarget;
import org.volans.api.WorkbenchCondition;
import org.volans.api.handler.HandlerListener;
import org.volans.api.handler.HandlerRun;
import org.volans.api.handler.HandlerWork;
import org.volans.ui.work.Listeners;

/** What each handler does, and did last. Safe for concurrent use. */
@Component(service = {HandlerListener.class, Outcomes.class})
@SatisfyingConditionTarget(WorkbenchCondition.TARGET)
public final class Outcomes implements HandlerListener {

    private final Map<String, HandlerRun> latest = new ConcurrentHashMap<>();
    private final Set<HandlerWork> running = ConcurrentHashMap.newKeySet();
    private final Listeners listeners = new Listeners();

    @Override
    public void began(HandlerWork work) {
        running.add(work);
        listeners.tell();
        work.end().whenComplete((run, fault) -> {
            running.remove(work);
            listeners.tell();
        });
    }

    @Override
    public void ran(HandlerRun run) {
        latest.put(run.handler(), run);
        listeners.tell();
    }

    @Override
    public void changed() {
        listeners.tell();
    }

    /** Empty when a handler has not run yet. */
    public Optional<HandlerRun> of(String handler) {
        return Optional.ofNullable(latest.get(handler));
    }

    /** Since when a handler works; empty when it does not. */
    public Optional<Instant> since(String handler) {
        return running.stream()
                .filter(work -> work.handler().equals(handler))
                .map(HandlerWork::started)
                .min(Comparator.naturalOrder());
    }

    /** The listener is called when a handler begins or has run, or there are other handlers or rules; from any thread. */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    /** Ends what {@link #addListener} began. */
    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }
}
