package org.volans.discovery.ui.internal.view;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.volans.api.discovery.DiscoveryRequest;
import org.volans.api.discovery.ServiceOutcome;
import org.volans.ui.widgets.Count;

/** One service and how it fares. UI thread only. */
final class ServiceRow {

    /** How far it is. */
    enum State {
        NOT_ASKED(""),
        ASKING("asking\u2026"),
        ANSWERED("answered"),
        OVERFLOW("cut off"),
        FAILED("failed"),
        TIMED_OUT("timed out"),
        STOPPED("stopped");

        private final String label;

        State(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** Length of the bar that shows how much of its time is over. */
    private static final int BLOCKS = 5;

    private final DiscoveryRequest.Service service;
    private State state = State.NOT_ASKED;
    private long since;
    private Duration timeout = Duration.ZERO;
    private Optional<ServiceOutcome> outcome = Optional.empty();

    ServiceRow(DiscoveryRequest.Service service) {
        this.service = service;
    }

    DiscoveryRequest.Service service() {
        return service;
    }

    State state() {
        return state;
    }

    Optional<ServiceOutcome> outcome() {
        return outcome;
    }

    /** Nothing is known of it any more. */
    void reset() {
        state = State.NOT_ASKED;
        outcome = Optional.empty();
    }

    void asking(Duration longest) {
        state = State.ASKING;
        since = System.nanoTime();
        timeout = longest;
        outcome = Optional.empty();
    }

    /** It has been let go before it had answered. */
    void stopped() {
        if (state == State.ASKING) {
            state = State.STOPPED;
        }
    }

    void ended(ServiceOutcome how) {
        outcome = Optional.of(how);
        state = switch (how) {
            case ServiceOutcome.Answered a -> a.overflow() ? State.OVERFLOW : State.ANSWERED;
            case ServiceOutcome.Failed f -> f.timedOut() ? State.TIMED_OUT : State.FAILED;
        };
    }

    /** Whether asking again may help. */
    boolean failed() {
        return state == State.FAILED || state == State.TIMED_OUT || state == State.STOPPED;
    }

    /** So far, or in all; empty before it was asked. */
    Optional<Duration> elapsed() {
        return state == State.ASKING
                ? Optional.of(Duration.ofNanos(System.nanoTime() - since))
                : outcome.map(ServiceOutcome::elapsed);
    }

    /** The time in seconds; while it is asked, in front of it how much of its time is over. */
    String time() {
        String seconds = elapsed()
                .map(e -> String.format(Locale.ROOT, "%.1f s", e.toMillis() / 1000.0))
                .orElse("");
        if (state != State.ASKING) {
            return seconds;
        }
        double spent = elapsed().orElse(Duration.ZERO).toMillis() / Math.max(1.0, timeout.toMillis());
        int full = (int) Math.min(BLOCKS, Math.ceil(spent * BLOCKS));
        return "\u25b0".repeat(full) + "\u25b1".repeat(BLOCKS - full) + " " + seconds;
    }

    String dataSets() {
        return outcome.orElse(null) instanceof ServiceOutcome.Answered a ? Count.of(a.dataSets()) : "";
    }

    String matches() {
        return outcome.orElse(null) instanceof ServiceOutcome.Answered a ? Count.of(a.matches()) : "";
    }

    /** The ADQL that was sent last, or empty. */
    String adql() {
        return outcome.map(ServiceOutcome::adql).orElse("");
    }

    /** Its fault in its own words, or what is to be said of its answer. */
    String says() {
        return switch (outcome.orElse(null)) {
            case ServiceOutcome.Answered a
            when a.overflow() ->
                "it cut its answer off: there is more" + (a.note().isEmpty() ? "" : "; " + a.note());
            case ServiceOutcome.Answered a -> a.note();
            case ServiceOutcome.Failed f -> f.message();
            case null -> "";
        };
    }
}
