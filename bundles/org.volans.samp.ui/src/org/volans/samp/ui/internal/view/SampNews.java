package org.volans.samp.ui.internal.view;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.propertytypes.SatisfyingConditionTarget;
import org.volans.api.WorkbenchCondition;
import org.volans.api.samp.SampExchange;
import org.volans.api.samp.SampListener;
import org.volans.ui.work.Failure;
import org.volans.ui.work.Listeners;

/** Tells views that something is new. Safe for concurrent use. */
@Component(service = {SampListener.class, SampNews.class})
@SatisfyingConditionTarget(WorkbenchCondition.TARGET)
public final class SampNews implements SampListener {

    private final Listeners listeners = new Listeners();
    private volatile Optional<Failure> refusal = Optional.empty();

    @Override
    public void changed() {
        listeners.tell();
    }

    @Override
    public void exchanged(SampExchange exchange) {
        listeners.tell();
    }

    /** Volans could not take part when it started. */
    public void refused(Failure failure) {
        refusal = Optional.of(failure);
        listeners.tell();
    }

    /** Why Volans could not take part when it started; told once. */
    Optional<Failure> takeRefusal() {
        Optional<Failure> taken = refusal;
        refusal = Optional.empty();
        return taken;
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
