package org.volans.sed.ui.internal;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.volans.api.handler.HandlerRule;
import org.volans.api.handler.HandlerService;
import org.volans.api.sed.Sed;
import org.volans.api.sed.SedPlot.XAxis;
import org.volans.api.sed.SedPlot.YAxis;
import org.volans.api.sed.SedService;
import org.volans.ui.Ids;
import org.volans.ui.project.ProjectFolder;
import org.volans.ui.selection.OpenTable;
import org.volans.ui.selection.RowView;
import org.volans.ui.selection.TableRow;
import org.volans.ui.widgets.StatePane.Choice;
import org.volans.ui.work.Failure;
import org.volans.ui.work.Workplace;

/** Shows the SED of the highlighted row, and of those that are kept beside it. UI thread only. */
@NonNullByDefault({})
public final class SedView extends RowView {

    private static final String FIND_PHOTOMETRY = "org.volans.discovery.ui.findPhotometry";
    private static final Duration REST = Duration.ofMillis(30);

    /** The handler that does for other programs' rows what this view does for those here; its rules count for both. */
    private static final String HANDLER = "org.volans.handlers.sed";

    private static final String LOOKED_FOR = "A column is photometry when its UCD starts with phot.mag or"
            + " phot.flux.density and names a band, such as phot.mag;em.opt.V or"
            + " phot.flux.density;em.radio.100-200MHz.";

    @Inject
    private SedService service;

    @Inject
    private ProjectFolder project;

    @Inject
    private HandlerService handlers;

    private final ShownSeds shown = new ShownSeds();
    private SedPane pane;
    private Workplace work;
    private boolean keeping;
    private @Nullable IMemento memento;

    @Override
    public void init(IViewSite site, @Nullable IMemento saved) throws PartInitException {
        super.init(site, saved);
        memento = saved;
    }

    @Override
    public void createPartControl(Composite parent) {
        pane = new SedPane(parent);
        work = Workplace.quiet(pane.state());
        restore();
        SedExport export = new SedExport(pane, service, project, getSite().getPage());
        new SedActions(this, pane, export).fill(getViewSite().getActionBars());
        getSite().getWorkbenchWindow().getWorkbench().getHelpSystem().setHelp(pane.state(), "org.volans.help.sed");
        nothing();
        followRows();
    }

    @Override
    public void setFocus() {
        pane.state().setFocus();
    }

    @Override
    public void saveState(IMemento to) {
        to.putString("x", pane.figure().xAxis().name());
        to.putString("y", pane.figure().yAxis().name());
        to.putBoolean("tables", pane.showsTables());
    }

    private void restore() {
        IMemento saved = memento;
        if (saved != null) {
            pane.figure()
                    .axes(saved(XAxis.values(), saved.getString("x")), saved(YAxis.values(), saved.getString("y")));
            pane.showTables(Boolean.TRUE.equals(saved.getBoolean("tables")));
        }
    }

    private static <E extends Enum<E>> E saved(E[] values, @Nullable String name) {
        for (E value : values) {
            if (value.name().equals(name)) {
                return value;
            }
        }
        return values[0];
    }

    /** Whether rows that are highlighted later come beside those that show. */
    void keep(boolean keep) {
        keeping = keep;
    }

    /** Leaves the last object only. */
    void clear() {
        shown.keepNewest();
        draw();
    }

    private void nothing() {
        pane.state()
                .showEmpty(
                        "No object selected",
                        "Highlight a row of a table with magnitudes or flux densities to see its spectral energy"
                                + " distribution.");
    }

    @Override
    protected void noRow(OpenTable table) {
        if (shown.isEmpty() && !work.busy()) {
            pane.state()
                    .showEmpty(
                            "No row of " + table.name() + " is highlighted",
                            "Highlight one to see its spectral energy distribution, then walk through the others with"
                                    + " the arrow keys.");
        }
    }

    /** Shows what a handler has made of an object: of a row, or of something else that can be told apart. */
    void add(Object object, String handler, Sed sed) {
        if (object instanceof TableRow row) {
            turnTo(row);
        }
        if (handler.equals(HANDLER)) {
            work.cancel();
            made(object, sed);
        } else if (!sed.points().isEmpty()) {
            shown.add(object, handler, sed, keeping);
            draw();
        }
    }

    /** Whether the row is the one that the view is at. */
    boolean isAt(TableRow row) {
        return newest().filter(row::equals).isPresent();
    }

    @Override
    protected void show(TableRow row) {
        if (shown.has(row, HANDLER)) {
            // its handler was faster
            work.cancel();
            draw();
        } else if (switchedOff()) {
            switchedOff(row);
        } else {
            make(row);
        }
    }

    private boolean switchedOff() {
        List<HandlerRule> rules = handlers.rules().stream()
                .filter(rule -> rule.handler().equals(HANDLER))
                .toList();
        return !rules.isEmpty() && rules.stream().noneMatch(HandlerRule::enabled);
    }

    private void switchedOff(TableRow row) {
        work.cancel();
        if (!keeping) {
            shown.keepOnly(row);
        }
        if (shown.isEmpty()) {
            pane.state()
                    .showEmpty(
                            "SEDs are switched off",
                            "The rules for handlers say so.",
                            new Choice("Show the rules", this::showRules));
        } else {
            draw();
        }
    }

    private void showRules() {
        try {
            getSite().getPage().showView(Ids.HANDLERS_VIEW);
        } catch (PartInitException e) {
            pane.state().showFailure("The Handlers view cannot be opened", Failure.of(e));
        }
    }

    private void make(TableRow row) {
        work.runAfter(
                REST,
                "SED of row " + (row.row() + 1) + " of " + row.table().name(),
                monitor -> service.sed(
                        row.table().table(),
                        row.row(),
                        row.table().name() + " " + row.table().context(),
                        monitor),
                sed -> made(row, sed),
                failure -> failed(row, failure));
        sayWhenSlow(
                row,
                REST,
                pane.state(),
                work,
                () -> pane.state()
                        .showBusy(
                                "Reading row " + (row.row() + 1) + " of "
                                        + row.table().name(),
                                this::stop));
    }

    private void stop() {
        work.cancel();
        draw();
    }

    private void made(Object object, Sed sed) {
        boolean usable = !sed.points().isEmpty();
        if (usable) {
            shown.add(object, HANDLER, sed, keeping);
        } else if (!keeping) {
            // what other handlers know of it stays
            shown.keepOnly(object);
        }
        if (shown.isEmpty()) {
            unusable(object, sed);
            return;
        }
        draw();
        if (!usable) {
            pane.say(sed.name() + " has no photometry that could be used", null);
        }
    }

    private void draw() {
        if (shown.isEmpty()) {
            nothing();
            return;
        }
        List<Sed> seds = shown.all();
        pane.show(seds);
        pane.say(notUsed(seds.stream().flatMap(s -> s.problems().stream()).toList()), () -> {
            pane.tables().revealProblems();
            pane.showTables(true);
        });
    }

    private static String notUsed(List<Sed.Problem> problems) {
        return switch (problems.size()) {
            case 0 -> "";
            case 1 ->
                "Without <a>" + problems.getFirst().column() + "</a>: "
                        + problems.getFirst().reason();
            default -> "Without <a>" + problems.size() + " columns</a>";
        };
    }

    private void unusable(Object object, Sed sed) {
        if (sed.problems().isEmpty()) {
            String what = object instanceof TableRow row ? row.table().name() : sed.name();
            pane.state().showEmpty(what + " has no photometry columns", LOOKED_FOR, findPhotometry());
            return;
        }
        StringBuilder reasons = new StringBuilder();
        sed.problems().stream()
                .limit(6)
                .forEach(p -> reasons.append(p.column())
                        .append(": ")
                        .append(p.reason())
                        .append('\n'));
        int more = sed.problems().size() - 6;
        pane.state()
                .showEmpty(
                        sed.name() + " has no usable photometry",
                        reasons + (more > 0 ? "and " + more + " more columns" : ""),
                        findPhotometry());
    }

    private void failed(TableRow row, Failure failure) {
        pane.state()
                .showFailure(
                        "The SED of row " + (row.row() + 1) + " could not be made",
                        failure,
                        new Choice("Try again", () -> show(row)));
    }

    private Choice[] findPhotometry() {
        return choices(pane.state(), "Find photometry for this table\u2019s positions", FIND_PHOTOMETRY);
    }
}
