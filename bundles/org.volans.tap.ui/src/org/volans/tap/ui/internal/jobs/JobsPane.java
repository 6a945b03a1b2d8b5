package org.volans.tap.ui.internal.jobs;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IViewSite;
import org.volans.api.tap.TapService;
import org.volans.tap.ui.internal.Notice;
import org.volans.tap.ui.internal.Opener;
import org.volans.ui.widgets.StatePane.Choice;
import org.volans.ui.work.Failure;
import org.volans.ui.work.Task;
import org.volans.ui.work.Workplace;

/** The grid of jobs beside what is known of the selected one. UI thread only. */
final class JobsPane {

    private final IViewSite site;
    private final JobActions actions;
    private final JobsTable table;
    private final JobDetails details;
    private final Notice notice;
    private final Opener opener;
    private final Workplace acting;
    private final JobWatch watch;
    private final JobMenus menus;
    private final Map<URI, JobReport> reports = new HashMap<>();
    private List<JobRow> rows = List.of();

    JobsPane(Composite area, IViewSite site, TapService tap, JobActions actions, Runnable reload) {
        this.site = site;
        this.actions = actions;
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(area);
        SashForm parts = new SashForm(area, SWT.HORIZONTAL | SWT.SMOOTH);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(parts);
        table = new JobsTable(parts);
        details = new JobDetails(parts);
        parts.setWeights(65, 35);
        notice = new Notice(area, "jobs.notice");
        acting = new Workplace(area);
        opener = new Opener(site.getPage(), new Workplace(area), notice);
        Workplace show = new Workplace(area);
        watch = new JobWatch(tap, (job, report) -> show.show(() -> heard(job, report)));
        area.addDisposeListener(e -> watch.close());
        site.setSelectionProvider(table.viewer());
        menus = new JobMenus(this, reload);
        menus.install(site, table.viewer().getTable());
        table.viewer().addSelectionChangedListener(e -> selectionChanged());
        table.viewer().addDoubleClickListener(e -> openResult());
        area.addListener(SWT.Resize, e -> {
            boolean wide = area.getSize().x > area.getSize().y * 3 / 2;
            parts.setOrientation(wide ? SWT.HORIZONTAL : SWT.VERTICAL);
        });
    }

    void setFocus() {
        table.viewer().getTable().setFocus();
    }

    /** Shows these jobs; those that have not ended are asked for. */
    void show(List<JobRow> next) {
        Set<URI> present = new HashSet<>();
        List<JobRow> merged = new ArrayList<>();
        for (JobRow row : next) {
            URI job = row.entry().job();
            present.add(job);
            merged.add(reports.containsKey(job) ? row.with(reports.get(job)) : row);
            if (!reports.containsKey(job)) {
                reports.put(job, row.report());
                watch.ask(job);
            }
        }
        reports.keySet().stream().filter(j -> !present.contains(j)).forEach(watch::stop);
        reports.keySet().retainAll(present);
        replace(merged);
    }

    /** Asks for all again. */
    void askAll() {
        rows.forEach(r -> watch.ask(r.entry().job()));
    }

    private void heard(URI job, JobReport report) {
        if (reports.containsKey(job)) {
            reports.put(job, report);
            replace(rows.stream()
                    .map(r -> r.entry().job().equals(job) ? r.with(report) : r)
                    .toList());
        }
    }

    private void replace(List<JobRow> next) {
        Set<URI> chosen = new HashSet<>();
        selected().forEach(r -> chosen.add(r.entry().job()));
        rows = List.copyOf(next);
        table.show(rows);
        table.viewer()
                .setSelection(new StructuredSelection(rows.stream()
                        .filter(r -> chosen.contains(r.entry().job()))
                        .toList()));
        selectionChanged();
    }

    private void selectionChanged() {
        List<JobRow> selected = selected();
        details.show(selected.stream().findFirst());
        menus.update(selected);
    }

    List<JobRow> selected() {
        return table.viewer().getStructuredSelection().stream()
                .filter(JobRow.class::isInstance)
                .map(JobRow.class::cast)
                .toList();
    }

    /** Opens the result of the selected job, fetching it if need be. */
    void openResult() {
        one(row -> {
            Optional<JobRow.Fetched> there = row.fetched().filter(f -> f.file().exists());
            if (there.isPresent()) {
                opener.open(there.get().file());
            } else if (row.completed()) {
                opener.open("Fetching the result", monitor -> actions.fetch(row, monitor));
            }
        });
    }

    void openQuery() {
        one(row -> opener.open("Making a query", monitor -> actions.openQuery(row, monitor)));
    }

    private void one(Consumer<JobRow> run) {
        List<JobRow> selected = selected();
        if (selected.size() == 1) {
            run.accept(selected.getFirst());
        }
    }

    void abort() {
        List<JobRow> chosen = selected().stream().filter(JobRow::active).toList();
        act("Asking to stop", monitor -> actions.abort(chosen, monitor), done -> {
            notice.clear();
            done.forEach(r -> watch.ask(r.entry().job()));
        });
    }

    void delete() {
        List<JobRow> chosen = selected();
        String what = chosen.size() == 1 ? "this job and its result" : chosen.size() + " jobs and their results";
        if (MessageDialog.openConfirm(
                site.getShell(), "Delete Job", "Delete " + what + " at the service? Results in the project stay.")) {
            act("Deleting", monitor -> actions.delete(chosen, monitor), done -> notice.clear());
        }
    }

    void forget() {
        List<JobRow> chosen = selected();
        act(
                "Forgetting",
                monitor -> actions.forget(chosen),
                done -> notice.say(
                        (chosen.size() == 1 ? "1 job" : chosen.size() + " jobs")
                                + " forgotten here, kept at the service",
                        new Choice("Undo", () -> remember(chosen))));
    }

    private void remember(List<JobRow> chosen) {
        act("Remembering", monitor -> actions.remember(chosen), done -> notice.clear());
    }

    private void act(String what, Task<List<JobRow>> task, Consumer<List<JobRow>> done) {
        notice.say(what + "…", new Choice("Stop", () -> {
            acting.cancel();
            notice.clear();
        }));
        acting.run(what + " jobs", task, done, this::failed);
    }

    private void failed(Failure failure) {
        notice.fail(failure.message(), new Choice("Dismiss", notice::clear));
    }
}
