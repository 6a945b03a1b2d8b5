package org.volans.handlers.internal.messages;

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

/** A row that another program highlights. */
@Component(property = {MessageHandler.MTYPES + "=" + TableHighlight.MTYPE, MessageHandler.NEWEST + ":Integer=8"})
public final class TableHighlight implements MessageHandler {

    static final String MTYPE = "table.highlight.row";

    private final ReceivedTables tables;
    private final HandlerService handlers;

    /** Makes it. */
    @Activate
    public TableHighlight(@Reference ReceivedTables tables, @Reference HandlerService handlers) {
        this.tables = tables;
        this.handlers = handlers;
    }

    @Override
    public SampReply handle(SampMessage message, SampClient sender, IProgressMonitor monitor) throws VoException {
        SampMessage tidy = Params.tidy(message);
        long row = tidy.index("row");
        SharedTable table = tables.meant(tidy, sender, monitor);
        table.checkRow(row);
        EventSource source = new EventSource.Program(sender, message.mtype());
        return new Replies(handlers).handled(handlers.run(new HandlerEvent.Row(table, row, source), monitor));
    }
}
