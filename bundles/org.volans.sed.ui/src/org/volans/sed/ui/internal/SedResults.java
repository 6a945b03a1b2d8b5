package org.volans.sed.ui.internal;

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
import org.osgi.service.component.propertytypes.SatisfyingConditionTarget;
import org.volans.api.VoException;
import org.volans.api.WorkbenchCondition;
import org.volans.api.handler.EventSource;
import org.volans.api.handler.HandlerEvent;
import org.volans.api.handler.HandlerResult;
import org.volans.api.handler.ResultViewer;
import org.volans.api.sed.Sed;
import org.volans.ui.Ids;
import org.volans.ui.selection.TableRow;
import org.volans.ui.selection.TableSharing;
import org.volans.ui.work.UiCall;

/** Draws the SEDs that handlers make, those for a row together. */
@Component
@SatisfyingConditionTarget(WorkbenchCondition.TARGET)
public final class SedResults implements ResultViewer {

    private final TableSharing sharing;

    @Activate
    public SedResults(@Reference TableSharing sharing) {
        this.sharing = sharing;
    }

    @Override
    public boolean shows(String handler, HandlerResult result) {
        return result instanceof HandlerResult.Spectrum;
    }

    @Override
    public List<Path> show(HandlerEvent event, String handler, HandlerResult result, IProgressMonitor monitor)
            throws VoException {
        Sed sed = ((HandlerResult.Spectrum) result).sed();
        return UiCall.run("the SED view", page -> draw(page, event, handler, sed), monitor);
    }

    private List<Path> draw(IWorkbenchPage page, HandlerEvent event, String handler, Sed sed) throws PartInitException {
        Object object =
                event instanceof HandlerEvent.Row row ? new TableRow(sharing.known(row.table()), row.row()) : event;
        boolean here = event.source() instanceof EventSource.Here;
        // what is done here opens no view that the user has closed
        @Nullable
        IViewPart view =
                here ? page.findView(Ids.SED_VIEW) : page.showView(Ids.SED_VIEW, null, IWorkbenchPage.VIEW_VISIBLE);
        if (view instanceof SedView seds && !(here && object instanceof TableRow row && !seds.isAt(row))) {
            seds.add(object, handler, sed);
        }
        return List.of();
    }
}
