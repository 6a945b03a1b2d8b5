package org.volans.image.ui.internal.received;

import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.propertytypes.SatisfyingConditionTarget;
import org.volans.api.VoException;
import org.volans.api.WorkbenchCondition;
import org.volans.api.handler.Handler;
import org.volans.api.handler.HandlerContext;
import org.volans.api.handler.HandlerEvent;
import org.volans.api.handler.HandlerResult;
import org.volans.api.handler.PositionHandler;
import org.volans.ui.selection.ReceivedSelection;
import org.volans.ui.selection.SkyPoint;
import org.volans.ui.work.UiCall;

/** Marks a position that another program points at in the images that are open, and in all parts that follow positions. */
@Component(
        property = {
            Handler.ID + "=org.volans.image.ui.mark",
            Handler.LABEL + "=Mark in the open images",
            Handler.RULE + "=from=samp"
        })
@SatisfyingConditionTarget(WorkbenchCondition.TARGET)
public final class MarkReceivedPosition implements PositionHandler {

    private final ReceivedSelection received;

    @Activate
    public MarkReceivedPosition(@Reference ReceivedSelection received) {
        this.received = received;
    }

    @Override
    public boolean accepts(HandlerEvent.Pointed event) {
        return true;
    }

    @Override
    public List<HandlerResult> handle(HandlerEvent.Pointed event, HandlerContext context, IProgressMonitor monitor)
            throws VoException {
        SkyPoint point = new SkyPoint(event.position(), event.source().name());
        UiCall.run("the position", page -> show(point), monitor);
        return HandlerResult.none();
    }

    private boolean show(SkyPoint point) {
        received.receive(point);
        return true;
    }
}
