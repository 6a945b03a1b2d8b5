package org.volans.samp.ui.internal.view;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.volans.api.samp.SampExchange;
import org.volans.api.samp.SampListener;

/** Tells views that something is new. Safe for concurrent use. */
@Component(service = {SampListener.class, SampNews.class})
public final class SampNews implements SampListener {

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    @Override
    public void changed() {
        listeners.forEach(Runnable::run);
    }

    @Override
    public void exchanged(SampExchange exchange) {
        listeners.forEach(Runnable::run);
    }

    /** The listener is called after each change, from any thread. */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    /** Ends what {@link #addListener} began. */
    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }
}
