package org.volans.registry.ui.internal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.volans.api.registry.RegistryRecord;
import org.volans.api.registry.RegistryService;
import org.volans.registry.ui.internal.Searcher.Outcome;
import org.volans.registry.ui.internal.Searcher.Phase;
import org.volans.ui.services.RegistryChoice;
import org.volans.ui.widgets.StatePane;

/** The whole of the view: form, list and details, status line. UI thread only. */
final class RegistryPane extends Composite implements SearchForm.Listener {

    private static final Duration TYPING = Duration.ofMillis(300);

    /** Wider than this, details stand beside the list. */
    private static final int WIDE = 900;

    private final RegistryChoice choice;
    private final RegistryMenu registries;
    private final SearchForm form;
    private final SashForm sash;
    private final ResultTable results;
    private final DetailsPane details;
    private final StatusBar status;
    private final Searcher searcher;
    private final Messages messages;

    /**
     * @param selected told of the selected records
     * @param actions  what can be done with them, of which the details pane shows a button
     */
    RegistryPane(
            Composite parent,
            RegistryService registry,
            RegistryChoice choice,
            RecordActions actions,
            Consumer<List<RegistryRecord>> selected) {
        super(parent, SWT.NONE);
        this.choice = choice;
        registries = new RegistryMenu(this, choice);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(this);
        searcher = new Searcher(this, registry, choice, this::show);
        form = new SearchForm(this, this);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(form);
        StatePane state = new StatePane(this);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(state);
        state.content().setLayout(new FillLayout());
        sash = new SashForm(state.content(), SWT.VERTICAL | SWT.SMOOTH);
        sash.setData("org.volans.id", "registry.sash");
        details = new DetailsPane(sash, registry, choice, actions);
        results = new ResultTable(sash, searcher::sort, records -> {
            details.show(records);
            selected.accept(records);
        });
        details.moveBelow(results.control());
        sash.setWeights(50, 50);
        sash.addListener(SWT.Resize, e -> turn());
        status = new StatusBar(this, this::chooseRegistry);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(status);
        messages = new Messages(state, status, this);
        showRegistry();
        show(new Outcome(Phase.IDLE, Optional.empty(), false, Optional.empty()));
    }

    SearchForm form() {
        return form;
    }

    ResultTable results() {
        return results;
    }

    StatusBar status() {
        return status;
    }

    Searcher searcher() {
        return searcher;
    }

    RegistryMenu registries() {
        return registries;
    }

    private void turn() {
        int style = sash.getSize().x > WIDE ? SWT.HORIZONTAL : SWT.VERTICAL;
        if (sash.getOrientation() != style) {
            sash.setOrientation(style);
        }
    }

    private void show(Outcome newest) {
        newest.shown().ifPresent(shown -> {
            form.counts(shown.counts());
            results.show(shown);
        });
        if (newest.shown().isEmpty()) {
            form.counts(Map.of());
            results.clear();
        }
        messages.show(newest, form.criteria());
    }

    /** The registry has changed: asks the new one what the old one was asked. */
    void registryChanged() {
        showRegistry();
        if (!form.criteria().blank() && !searcher.asks(choice.current())) {
            again();
        }
    }

    private void showRegistry() {
        status.registry(choice.name(), choice.current().toString());
    }

    private void chooseRegistry(Rectangle place) {
        registries.open(place.x, place.y + place.height);
    }

    /** Asks for the list of registries, below the form's end. */
    void chooseRegistry() {
        var corner = status.toDisplay(0, 0);
        registries.open(corner.x, corner.y);
    }

    /** Asks again, whatever is there. */
    void again() {
        entered(form.criteria());
    }

    @Override
    public void typed(Criteria criteria) {
        searcher.search(criteria, TYPING);
    }

    @Override
    public void entered(Criteria criteria) {
        searcher.search(criteria, Duration.ZERO);
    }

    @Override
    public void narrowed(Criteria criteria) {
        searcher.narrow(criteria);
    }

    @Override
    public void down() {
        results.focus();
    }

    boolean detailsShow() {
        return sash.getMaximizedControl() == null;
    }

    /** Shows or hides the details. */
    void details(boolean show) {
        sash.setMaximizedControl(show ? null : results.control());
    }

    int[] weights() {
        return sash.getWeights();
    }

    void weights(int list, int below) {
        sash.setWeights(list, below);
    }
}
