package org.volans.ui.tests;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.e4.ui.workbench.modeling.ESelectionService;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IViewPart;
import org.volans.api.VoException;
import org.volans.api.tap.TapQuery;
import org.volans.api.tap.TapResult;
import org.volans.api.tap.TapService;
import org.volans.ui.selection.OpenTable;
import org.volans.ui.selection.TableRow;
import org.volans.ui.services.ServiceList;
import org.volans.ui.work.Task;
import uk.ac.starlink.table.StarTable;

/** A part in which rows can be highlighted without an editor, and work that tests do outside of the UI thread. */
final class Highlighter {

    private final IViewPart part;

    private Highlighter(IViewPart part) {
        this.part = part;
    }

    /** Takes the Progress view as the part in which things are highlighted. */
    static Highlighter show() throws Exception {
        return new Highlighter(Ui.view(IPageLayout.ID_PROGRESS_VIEW));
    }

    /** Highlights something, as a part does when its viewer tells it. */
    void select(Object element) {
        select(List.of(element));
    }

    /** As {@link #select(Object)}, for several things at once. */
    void select(List<?> elements) {
        Ui.page().activate(part);
        ESelectionService service = part.getSite().getService(ESelectionService.class);
        service.setSelection(new StructuredSelection(elements));
        service.setPostSelection(new StructuredSelection(elements));
    }

    /** A table as an editor would publish it. */
    static OpenTable table(String name, TapResult result) {
        return new OpenTable(name, result.table(), Optional.of(result.document()), Optional.empty(), "");
    }

    static OpenTable table(String name, StarTable table) {
        return new OpenTable(name, table, Optional.empty(), Optional.empty(), "");
    }

    static TableRow row(OpenTable table, long row) {
        return new TableRow(table, row);
    }

    /** The answer of the first of the workbench's services that has one. */
    static TapResult ask(String adql, StarTable... upload) {
        return off("asks " + adql, monitor -> {
            VoException last = new org.volans.api.InputException("the workbench has no services");
            for (var entry : Ui.service(ServiceList.class).all()) {
                try {
                    TapQuery query = TapQuery.of(entry.url(), adql);
                    for (StarTable table : upload) {
                        query = query.upload("mine", table);
                    }
                    return Ui.service(TapService.class).query(query, monitor);
                } catch (VoException e) {
                    last = e;
                }
            }
            throw last;
        });
    }

    /** Does work in a job while the UI thread handles events. */
    static <T> T off(String what, Task<T> task) {
        AtomicReference<T> result = new AtomicReference<>();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Job job = new Job(what) {
            @Override
            @NonNullByDefault({})
            protected IStatus run(IProgressMonitor monitor) {
                try {
                    result.set(task.run(monitor));
                } catch (VoException | RuntimeException | Error e) {
                    failure.set(e);
                }
                return Status.OK_STATUS;
            }
        };
        job.setSystem(true);
        job.schedule();
        Ui.until(what, () -> job.getState() == Job.NONE);
        if (failure.get() != null) {
            throw new AssertionError(what, failure.get());
        }
        return result.get();
    }
}
