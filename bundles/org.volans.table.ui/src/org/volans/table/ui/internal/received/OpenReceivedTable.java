package org.volans.table.ui.internal.received;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.component.propertytypes.SatisfyingConditionTarget;
import org.volans.api.VoException;
import org.volans.api.WorkbenchCondition;
import org.volans.api.handler.EventSource;
import org.volans.api.handler.Handler;
import org.volans.api.handler.HandlerContext;
import org.volans.api.handler.HandlerEvent;
import org.volans.api.handler.HandlerResult;
import org.volans.api.handler.TableHandler;
import org.volans.api.io.WholeFile;
import org.volans.api.table.SharedTable;
import org.volans.api.table.TableService;
import org.volans.ui.project.ProjectFolder;
import org.volans.ui.project.Provenance;
import org.volans.ui.selection.TableSharing;

/** Puts a table that another program sent into the project and opens it. */
@Component(
        property = {
            Handler.ID + "=org.volans.table.ui.open",
            Handler.LABEL + "=Open in an editor",
            Handler.RULE + "=from=samp limit=150"
        })
@SatisfyingConditionTarget(WorkbenchCondition.TARGET)
public final class OpenReceivedTable implements TableHandler {

    private final TableSharing sharing;
    private final ProjectFolder project;
    private final TableService tables;
    private final EditorOpener editors;

    @Activate
    public OpenReceivedTable(
            @Reference TableSharing sharing,
            @Reference ProjectFolder project,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) TableService tables,
            @Reference EditorOpener editors) {
        this.sharing = sharing;
        this.project = project;
        this.tables = tables;
        this.editors = editors;
    }

    @Override
    public boolean accepts(HandlerEvent.Table event) {
        return true;
    }

    @Override
    public List<HandlerResult> handle(HandlerEvent.Table event, HandlerContext context, IProgressMonitor monitor)
            throws VoException {
        SharedTable table = event.table();
        Optional<IFile> own = table.file().flatMap(ProjectFolder::file).or(() -> before(table));
        IFile file = own.isPresent() ? own.get() : keep(table, event.source(), monitor);
        SharedTable stored = new SharedTable(
                table.id(),
                table.url(),
                table.name(),
                table.table(),
                table.document(),
                Optional.of(ProjectFolder.path(file)),
                table.context());
        sharing.store(stored);
        editors.opened(stored, file, monitor);
        return List.of(new HandlerResult.Text(table.name() + " is open as " + file.getProjectRelativePath()));
    }

    /** The file of the project that holds it already: it has been sent before, and is the same still. */
    private Optional<IFile> before(SharedTable table) {
        Optional<Path> place = sharing.place(table);
        try {
            boolean same = table.file().isPresent()
                    && place.isPresent()
                    && Files.exists(place.get())
                    && Files.mismatch(table.file().get(), place.get()) < 0;
            return same ? place.flatMap(ProjectFolder::file) : Optional.empty();
        } catch (IOException e) {
            // one that cannot be read is no use; writing another one says why, if that is no better
            return Optional.empty();
        }
    }

    private IFile keep(SharedTable table, EventSource source, IProgressMonitor monitor) throws VoException {
        Instant start = Instant.now();
        StoredForm form = StoredForm.of(table);
        IFile file = project.newFile(ProjectFolder.RESULTS, table.name(), form.extension());
        Path target = ProjectFolder.path(file);
        if (form.copied().isPresent()) {
            Path from = form.copied().get();
            WholeFile.write(target, out -> Files.copy(from, out));
        } else {
            tables.save(table.table(), target, "votable", monitor);
        }
        String what = source instanceof EventSource.Program program
                ? program.mtype() + " of " + program.name()
                : source.name();
        project.arrived(
                file,
                Provenance.since(
                        start,
                        table.url().map(Object::toString).orElse(""),
                        what,
                        table.table().getRowCount(),
                        false,
                        Map.of("sent by", source.name(), "table-id", table.id())));
        return file;
    }
}
