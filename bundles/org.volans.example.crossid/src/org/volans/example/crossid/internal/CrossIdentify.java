package org.volans.example.crossid.internal;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.volans.api.VoException;
import org.volans.api.geometry.Position;
import org.volans.api.handler.Handler;
import org.volans.api.handler.HandlerContext;
import org.volans.api.handler.HandlerEvent;
import org.volans.api.handler.HandlerResult;
import org.volans.api.handler.RowHandler;
import org.volans.api.table.PositionColumns;

/**
 * The objects of a catalogue near the position of a row. Settings: {@code service}, the base URL of a TAP service, {@code table},
 * a name there, and {@code radius} in arcsec.
 */
@Component(
        property = {
            Handler.ID + "=org.volans.example.crossid",
            Handler.LABEL + "=Cross-identify the row",
            Handler.RULE + "=service=" + Catalogue.SERVICE + " table=" + Catalogue.TABLE + " radius=" + Catalogue.RADIUS
        })
public final class CrossIdentify implements RowHandler {

    private final CatalogueSearch search;

    /** Called by DS. */
    @Activate
    public CrossIdentify(@Reference CatalogueSearch search) {
        this.search = search;
    }

    @Override
    public boolean accepts(HandlerEvent.Row event) {
        return PositionColumns.of(event.table().table()).isPresent();
    }

    @Override
    public List<HandlerResult> handle(HandlerEvent.Row event, HandlerContext context, IProgressMonitor monitor)
            throws VoException {
        Catalogue catalogue = new Catalogue(
                context.url("service", Catalogue.SERVICE),
                context.setting("table", Catalogue.TABLE),
                context.positive("radius", Catalogue.RADIUS, "arcsec", Catalogue.LARGEST));
        Position at = event.position();
        Matches matches = search.near(catalogue, at, monitor);
        if (matches.table().getRowCount() == 0) {
            return List.of(new HandlerResult.Warning(
                    catalogue + " has nothing within " + catalogue.radius() + " arcsec of " + at));
        }
        List<HandlerResult> results = new ArrayList<>();
        results.add(new HandlerResult.Table(catalogue.table() + " near " + at, matches.table()));
        if (matches.cutOff()) {
            results.add(
                    new HandlerResult.Warning(catalogue + " has more than these objects: ask with a smaller radius"));
        }
        return results;
    }
}
