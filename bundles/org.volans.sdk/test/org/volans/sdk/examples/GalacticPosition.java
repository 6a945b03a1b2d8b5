package org.volans.sdk.examples;

import java.util.List;
import java.util.Locale;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.service.component.annotations.Component;
import org.volans.api.geometry.Galactic;
import org.volans.api.handler.Handler;
import org.volans.api.handler.HandlerContext;
import org.volans.api.handler.HandlerEvent.Pointed;
import org.volans.api.handler.HandlerResult;
import org.volans.api.handler.PositionHandler;

/** Says where in the Galaxy a position is that another program points at. */
@Component(property = {Handler.ID + "=org.example.galactic", Handler.LABEL + "=Galactic coordinates"})
public final class GalacticPosition implements PositionHandler {

    @Override
    public boolean accepts(Pointed event) {
        return true;
    }

    @Override
    public List<HandlerResult> handle(Pointed event, HandlerContext context, IProgressMonitor monitor) {
        Galactic galactic = Galactic.of(event.position());
        String text =
                String.format(Locale.ROOT, "%s is at l %.4f, b %.4f", event.position(), galactic.l(), galactic.b());
        return List.of(new HandlerResult.Text(text));
    }
}
