package org.volans.sdk.examples;

import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.service.component.annotations.Component;
import org.volans.api.datalink.LinkRow;
import org.volans.api.handler.Handler;
import org.volans.api.handler.HandlerContext;
import org.volans.api.handler.HandlerEvent.Link;
import org.volans.api.handler.HandlerResult;
import org.volans.api.handler.LinkHandler;

/** Opens the documentation of a data set in the browser. */
@Component(property = {Handler.ID + "=org.example.page", Handler.LABEL + "=Documentation of the data set"})
public final class PageOfLink implements LinkHandler {

    @Override
    public boolean accepts(Link event) {
        LinkRow link = event.link();
        return link.target() instanceof LinkRow.Target.Access
                && link.semantics().equals("#documentation")
                && link.contentType().startsWith("text/html");
    }

    @Override
    public List<HandlerResult> handle(Link event, HandlerContext context, IProgressMonitor monitor) {
        return event.link().target() instanceof LinkRow.Target.Access access
                ? List.of(new HandlerResult.Page(access.url(), event.link().description()))
                : HandlerResult.none();
    }
}
