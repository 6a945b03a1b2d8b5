package org.volans.handlers.internal.own;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.datalink.DatalinkService;
import org.volans.api.datalink.LinkedRow;
import org.volans.api.handler.Handler;
import org.volans.api.handler.HandlerContext;
import org.volans.api.handler.HandlerEvent;
import org.volans.api.handler.HandlerResult;
import org.volans.api.handler.RowHandler;
import org.volans.api.table.SharedTable;
import org.volans.api.table.VotableDocument;

/** What a row of a VOTable leads to. */
@Component(
        property = {
            Handler.ID + "=org.volans.handlers.links",
            Handler.LABEL + "=Links of the row",
            Handler.RULE + "=from=samp"
        })
public final class LinksOfRow implements RowHandler {

    private final DatalinkService datalink;

    /** Makes it. */
    @Activate
    public LinksOfRow(@Reference DatalinkService datalink) {
        this.datalink = datalink;
    }

    @Override
    public boolean accepts(HandlerEvent.Row event) {
        Optional<VotableDocument> document = document(event.table());
        if (document.isEmpty()) {
            return false;
        }
        try {
            return !document.get().descriptors().isEmpty()
                    || datalink.requestFor(document.get(), event.row()).isPresent();
        } catch (VoException e) {
            return true; // there are links, and handling says what is wrong with them
        }
    }

    /** Rows are those of the document's first table. */
    private static Optional<VotableDocument> document(SharedTable table) {
        return table.document()
                .filter(document -> document.table()
                        .filter(first -> first.getRowCount() == table.table().getRowCount())
                        .isPresent());
    }

    @Override
    public List<HandlerResult> handle(HandlerEvent.Row event, HandlerContext context, IProgressMonitor monitor)
            throws VoException {
        VotableDocument document = document(event.table())
                .orElseThrow(() -> new InputException(event.table().name() + " is no VOTable: its rows have no links"));
        LinkedRow links = datalink.allOf(document, event.row(), monitor);
        return List.of(
                links.links().isEmpty()
                        ? new HandlerResult.Warning(
                                "row " + event.row() + " of " + event.table().name() + " leads to nothing")
                        : new HandlerResult.Links(links));
    }
}
