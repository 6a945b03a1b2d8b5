package org.volans.tap.ui.internal.jobs;

import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ViewPart;
import org.volans.api.adql.AdqlService;
import org.volans.api.tap.JobLedger;
import org.volans.api.tap.TapService;
import org.volans.tap.ui.internal.LedgerNews;
import org.volans.ui.Ids;
import org.volans.ui.project.ProjectFolder;
import org.volans.ui.services.ServiceList;
import org.volans.ui.widgets.StatePane;
import org.volans.ui.widgets.StatePane.Choice;
import org.volans.ui.work.Failure;
import org.volans.ui.work.Workplace;

/** The Jobs view: the queries that services run on their own, from the ledger, which outlives the workbench. */
public final class JobsView extends ViewPart {

    @Inject
    private TapService tap;

    @Inject
    private JobLedger ledger;

    @Inject
    private ProjectFolder folder;

    @Inject
    private ServiceList services;

    @Inject
    private AdqlService adql;

    @Inject
    private LedgerNews news;

    private final Runnable changed = this::changed;
    private @Nullable StatePane state;
    private @Nullable JobsPane pane;
    private @Nullable Workplace reading;
    private @Nullable JobsModel model;

    @Override
    @NonNullByDefault({})
    public void createPartControl(Composite parent) {
        StatePane made = new StatePane(parent);
        state = made;
        reading = Workplace.quiet(made);
        model = new JobsModel(ledger, folder, services);
        pane = new JobsPane(
                made.content(), getViewSite(), tap, new JobActions(tap, ledger, folder, adql, news), this::refresh);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(made, "org.volans.help.jobs");
        news.addListener(changed);
        services.addListener(changed); // for their names
        read();
    }

    @Override
    public void dispose() {
        news.removeListener(changed);
        services.removeListener(changed);
        super.dispose();
    }

    @Override
    public void setFocus() {
        @Nullable StatePane shown = state;
        @Nullable JobsPane content = pane;
        if (content != null && shown != null && shown.showsContent()) {
            content.setFocus();
        } else if (shown != null) {
            shown.setFocus();
        }
    }

    private void changed() {
        @Nullable Workplace place = reading;
        if (place != null) {
            place.show(this::read);
        }
    }

    private void refresh() {
        if (pane != null) {
            pane.askAll();
        }
        read();
    }

    private void read() {
        @Nullable Workplace place = reading;
        @Nullable JobsModel jobs = model;
        if (place != null && jobs != null) {
            place.run("Reading the list of jobs", monitor -> jobs.read(), this::show, this::failed);
        }
    }

    private void show(List<JobRow> rows) {
        @Nullable StatePane shown = state;
        if (pane != null) {
            pane.show(rows);
        }
        if (shown == null) {
            return;
        }
        if (rows.isEmpty()) {
            shown.showEmpty(
                    "No jobs yet",
                    "A query that takes long is best run as a job: its service works on while you do something else, "
                            + "also when Volans is closed. Choose As a job in the query editor.",
                    new Choice("Choose a table to query", this::openServices));
        } else if (!shown.showsContent()) {
            shown.showContent();
        }
    }

    private void failed(Failure failure) {
        if (state != null) {
            state.showFailure("The list of jobs cannot be read", failure, new Choice("Try again", this::read));
        }
    }

    private void openServices() {
        try {
            getSite().getPage().showView(Ids.SERVICES_VIEW);
        } catch (PartInitException e) {
            failed(Failure.of(e));
        }
    }
}
