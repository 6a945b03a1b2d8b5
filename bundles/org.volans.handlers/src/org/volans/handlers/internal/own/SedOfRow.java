package org.volans.handlers.internal.own;

import java.util.List;
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
import org.volans.api.sed.Sed;
import org.volans.api.sed.SedService;
import org.volans.api.table.PositionColumns;
import org.volans.api.table.SharedTable;
import org.volans.api.ucd.Ucd;

/** The SED of a row of a table with photometry. */
@Component(
        property = {
            Handler.ID + "=org.volans.handlers.sed",
            Handler.LABEL + "=SED of the row",
            Handler.RULE + "=from=samp"
        })
public final class SedOfRow implements RowHandler {

    private final SedService seds;

    /** Makes it. */
    @Activate
    public SedOfRow(@Reference SedService seds) {
        this.seds = seds;
    }

    @Override
    public boolean accepts(HandlerEvent.Row event) {
        return PositionColumns.columns(event.table().table()).stream().anyMatch(c -> photometry(c.ucd()));
    }

    private static boolean photometry(Ucd ucd) {
        return ucd.primary().equals("phot.mag") || ucd.primaryUnder("phot.flux");
    }

    @Override
    public List<HandlerResult> handle(HandlerEvent.Row event, HandlerContext context, IProgressMonitor monitor)
            throws VoException {
        SharedTable table = event.table();
        Sed sed = seds.sed(table.table(), event.row(), table.context(), monitor);
        if (sed.points().isEmpty()) {
            String why = sed.problems().stream()
                    .findFirst()
                    .map(problem -> ": " + problem.column() + ": " + problem.reason())
                    .orElse("");
            return List.of(
                    new HandlerResult.Warning("no photometry in row " + event.row() + " of " + table.name() + why));
        }
        return List.of(new HandlerResult.Spectrum(sed));
    }
}
