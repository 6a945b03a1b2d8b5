package org.volans.samp.ui.internal.view;

import org.osgi.service.component.annotations.Component;
import org.volans.api.samp.SampExchange;
import org.volans.api.samp.SampListener;
import org.volans.ui.work.Listeners;

/** Tells views that something is new. Safe for concurrent use. */
@Component(service = {SampListener.class, SampNews.class})
public final class SampNews implements SampListener {

    private final Listeners listeners = new Listeners();

    @Override
    public void changed() {
        listeners.tell();
    }

    @Override
    public void exchanged(SampExchange exchange) {
        listeners.tell();
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
