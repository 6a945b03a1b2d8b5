package org.volans.discovery.ui.internal.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.core.resources.IFile;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Link;
import org.volans.api.discovery.DiscoveryRequest;
import org.volans.api.discovery.DiscoveryService;
import org.volans.api.geometry.Position;
import org.volans.api.registry.RegistryService;
import org.volans.ui.selection.OpenTable;
import org.volans.ui.services.RegistryChoice;
import org.volans.ui.widgets.StatePane;
import org.volans.ui.widgets.StatePane.Choice;
import org.volans.ui.work.Failure;
import org.volans.ui.work.Workplace;

/** The Discovery view's widgets: what is asked, whom, and how it goes. UI thread only. */
@NonNullByDefault({})
final class DiscoveryPane {

    /**
     * Whom the pane works with.
     *
     * @param registry  finds services
     * @param choice    which registry
     * @param discovery asks them
     * @param results   writes what they say
     * @param open      shows a result
     * @param sky       starts the embedded sky
     */
    record Surroundings(
            RegistryService registry,
            RegistryChoice choice,
            DiscoveryService discovery,
            ResultFile results,
            Consumer<IFile> open,
            Runnable sky) {}

    private final Surroundings around;
    private final Runnable changed;

    /** Nothing yet, or no way to go on: in place of everything. */
    private final StatePane whole;

    /** In place of the services. */
    private final StatePane state;

    private final DiscoveryForm form;
    private final ServiceTable services;
    private final Link summary;
    private final Workplace finding;
    private final Asking asking;
    private Settings settings;
    private boolean askWhenFound;

    /** Whether the view says what can be done here, for want of anything else. */
    private boolean offering;

    /** @param changed told when what can be done has changed */
    DiscoveryPane(Composite parent, Surroundings around, Settings settings, Runnable changed) {
        this.around = around;
        this.settings = settings;
        this.changed = changed;
        whole = new StatePane(parent);
        Composite area = whole.content();
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(area);
        form = new DiscoveryForm(area, this::ask, this::findServices);
        form.show(settings);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(form.control());
        state = new StatePane(area);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(state);
        services = new ServiceTable(state.content());
        summary = new Link(area, SWT.NONE);
        summary.setData("org.volans.id", "discovery.summary");
        GridDataFactory.fillDefaults().indent(8, 0).grab(true, false).applyTo(summary);
        finding = new Workplace(area);
        asking = new Asking(
                area, around.discovery(), around.results(), services, this::say, around.open(), this::changed);
        summary.addListener(SWT.Selection, e -> asking.open());
        restart();
    }

    private void changed() {
        form.setAsking(asking.busy());
        changed.run();
    }

    ServiceTable services() {
        return services;
    }

    Asking asking() {
        return asking;
    }

    void setFocus() {
        if (whole.showsContent()) {
            form.setFocus();
        } else {
            whole.setFocus();
        }
    }

    void setTables(List<OpenTable> tables) {
        form.setTables(tables);
        if (offering) {
            sayOffer();
        }
    }

    /** What is to be kept for the next session. */
    Settings settings() {
        return form.settings(services.rows().isEmpty() ? settings.left() : services.left());
    }

    /** Another registry is in use: nothing is known of services any more. The embedded sky's are found at once. */
    void restart() {
        if (around.choice().temporary()) {
            findServices();
        } else {
            offer();
        }
    }

    /** Says what can be done here. */
    private void offer() {
        finding.cancel();
        asking.forget();
        askWhenFound = false;
        settings = settings();
        services.show(List.of(), settings.left());
        offering = true;
        sayOffer();
        changed();
    }

    private void sayOffer() {
        List<Choice> choices = new ArrayList<>();
        form.suggestion()
                .ifPresent(p -> choices.add(
                        new Choice("Find " + (form.waveband() + " data").strip() + " for " + p.name(), () -> ask(p))));
        choices.add(new Choice("Find services in " + around.choice().name(), this::findServices));
        choices.add(new Choice("Try it on the embedded sky", around.sky()));
        whole.showEmpty(
                "Which data cover your positions?",
                "Every service with observations is asked at once, for the positions of a table or one that you type.",
                choices.toArray(Choice[]::new));
    }

    /** Looks for the services of the waveband that is chosen. */
    void findServices() {
        offering = false;
        asking.forget();
        settings = settings();
        // those that show are of the search before; who asks now waits for the new ones
        services.show(List.of(), settings.left());
        String waveband = form.waveband();
        String which = waveband.isEmpty() ? "ObsCore services" : "ObsCore services with " + waveband + " data";
        whole.showContent();
        state.showBusy("Asking " + around.choice().name() + " for " + which + "\u2026", this::offer);
        say("");
        finding.run(
                which,
                monitor -> DiscoveryRequest.Service.of(around.registry()
                        .search(around.choice().current(), DiscoveryRequest.Service.query(waveband), monitor)),
                found -> show(found, which),
                this::notFound);
        changed();
    }

    private void notFound(Failure failure) {
        askWhenFound = false;
        whole.showFailure(
                "The registry did not answer",
                failure,
                new Choice("Try again", this::findServices),
                new Choice("Try it on the embedded sky", around.sky()));
    }

    private void show(List<DiscoveryRequest.Service> found, String which) {
        boolean ask = askWhenFound;
        askWhenFound = false;
        services.show(found.stream().map(ServiceRow::new).toList(), settings.left());
        if (found.isEmpty()) {
            state.showEmpty("No " + which, around.choice().name() + " knows none. Choose another waveband.");
            return;
        }
        state.showContent();
        say(found.size() + (found.size() == 1 ? " service, not asked yet." : " services, none asked yet."));
        changed();
        if (ask) {
            ask();
        }
    }

    /** Asks for the positions of a table. */
    void ask(OpenTable table) {
        form.choose(table);
        ask();
    }

    private void ask(Positions positions) {
        switch (positions) {
            case Positions.OfTable table -> ask(table.table());
            case Positions.One one -> ask(one.position());
        }
    }

    /** Asks for one position. */
    void ask(Position position) {
        form.choose(position);
        ask();
    }

    /** Asks all services that are checked what the form says; where none are known, they are found first. */
    void ask() {
        Optional<Positions> positions = form.positions();
        if (positions.isEmpty()) {
            offering = false;
            whole.showContent();
            say(
                    form.typed().isEmpty()
                            ? "Open a table with positions, or type one: 240.484 46.768."
                            : "'" + form.typed() + "' is neither an open table with positions nor a position such as"
                                    + " 240.484 46.768.");
            form.setFocus();
        } else if (services.rows().isEmpty()) {
            askWhenFound = true;
            if (!finding.busy()) {
                findServices();
            }
        } else if (services.chosen().isEmpty()) {
            say("Check the services that are to be asked.");
        } else {
            form.fold();
            settings = settings();
            asking.start(positions.get(), settings, services.chosen());
        }
    }

    /** Asks all that have failed once more. */
    void askFailedAgain() {
        asking.again(services.rows().stream().filter(ServiceRow::failed).toList());
    }

    private void say(String words) {
        summary.setText(words.replace("&", "&&"));
        summary.setToolTipText(words.replaceAll("</?a>", ""));
        summary.getParent().layout(true);
    }
}
