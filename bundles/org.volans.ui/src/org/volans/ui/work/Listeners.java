package org.volans.ui.work;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Those who want to be told of changes. Safe for concurrent use. */
public final class Listeners {

    private final List<Runnable> all = new CopyOnWriteArrayList<>();

    /** The listener is told from now on. */
    public void add(Runnable listener) {
        all.add(listener);
    }

    /** Ends what {@link #add} began. */
    public void remove(Runnable listener) {
        all.remove(listener);
    }

    /** Tells all of them, on the thread that calls. */
    public void tell() {
        all.forEach(Runnable::run);
    }
}
