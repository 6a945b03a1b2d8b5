package org.volans.table.ui.internal.received;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.component.propertytypes.SatisfyingConditionTarget;
import org.volans.api.VoException;
import org.volans.api.WorkbenchCondition;
import org.volans.api.handler.HandlerEvent;
import org.volans.api.handler.HandlerResult;
import org.volans.api.handler.ResultViewer;
import org.volans.api.table.TableService;
import org.volans.ui.Ids;
import org.volans.ui.project.ProjectFolder;
import org.volans.ui.project.Provenance;
import org.volans.ui.results.ResultEditors;
import org.volans.ui.work.UiCall;

/** Puts tables that handlers make into the project as VOTables and opens them. */
@Component
@SatisfyingConditionTarget(WorkbenchCondition.TARGET)
public final class TableResults implements ResultViewer {

    private final ProjectFolder project;
    private final TableService tables;

    @Activate
    public TableResults(
            @Reference ProjectFolder project,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) TableService tables) {
        this.project = project;
        this.tables = tables;
    }

    @Override
    public boolean shows(String handler, HandlerResult result) {
        return result instanceof HandlerResult.Table;
    }

    @Override
    public List<Path> show(HandlerEvent event, String handler, HandlerResult result, IProgressMonitor monitor)
            throws VoException {
        HandlerResult.Table made = (HandlerResult.Table) result;
        Instant start = Instant.now();
        IFile file = project.newFile(ProjectFolder.RESULTS, made.name(), "vot");
        Path target = ProjectFolder.path(file);
        tables.save(made.table(), target, "votable", monitor);
        Map<String, String> more =
                Map.of("made by", handler, "for", event.source().name());
        long rows = made.table().getRowCount();
        project.arrived(file, Provenance.since(start, "", made.name(), rows, false, more));
        UiCall.run("the table editor", page -> open(page, file), monitor);
        return List.of(target);
    }

    private static boolean open(IWorkbenchPage page, IFile file) throws PartInitException {
        ResultEditors.open(page, file, Ids.TABLE_EDITOR);
        return true;
    }
}
