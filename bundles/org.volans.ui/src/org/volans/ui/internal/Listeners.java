package org.volans.ui.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Those who want to be told of changes. Safe for concurrent use. */
final class Listeners {

    private final List<Runnable> all = new CopyOnWriteArrayList<>();

    void add(Runnable listener) {
        all.add(listener);
    }

    void remove(Runnable listener) {
        all.remove(listener);
    }

    void tell() {
        all.forEach(Runnable::run);
    }
}
