package org.volans.table.ui.internal.received;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.volans.api.VoException;
import org.volans.api.table.SharedTable;
import org.volans.table.ui.internal.TableEditor;
import org.volans.ui.Ids;
import org.volans.ui.project.ProjectFolder;
import org.volans.ui.results.ResultEditors;
import org.volans.ui.selection.OpenTable;
import org.volans.ui.selection.OpenTables;
import org.volans.ui.selection.TableSharing;
import org.volans.ui.work.UiCall;

/** Opens the editors of shared tables. Safe for concurrent use; waits, so not for the UI thread. */
@Component(service = EditorOpener.class)
public final class EditorOpener {

    /** Reading the largest tables takes less. */
    private static final int PATIENCE_S = 120;

    private final OpenTables tables;
    private final TableSharing sharing;

    @Activate
    public EditorOpener(@Reference OpenTables tables, @Reference TableSharing sharing) {
        this.tables = tables;
        this.sharing = sharing;
    }

    /** The table in its editor, which opens if need be; or without one, when the project does not have it. */
    OpenTable opened(SharedTable table, IProgressMonitor monitor) throws VoException {
        Optional<OpenTable> open = sharing.open(table);
        if (open.isPresent()) {
            return open.get();
        }
        Optional<IFile> file = table.file().flatMap(ProjectFolder::file);
        return file.isPresent() ? opened(table, file.get(), monitor) : sharing.known(table);
    }

    /** As {@link #opened(SharedTable, IProgressMonitor)}, in front of other editors. */
    OpenTable opened(SharedTable table, IFile file, IProgressMonitor monitor) throws VoException {
        CompletableFuture<OpenTable> end = new CompletableFuture<>();
        Runnable listener = () -> sharing.open(table).ifPresent(end::complete);
        tables.addListener(listener);
        try {
            UiCall.run("the editor of " + file.getName(), page -> show(page, file, end), monitor);
            // it may have been open before
            listener.run();
            end.orTimeout(PATIENCE_S, TimeUnit.SECONDS);
            return UiCall.await("the editor of " + file.getName(), end, monitor);
        } finally {
            tables.removeListener(listener);
        }
    }

    private static boolean show(IWorkbenchPage page, IFile file, CompletableFuture<OpenTable> end)
            throws PartInitException {
        if (ResultEditors.open(page, file, Ids.TABLE_EDITOR) instanceof TableEditor editor) {
            editor.reading().whenComplete((read, fault) -> {
                if (fault != null) {
                    end.completeExceptionally(fault);
                }
            });
        }
        return true;
    }
}
