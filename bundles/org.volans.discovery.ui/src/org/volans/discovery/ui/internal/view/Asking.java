package org.volans.discovery.ui.internal.view;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.core.resources.IFile;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.widgets.Control;
import org.volans.api.discovery.DiscoveryReport;
import org.volans.api.discovery.DiscoveryRequest;
import org.volans.api.discovery.DiscoveryService;
import org.volans.api.discovery.ServiceOutcome;
import org.volans.ui.work.Failure;
import org.volans.ui.work.Workplace;

/**
 * Asks services, keeps what they say of the same positions, also when some of them are asked again, and makes a table of it.
 * UI thread only.
 */
@NonNullByDefault({})
final class Asking {

    private static final int TICK = 200;
    private static final int MOST_ROWS_EACH = 5000;

    /** What has been asked and heard. */
    private static final class Run {
        final Positions positions;
        final Settings asked;
        final List<DiscoveryReport> parts = new ArrayList<>();
        final long began = System.nanoTime();

        /** The table of all parts, once it is written. */
        Optional<IFile> table = Optional.empty();

        Run(Positions positions, Settings asked) {
            this.positions = positions;
            this.asked = asked;
        }
    }

    private final DiscoveryService discovery;
    private final ResultFile results;
    private final ServiceTable services;
    private final Workplace asking;
    private final Workplace writing;
    private final Consumer<String> say;
    private final Consumer<IFile> open;
    private final Runnable changed;
    private Optional<Run> run = Optional.empty();

    /**
     * @param owner   whose life bounds the asking
     * @param say     told one line on how it goes
     * @param open    given each table that is to be shown
     * @param changed told when something has begun or ended
     */
    Asking(
            Control owner,
            DiscoveryService discovery,
            ResultFile results,
            ServiceTable services,
            Consumer<String> say,
            Consumer<IFile> open,
            Runnable changed) {
        this.discovery = discovery;
        this.results = results;
        this.services = services;
        this.asking = new Workplace(owner);
        this.writing = new Workplace(owner);
        this.say = say;
        this.open = open;
        this.changed = changed;
    }

    boolean busy() {
        return asking.busy();
    }

    /** Whether anything has been heard that can be opened. */
    boolean hasMatches() {
        return run.isPresent() && Tally.of(services.rows()).matches() > 0;
    }

    /** Stops, and forgets what was heard. */
    void forget() {
        stop();
        run = Optional.empty();
    }

    /** Asks something else. */
    void start(Positions positions, Settings asked, List<ServiceRow> whom) {
        forget();
        services.rows().forEach(ServiceRow::reset);
        services.update(services.rows());
        Run fresh = new Run(positions, asked);
        run = Optional.of(fresh);
        start(fresh, whom);
    }

    /** Asks some services once more what was asked last. */
    void again(List<ServiceRow> whom) {
        run.filter(r -> !whom.isEmpty() && !busy()).ifPresent(r -> start(r, whom));
    }

    private void start(Run now, List<ServiceRow> whom) {
        whom.forEach(row -> row.asking(now.asked.patience()));
        services.update(whom);
        List<DiscoveryRequest.Service> asked =
                whom.stream().map(ServiceRow::service).toList();
        asking.run(
                "Asking " + asked.size() + (asked.size() == 1 ? " service" : " services") + " for data at "
                        + now.positions.name(),
                monitor -> discovery.ask(
                        new DiscoveryRequest(
                                asked,
                                now.positions.all(),
                                now.asked.radius() / 60,
                                now.asked.kind(),
                                MOST_ROWS_EACH,
                                now.asked.patience()),
                        part -> asking.show(() -> heard(now, part)),
                        monitor),
                report -> ended(now),
                failure -> failed(whom, failure));
        tell(now);
        tick(now);
    }

    private void tell(Run now) {
        say.accept(Tally.of(services.rows()).words(now.positions.name()));
        changed.run();
    }

    private boolean current(Run now) {
        return busy() && run.filter(now::equals).isPresent();
    }

    /** The time that passes is shown as it passes. */
    private void tick(Run now) {
        Control table = services.viewer().getControl();
        table.getDisplay().timerExec(TICK, () -> {
            if (!table.isDisposed() && current(now)) {
                services.update(services.rows().stream()
                        .filter(row -> row.state() == ServiceRow.State.ASKING)
                        .toList());
                tick(now);
            }
        });
    }

    private void heard(Run now, DiscoveryReport part) {
        if (!current(now)) {
            return;
        }
        now.parts.add(part);
        now.table = Optional.empty();
        for (ServiceOutcome outcome : part.outcomes()) {
            services.row(outcome.service().url()).ifPresent(row -> {
                row.ended(outcome);
                services.update(List.of(row));
            });
        }
        tell(now);
    }

    private void ended(Run now) {
        tell(now);
        open();
    }

    private void failed(List<ServiceRow> whom, Failure failure) {
        whom.forEach(ServiceRow::stopped);
        services.update(whom);
        say.accept(failure.message());
        changed.run();
    }

    /** Lets all go that have not answered; what others have said stays. */
    void stop() {
        boolean was = busy();
        asking.cancel();
        if (was) {
            services.rows().forEach(ServiceRow::stopped);
            services.update(services.rows());
            run.ifPresent(this::tell);
        }
    }

    /** Opens the table of what has been heard, which is written first where it is not yet; nothing when there is nothing. */
    void open() {
        run.filter(r -> hasMatches())
                .ifPresent(r -> r.table.filter(IFile::exists).ifPresentOrElse(open, () -> write(r)));
    }

    private void write(Run now) {
        // in the order of the list, whoever was quicker; what one said when it was asked again stays behind
        List<DiscoveryReport> parts = now.parts.stream()
                .sorted(Comparator.comparingInt(part -> services.place(url(part))))
                .toList();
        double seconds = (System.nanoTime() - now.began) / 1e9;
        writing.run(
                "Writing what services said of " + now.positions.name(),
                monitor -> results.write(parts, now.positions.name(), now.asked, seconds, monitor),
                file -> {
                    if (parts.size() == now.parts.size()) {
                        now.table = Optional.of(file);
                    }
                    open.accept(file);
                },
                failure -> say.accept(failure.message()));
    }

    private static URI url(DiscoveryReport part) {
        return part.outcomes().getFirst().service().url();
    }
}
