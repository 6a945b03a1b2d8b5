package org.volans.datalink.ui.internal;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.ViewPart;
import org.volans.api.datalink.DatalinkService;
import org.volans.api.datalink.SodaService;
import org.volans.api.net.HttpService;
import org.volans.ui.project.ProjectFolder;
import org.volans.ui.selection.OpenTable;
import org.volans.ui.selection.SelectionFollower;
import org.volans.ui.selection.SelectionSource;
import org.volans.ui.selection.SkyPoint;
import org.volans.ui.selection.TableRow;
import org.volans.ui.widgets.StatePane.Choice;
import org.volans.ui.work.Failure;
import org.volans.ui.work.Workplace;

/** Shows what the highlighted row leads to. UI thread only. */
@NonNullByDefault({})
public final class LinksView extends ViewPart {

    private static final String FIND_IMAGES = "org.volans.discovery.ui.findImages";

    /** Links are asked for over the network: not for rows that are only passed over. */
    private static final Duration REST = Duration.ofMillis(250);

    /** After so many milliseconds without an answer the links of the row before go. */
    private static final int PATIENCE = 400;

    @Inject
    private DatalinkService datalink;

    @Inject
    private SodaService soda;

    @Inject
    private HttpService http;

    @Inject
    private ProjectFolder project;

    private final SelectionSource shown = new SelectionSource();
    private LinksPane pane;
    private Workplace work;
    private SelectionFollower<TableRow> rows;
    private SelectionFollower<SkyPoint> points;
    private SelectionFollower<OpenTable> tables;

    @Override
    public void createPartControl(Composite parent) {
        Downloads downloads = new Downloads(http, project);
        pane = new LinksPane(parent, soda, downloads, project, getSite().getPage());
        work = new Workplace(pane.state());
        getSite().getWorkbenchWindow().getWorkbench().getHelpSystem().setHelp(pane.state(), "org.volans.help.links");
        Action again = new Action("Ask Again") {
            @Override
            public void run() {
                newest().ifPresent(LinksView.this::ask);
            }
        };
        again.setToolTipText("Ask for the row's links again");
        ResourceLocator.imageDescriptorFromBundle("org.volans.datalink.ui", "icons/again.svg")
                .ifPresent(again::setImageDescriptor);
        getViewSite().getActionBars().getToolBarManager().add(again);
        pane.state()
                .showEmpty(
                        "No row selected",
                        "Highlight a row of a table of observations to see its files, previews and cutout services.");
        // what this view tells of stays selected for the others while it is active
        getSite().setSelectionProvider(shown);
        points = new SelectionFollower<>(
                getSite(), SkyPoint.class, point -> pane.point(new Place(point.origin(), point.position())));
        rows = new SelectionFollower<>(getSite(), TableRow.class, this::ask);
        tables = new SelectionFollower<>(getSite(), OpenTable.class, this::noRow);
    }

    @Override
    public void setFocus() {
        pane.state().setFocus();
    }

    @Override
    public void dispose() {
        if (rows != null) {
            rows.close();
        }
        if (points != null) {
            points.close();
        }
        if (tables != null) {
            tables.close();
        }
        super.dispose();
    }

    private Optional<TableRow> newest() {
        return rows == null ? Optional.empty() : rows.newest();
    }

    /** What was said of another table's row means nothing in front of this one. */
    private void noRow(OpenTable table) {
        if (!pane.state().showsContent() && !work.busy()) {
            pane.state()
                    .showEmpty(
                            "No row of " + table.name() + " is highlighted",
                            "Highlight one to see its files, previews and cutout services.");
        }
    }

    private void ask(TableRow row) {
        shown.select(List.of(row));
        work.runAfter(
                REST,
                "Links of row " + (row.row() + 1) + " of " + row.table().name(),
                new LinksTask(datalink, row),
                this::found,
                failure -> failed(row, failure));
        Composite state = pane.state();
        state.getDisplay().timerExec(PATIENCE + (int) REST.toMillis(), () -> {
            if (!state.isDisposed() && work.busy() && Optional.of(row).equals(newest())) {
                pane.state().showBusy("Asking for the links of row " + (row.row() + 1), () -> stopped(row));
            }
        });
    }

    private void found(RowLinks links) {
        if (links.links().isEmpty()) {
            links.place().ifPresent(pane::point);
            pane.state()
                    .showEmpty(
                            "This row leads to no links",
                            "Looked for in " + links.row().table().name()
                                    + ": a Datalink descriptor that came with the table, a column access_url, and URL"
                                    + " columns that say datalink.",
                            findImages(links).stream().toArray(Choice[]::new));
            return;
        }
        pane.show(links);
        // for the next row's forms, when that has no position of its own
        links.place().ifPresent(pane::point);
    }

    /** Rows of objects have no links, the images found at their positions do. */
    private Optional<Choice> findImages(RowLinks links) {
        boolean offered = links.place().isPresent()
                && getSite()
                        .getService(ICommandService.class)
                        .getCommand(FIND_IMAGES)
                        .isDefined();
        return offered
                ? Optional.of(new Choice("Find images of this table\u2019s positions", this::runFindImages))
                : Optional.empty();
    }

    private void runFindImages() {
        try {
            getSite().getService(IHandlerService.class).executeCommand(FIND_IMAGES, null);
        } catch (CommandException e) {
            ILog.of(LinksView.class).error("The command " + FIND_IMAGES + " failed", e);
            pane.state().showFailure("Images cannot be looked for", Failure.of(e));
        }
    }

    private void stopped(TableRow row) {
        work.cancel();
        pane.state().showEmpty("Stopped", "The links were not waited for.", new Choice("Ask again", () -> ask(row)));
    }

    private void failed(TableRow row, Failure failure) {
        pane.state().showFailure("The links could not be had", failure, new Choice("Try again", () -> ask(row)));
    }
}
