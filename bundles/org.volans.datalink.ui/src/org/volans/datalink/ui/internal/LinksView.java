package org.volans.datalink.ui.internal;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.action.Action;
import org.eclipse.swt.widgets.Composite;
import org.volans.api.datalink.DatalinkService;
import org.volans.api.datalink.SodaService;
import org.volans.api.net.HttpService;
import org.volans.ui.project.ProjectFolder;
import org.volans.ui.selection.OpenTable;
import org.volans.ui.selection.RowView;
import org.volans.ui.selection.SkyPoint;
import org.volans.ui.selection.TableRow;
import org.volans.ui.widgets.Icons;
import org.volans.ui.widgets.StatePane.Choice;
import org.volans.ui.work.Failure;
import org.volans.ui.work.Workplace;

/** Shows what the highlighted row leads to. UI thread only. */
@NonNullByDefault({})
public final class LinksView extends RowView {

    private static final String FIND_IMAGES = "org.volans.discovery.ui.findImages";

    /** Links are asked for over the network: not for rows that are only passed over. */
    private static final Duration REST = Duration.ofMillis(250);

    @Inject
    private DatalinkService datalink;

    @Inject
    private SodaService soda;

    @Inject
    private HttpService http;

    @Inject
    private ProjectFolder project;

    private LinksPane pane;
    private Workplace work;

    /** The row whose links a handler brought, before it was highlighted here. */
    private Optional<TableRow> arrived = Optional.empty();

    @Override
    public void createPartControl(Composite parent) {
        Downloads downloads = new Downloads(http, project);
        pane = new LinksPane(parent, soda, downloads, project, getSite().getPage(), this::choose);
        work = new Workplace(pane.state());
        getSite().getWorkbenchWindow().getWorkbench().getHelpSystem().setHelp(pane.state(), "org.volans.help.links");
        Action again = new Action("Ask Again") {
            @Override
            public void run() {
                newest().ifPresent(LinksView.this::ask);
            }
        };
        again.setToolTipText("Ask for the row's links again");
        again.setImageDescriptor(Icons.descriptor("org.volans.datalink.ui", "again"));
        getViewSite().getActionBars().getToolBarManager().add(again);
        pane.state()
                .showEmpty(
                        "No row selected",
                        "Highlight a row of a table of observations to see its files, previews and cutout services.");
        follow(SkyPoint.class, point -> pane.point(new Place(point.origin(), point.position())));
        followRows();
    }

    @Override
    public void setFocus() {
        pane.state().setFocus();
    }

    @Override
    protected void noRow(OpenTable table) {
        if (!pane.state().showsContent() && !work.busy()) {
            pane.state()
                    .showEmpty(
                            "No row of " + table.name() + " is highlighted",
                            "Highlight one to see its files, previews and cutout services.");
        }
    }

    @Override
    protected void show(TableRow row) {
        boolean here = arrived.filter(row::equals).isPresent();
        arrived = Optional.empty();
        if (!here) {
            ask(row);
        }
    }

    private void ask(TableRow row) {
        work.runAfter(
                REST,
                "Links of row " + (row.row() + 1) + " of " + row.table().name(),
                new LinksTask(datalink, row),
                this::found,
                failure -> failed(row, failure));
        sayWhenSlow(
                row,
                REST,
                pane.state(),
                work,
                () -> pane.state().showBusy("Asking for the links of row " + (row.row() + 1), () -> stopped(row)));
    }

    /** Shows what a handler has found; that row is asked for no more. */
    void show(RowLinks links) {
        work.cancel();
        turnTo(links.row());
        arrived = Optional.of(links.row());
        found(links);
    }

    /** Whether the row is the one that the view is at. */
    boolean isAt(TableRow row) {
        return newest().filter(row::equals).isPresent();
    }

    private void found(RowLinks links) {
        if (links.leads().links().isEmpty()) {
            links.place().ifPresent(pane::point);
            pane.state()
                    .showEmpty(
                            "This row leads to no links",
                            "Looked for in " + links.row().table().name()
                                    + ": a Datalink descriptor that came with the table, a column access_url, and URL"
                                    + " columns that say datalink.",
                            findImages(links));
            return;
        }
        pane.show(links);
        // for the next row's forms, when that has no position of its own
        links.place().ifPresent(pane::point);
    }

    /** Rows of objects have no links, the images found at their positions do. */
    private Choice[] findImages(RowLinks links) {
        return links.place().isPresent()
                ? choices(pane.state(), "Find images of this table\u2019s positions", FIND_IMAGES)
                : new Choice[0];
    }

    private void stopped(TableRow row) {
        work.cancel();
        pane.state().showEmpty("Stopped", "The links were not waited for.", new Choice("Try again", () -> ask(row)));
    }

    private void failed(TableRow row, Failure failure) {
        pane.state().showFailure("The links could not be had", failure, new Choice("Try again", () -> ask(row)));
    }
}
