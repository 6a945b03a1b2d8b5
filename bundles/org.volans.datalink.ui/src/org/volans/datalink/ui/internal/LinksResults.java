package org.volans.datalink.ui.internal;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.component.propertytypes.SatisfyingConditionTarget;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.WorkbenchCondition;
import org.volans.api.datalink.DatalinkService;
import org.volans.api.handler.EventSource;
import org.volans.api.handler.HandlerEvent;
import org.volans.api.handler.HandlerResult;
import org.volans.api.handler.ResultViewer;
import org.volans.ui.Ids;
import org.volans.ui.selection.TableRow;
import org.volans.ui.selection.TableSharing;
import org.volans.ui.work.UiCall;

/** Shows what handlers find that rows lead to. */
@Component
@SatisfyingConditionTarget(WorkbenchCondition.TARGET)
public final class LinksResults implements ResultViewer {

    private final TableSharing sharing;
    private final DatalinkService service;

    @Activate
    public LinksResults(
            @Reference TableSharing sharing,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) DatalinkService service) {
        this.sharing = sharing;
        this.service = service;
    }

    @Override
    public boolean shows(String handler, HandlerResult result) {
        return result instanceof HandlerResult.Links;
    }

    @Override
    public List<Path> show(HandlerEvent event, String handler, HandlerResult result, IProgressMonitor monitor)
            throws VoException {
        if (!(event instanceof HandlerEvent.Row row)) {
            throw new InputException("links belong to a row, which " + handler + " was not asked about");
        }
        TableRow of = new TableRow(sharing.known(row.table()), row.row());
        RowLinks links = new LinksTask(service, of).named(((HandlerResult.Links) result).links());
        boolean here = event.source() instanceof EventSource.Here;
        return UiCall.run("the Links view", page -> show(page, links, here), monitor);
    }

    private static List<Path> show(IWorkbenchPage page, RowLinks links, boolean here) throws PartInitException {
        // what is done here opens no view that the user has closed
        @Nullable
        IViewPart view =
                here ? page.findView(Ids.LINKS_VIEW) : page.showView(Ids.LINKS_VIEW, null, IWorkbenchPage.VIEW_CREATE);
        if (view instanceof LinksView shown && (!here || shown.isAt(links.row()))) {
            shown.show(links);
        }
        return List.of();
    }
}
