package org.volans.tap.ui.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;

/** Tells the Jobs view that the ledger of jobs has changed, or a result has come. Safe for concurrent use, no I/O. */
@Component(service = LedgerNews.class)
public final class LedgerNews {

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** The listener is called from any thread. */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    /** Ends what {@link #addListener} began. */
    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    /** There is something new. */
    public void tell() {
        listeners.forEach(Runnable::run);
    }
}
