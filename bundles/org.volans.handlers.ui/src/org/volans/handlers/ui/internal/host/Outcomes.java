package org.volans.handlers.ui.internal.host;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.volans.api.handler.HandlerListener;
import org.volans.api.handler.HandlerRun;

/** What each handler did last. Safe for concurrent use. */
@Component(service = {HandlerListener.class, Outcomes.class})
public final class Outcomes implements HandlerListener {

    private final Map<String, HandlerRun> latest = new ConcurrentHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    @Override
    public void ran(HandlerRun run) {
        latest.put(run.handler(), run);
        listeners.forEach(Runnable::run);
    }

    @Override
    public void changed() {
        listeners.forEach(Runnable::run);
    }

    /** Empty when a handler has not run yet. */
    public Optional<HandlerRun> of(String handler) {
        return Optional.ofNullable(latest.get(handler));
    }

    /** The listener is called when a handler has run, or there are other handlers or rules; from any thread. */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    /** Ends what {@link #addListener} began. */
    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }
}
