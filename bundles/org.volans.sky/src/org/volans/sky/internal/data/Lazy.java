package org.volans.sky.internal.data;

import java.util.function.Supplier;
import org.eclipse.jdt.annotation.Nullable;

/** A value made when it is first asked for, once. Safe for concurrent use; askers wait for the one that makes it. */
public final class Lazy<T> implements Supplier<T> {

    private final Supplier<T> maker;
    private @Nullable T value;

    public Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public synchronized T get() {
        T made = value;
        if (made == null) {
            made = maker.get();
            value = made;
        }
        return made;
    }
}
