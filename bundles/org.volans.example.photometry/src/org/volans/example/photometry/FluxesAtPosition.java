package org.volans.example.photometry;

import java.net.URI;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.volans.api.VoException;
import org.volans.api.geometry.Position;
import org.volans.api.geometry.PositionText;
import org.volans.api.handler.Handler;
import org.volans.api.handler.HandlerContext;
import org.volans.api.handler.HandlerEvent.Row;
import org.volans.api.handler.HandlerResult;
import org.volans.api.handler.RowHandler;
import org.volans.api.net.HttpAnswer;
import org.volans.api.net.HttpBody.Field;
import org.volans.api.net.HttpCall;
import org.volans.api.net.HttpService;
import org.volans.api.sed.FluxColumns;
import org.volans.api.sed.Sed;
import org.volans.api.table.PositionColumns;
import org.volans.api.table.TableService;

/** Adds to a row's SED what a service like VizieR's knows there: {@code GET service?-c=RA,DEC&-c.rs=ARCSEC} gives a VOTable. */
@Component(property = {Handler.ID + "=org.volans.example.photometry", Handler.LABEL + "=Fluxes at the position"})
public final class FluxesAtPosition implements RowHandler {

    @Reference
    HttpService http;

    @Reference
    TableService tables;

    @Override
    public boolean accepts(Row event) {
        return PositionColumns.of(event.table().table()).isPresent();
    }

    @Override
    public List<HandlerResult> handle(Row event, HandlerContext context, IProgressMonitor monitor) throws VoException {
        URI service = context.url("service", "https://vizier.cds.unistra.fr/viz-bin/sed");
        Position at = event.position();
        Field where = new Field("-c", PositionText.degrees(at, 6).replace(' ', ','));
        HttpCall call = HttpCall.get(service, List.of(where, new Field("-c.rs", context.setting("radius", "3"))));
        try (HttpAnswer answer = http.send(call, monitor)) {
            String name = service.toString();
            Sed sed = FluxColumns.sed(
                    tables.readVotable(answer.body(), name, monitor).result(service), name, at);
            return List.of(
                    sed.points().isEmpty()
                            ? new HandlerResult.Warning(service + " has no usable flux near " + at)
                            : new HandlerResult.Spectrum(sed));
        }
    }
}
