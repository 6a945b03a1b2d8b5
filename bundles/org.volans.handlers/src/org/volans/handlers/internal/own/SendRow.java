package org.volans.handlers.internal.own;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.volans.api.VoException;
import org.volans.api.handler.Handler;
import org.volans.api.handler.HandlerContext;
import org.volans.api.handler.HandlerEvent;
import org.volans.api.handler.HandlerResult;
import org.volans.api.handler.RowHandler;
import org.volans.api.samp.SampSender;
import org.volans.api.samp.SampService;

/** Highlights a row in the other programs, too, when they know the table. */
@Component(
        property = {
            Handler.ID + "=org.volans.handlers.sendrow",
            Handler.LABEL + "=Highlight the row in other programs",
            Handler.RULE + "=from=here"
        })
public final class SendRow implements RowHandler {

    private final SampService samp;
    private final SampSender sender;

    /** Makes it. */
    @Activate
    public SendRow(@Reference SampService samp, @Reference SampSender sender) {
        this.samp = samp;
        this.sender = sender;
    }

    @Override
    public boolean accepts(HandlerEvent.Row event) {
        return event.table().url().isPresent() && Others.listen(samp, "table.highlight.row");
    }

    @Override
    public List<HandlerResult> handle(HandlerEvent.Row event, HandlerContext context, IProgressMonitor monitor)
            throws VoException {
        return Others.told(sender.row(event.table(), event.row(), Optional.empty(), monitor));
    }
}
