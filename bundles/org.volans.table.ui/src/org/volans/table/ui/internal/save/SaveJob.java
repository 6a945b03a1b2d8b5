package org.volans.table.ui.internal.save;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.volans.api.InputException;
import org.volans.api.table.TableService;
import org.volans.table.ui.internal.rows.RowOrder;
import org.volans.ui.selection.OpenTable;
import org.volans.ui.work.Workplace;
import uk.ac.starlink.table.ColumnPermutedStarTable;
import uk.ac.starlink.table.RowPermutedStarTable;
import uk.ac.starlink.table.StarTable;

/** Writes a table; goes on when its editor is closed. */
final class SaveJob extends Job {

    private final TableService service;
    private final OpenTable table;
    private final Optional<RowOrder> rows;
    private final List<Integer> columns;
    private final Path target;
    private final String format;
    private final Display display;

    /**
     * @param rows    which, in which order; empty for all
     * @param columns indexes in the order wanted; empty for all
     */
    SaveJob(
            TableService service,
            OpenTable table,
            Optional<RowOrder> rows,
            List<Integer> columns,
            Path target,
            String format,
            Shell shell) {
        super("Saving " + target.getFileName());
        this.service = service;
        this.table = table;
        this.rows = rows;
        this.columns = columns;
        this.target = target;
        this.format = format;
        this.display = shell.getDisplay();
        setUser(true);
    }

    @Override
    public boolean belongsTo(@Nullable Object family) {
        return family == Workplace.FAMILY;
    }

    @Override
    protected IStatus run(@Nullable IProgressMonitor given) {
        IProgressMonitor monitor = IProgressMonitor.nullSafe(given);
        try {
            service.save(part(), target, format, monitor);
            refresh();
        } catch (OperationCanceledException e) {
            return Status.CANCEL_STATUS;
        } catch (InputException e) {
            ILog.of(SaveJob.class).warn(e.getMessage(), e);
            if (!display.isDisposed()) {
                display.asyncExec(() -> MessageDialog.openError(
                        display.getActiveShell(), "Save Table As", "The table was not saved: " + e.getMessage()));
            }
        }
        return Status.OK_STATUS;
    }

    /** The rows and columns that are wanted, as a table; no cell is copied. */
    private StarTable part() {
        StarTable part = table.table();
        if (rows.isPresent()) {
            long[] map = new long[rows.get().size()];
            Arrays.setAll(map, rows.get()::row);
            part = new RowPermutedStarTable(part, map);
        }
        return columns.isEmpty()
                ? part
                : new ColumnPermutedStarTable(
                        part, columns.stream().mapToInt(Integer::intValue).toArray());
    }

    /** Lets the workbench see the file when it is in the workspace. */
    private void refresh() {
        for (IFile file : ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(target.toUri())) {
            try {
                file.refreshLocal(IResource.DEPTH_ZERO, null);
            } catch (CoreException e) {
                ILog.of(SaveJob.class).warn(file + " could not be refreshed", e);
            }
        }
    }
}
