package org.volans.registry.ui.internal;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Control;
import org.volans.api.registry.RegistryService;
import org.volans.ui.services.RegistryChoice;
import org.volans.ui.work.Failure;
import org.volans.ui.work.Workplace;

/**
 * Keeps the list up to what the user looks for: asks the registry when it must, else narrows what is there. The latest
 * wish wins. UI thread only; the work is done elsewhere.
 */
final class Searcher {

    /** So many records are asked for at first, and each time more are wanted ten times as many. */
    private static final int STEP = 1000;

    /** How the search stands. */
    enum Phase {
        /** There is nothing to look for. */
        IDLE,
        RUNNING,
        ENDED,
        STOPPED,
        FAILED
    }

    /**
     * What there is to show.
     *
     * @param phase   of the newest search
     * @param shown   the list
     * @param fresh   whether the list is of the newest search; until that has found something the one before stays
     * @param failure why it failed, when it did
     */
    record Outcome(Phase phase, Optional<Shown> shown, boolean fresh, Optional<Failure> failure) {}

    private final Workplace asking;
    private final Workplace listing;
    private final RegistryService registry;
    private final RegistryChoice choice;
    private final Consumer<Outcome> listener;
    private Criteria now = Criteria.NOTHING;
    private Optional<Shown.Order> order = Optional.empty();
    private Phase phase = Phase.IDLE;
    private Optional<Failure> failure = Optional.empty();
    private Optional<Shown> shown = Optional.empty();
    private @Nullable Search newest;
    private @Nullable Search listed;
    private @Nullable Search shownSearch;
    private boolean stale;
    private int step = STEP;

    /** @param listener told of every change */
    Searcher(Control owner, RegistryService registry, RegistryChoice choice, Consumer<Outcome> listener) {
        this.asking = new Workplace(owner);
        this.listing = Workplace.quiet(owner);
        this.registry = registry;
        this.choice = choice;
        this.listener = listener;
    }

    /** Asks the registry after a pause, or forgets everything when there is nothing to ask. */
    void search(Criteria criteria, Duration pause) {
        now = criteria;
        failure = Optional.empty();
        if (criteria.blank()) {
            clear();
            return;
        }
        Search search = new Search(registry, choice.current(), criteria);
        Search before = newest;
        if (before != null && !before.endpoint().equals(search.endpoint())) {
            forget();
        }
        newest = search;
        step = STEP;
        go(search, pause);
    }

    /** Whether the newest search is in that registry. */
    boolean asks(URI endpoint) {
        Search search = newest;
        return search != null && search.endpoint().equals(endpoint);
    }

    private void clear() {
        asking.cancel();
        newest = null;
        forget();
        phase = Phase.IDLE;
        tell();
    }

    private void forget() {
        listing.cancel();
        listed = null;
        shown = Optional.empty();
    }

    private void go(Search search, Duration pause) {
        phase = Phase.RUNNING;
        failure = Optional.empty();
        int more = step;
        asking.runAfter(
                pause,
                "Searching the registry " + choice.name(),
                monitor -> {
                    search.run(more, () -> asking.show(() -> arrived(search)), monitor);
                    return search;
                },
                h -> {
                    phase = Phase.ENDED;
                    arrived(h);
                },
                why -> {
                    forgetOthers();
                    boolean stopped = why.cause() instanceof OperationCanceledException;
                    phase = stopped ? Phase.STOPPED : Phase.FAILED;
                    failure = stopped ? Optional.empty() : Optional.of(why);
                    tell();
                });
        tell();
    }

    /** Changes facets only: what is there is narrowed when all that is wanted is in it. */
    void narrow(Criteria criteria) {
        Search search = listed;
        if (search != null && search == newest && criteria.within(search.asked(), search.complete())) {
            now = criteria;
            list();
        } else {
            search(criteria, Duration.ZERO);
        }
    }

    /** Sorts; without an order the registry's own stands. */
    void sort(Optional<Shown.Order> by) {
        order = by;
        list();
    }

    /** Asks for the records behind those that are listed. */
    void more() {
        Search search = newest;
        if (search != null && !asking.busy()) {
            step *= phase == Phase.ENDED && step < 100 * STEP ? 10 : 1;
            go(search, Duration.ZERO);
        }
    }

    /** Ends what is going on; what has been found stays. */
    void stop() {
        if (asking.busy()) {
            asking.cancel();
            forgetOthers();
            phase = Phase.STOPPED;
            tell();
        }
    }

    /** A search that ended before it found anything must not leave the list of another one. */
    private void forgetOthers() {
        if (listed != newest) {
            forget();
        }
    }

    private void arrived(Search search) {
        if (search == newest) {
            listed = search;
            list();
        }
    }

    private void list() {
        Search search = listed;
        if (search == null) {
            tell();
            return;
        }
        if (listing.busy()) {
            // not superseded but repeated, or a stream of pages would put the list off for ever
            stale = true;
            return;
        }
        stale = false;
        Criteria criteria = now;
        Optional<Shown.Order> by = order;
        listing.run(
                "Listing resources",
                monitor -> Shown.of(search.state(), criteria, by),
                list -> show(search, list),
                why -> {
                    phase = Phase.FAILED;
                    failure = Optional.of(why);
                    tell();
                });
    }

    private void show(Search search, Shown list) {
        shownSearch = search;
        shown = Optional.of(list);
        tell();
        if (stale) {
            list();
        }
    }

    private void tell() {
        listener.accept(new Outcome(phase, shown, shownSearch == newest, failure));
    }
}
