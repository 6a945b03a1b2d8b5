package org.volans.ui.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Component;
import org.volans.ui.selection.ReceivedSelection;

/** Tells everybody. */
@Component
public final class ReceivedSelectionImpl implements ReceivedSelection {

    private final List<Consumer<Object>> listeners = new CopyOnWriteArrayList<>();

    @Override
    public void receive(Object thing) {
        listeners.forEach(listener -> listener.accept(thing));
    }

    @Override
    public void addListener(Consumer<Object> listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(Consumer<Object> listener) {
        listeners.remove(listener);
    }
}
