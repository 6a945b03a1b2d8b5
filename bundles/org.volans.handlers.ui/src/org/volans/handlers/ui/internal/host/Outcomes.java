package org.volans.handlers.ui.internal.host;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Component;
import org.volans.api.handler.HandlerListener;
import org.volans.api.handler.HandlerRun;
import org.volans.ui.work.Listeners;

/** What each handler did last. Safe for concurrent use. */
@Component(service = {HandlerListener.class, Outcomes.class})
public final class Outcomes implements HandlerListener {

    private final Map<String, HandlerRun> latest = new ConcurrentHashMap<>();
    private final Listeners listeners = new Listeners();

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

    /** The listener is called when a handler has run, or there are other handlers or rules; from any thread. */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    /** Ends what {@link #addListener} began. */
    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }
}
