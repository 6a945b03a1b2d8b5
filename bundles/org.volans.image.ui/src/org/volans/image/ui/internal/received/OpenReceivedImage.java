package org.volans.image.ui.internal.received;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.propertytypes.SatisfyingConditionTarget;
import org.volans.api.WorkbenchCondition;
import org.volans.api.handler.Handler;
import org.volans.api.handler.HandlerContext;
import org.volans.api.handler.HandlerEvent;
import org.volans.api.handler.HandlerResult;
import org.volans.api.handler.ImageHandler;

/** Opens an image that another program sent. */
@Component(
        property = {
            Handler.ID + "=org.volans.image.ui.open",
            Handler.LABEL + "=Open in an editor",
            Handler.RULE + "=from=samp"
        })
@SatisfyingConditionTarget(WorkbenchCondition.TARGET)
public final class OpenReceivedImage implements ImageHandler {

    @Override
    public boolean accepts(HandlerEvent.Image event) {
        return true;
    }

    @Override
    public List<HandlerResult> handle(HandlerEvent.Image event, HandlerContext context, IProgressMonitor monitor) {
        return List.of(new HandlerResult.Image(event.file(), event.title(), Optional.empty()));
    }
}
