package org.volans.handlers.internal.messages;

import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.volans.api.VoException;
import org.volans.api.handler.EventSource;
import org.volans.api.handler.HandlerEvent;
import org.volans.api.handler.HandlerService;
import org.volans.api.samp.MessageHandler;
import org.volans.api.samp.SampClient;
import org.volans.api.samp.SampMessage;
import org.volans.api.samp.SampReply;
import org.volans.api.table.SharedTable;

/** Rows that another program selects. */
@Component(property = {MessageHandler.MTYPES + "=" + TableSelection.MTYPE, MessageHandler.NEWEST + ":Integer=8"})
public final class TableSelection implements MessageHandler {

    static final String MTYPE = "table.select.rowList";

    private final ReceivedTables tables;
    private final HandlerService handlers;

    /** Makes it. */
    @Activate
    public TableSelection(@Reference ReceivedTables tables, @Reference HandlerService handlers) {
        this.tables = tables;
        this.handlers = handlers;
    }

    @Override
    public SampReply handle(SampMessage message, SampClient sender, IProgressMonitor monitor) throws VoException {
        SampMessage tidy = Params.tidy(message);
        List<Long> rows = tidy.indices("row-list");
        SharedTable table = tables.meant(tidy, sender, monitor);
        for (long row : rows) {
            table.checkRow(row);
        }
        EventSource source = new EventSource.Program(sender, message.mtype());
        return new Replies(handlers).handled(handlers.run(new HandlerEvent.Rows(table, rows, source), monitor));
    }
}
