package org.volans.plugins.internal.template;

import java.util.Locale;
import org.volans.api.cli.CliCommand;
import org.volans.api.handler.Handler;
import org.volans.api.handler.HandlerEvent;
import org.volans.api.handler.ImageHandler;
import org.volans.api.handler.LinkHandler;
import org.volans.api.handler.PositionHandler;
import org.volans.api.handler.ResultViewer;
import org.volans.api.handler.RowHandler;
import org.volans.api.handler.RowsHandler;
import org.volans.api.handler.TableHandler;
import org.volans.api.samp.MessageHandler;
import org.volans.api.sed.FilterProvider;
import org.volans.api.table.TableFormat;

/**
 * What a new plug-in adds to Volans: one for each interface that the SDK has a contract for. Each has its templates in the folder
 * {@code kinds} beside this class, by its word.
 */
enum PluginKind {
    ROW(RowHandler.class, HandlerEvent.Row.class, Does.ROW),
    ROWS(RowsHandler.class, HandlerEvent.Rows.class, Does.ROWS),
    POSITION(PositionHandler.class, HandlerEvent.Pointed.class, Does.POSITION),
    TABLE(TableHandler.class, HandlerEvent.Table.class, Does.TABLE),
    IMAGE(ImageHandler.class, HandlerEvent.Image.class, Does.IMAGE),
    LINK(LinkHandler.class, HandlerEvent.Link.class, Does.LINK),
    VIEWER(ResultViewer.class, "Viewer", Does.VIEWER),
    COMMAND(CliCommand.class, "Command", Does.COMMAND),
    FILTER(FilterProvider.class, "Filters", Does.FILTER),
    MESSAGE(MessageHandler.class, "Message", Does.MESSAGE),
    FORMAT(TableFormat.class, "Format", Does.FORMAT);

    /** What each is called upon for, and what the new plug-in does then. Constants, for the command's help. */
    static final class Does {
        static final String ROW = "for a highlighted row: its Galactic coordinates";
        static final String ROWS = "for selected rows: their mean position and how far they spread";
        static final String POSITION = "for a position pointed at: SIMBAD's page about what is there";
        static final String TABLE = "for an opened table: which columns lack a UCD or a unit";
        static final String IMAGE = "for an image: its pixel scale, field and position angle";
        static final String LINK = "for a link to a FITS file: what its header says";
        static final String VIEWER = "for what handlers give, in the workbench: tables go to TOPCAT";
        static final String COMMAND = "for the command line: the Galactic coordinates of positions";
        static final String FILTER = "for SEDs: the photometric filters of a survey";
        static final String MESSAGE = "for a SAMP message of its own: a position in other notations";
        static final String FORMAT = "for table files: the region files of DS9";

        private Does() {}
    }

    private final Class<?> type;
    private final String event;
    private final String suffix;
    private final String summary;

    PluginKind(Class<?> type, String event, String suffix, String summary) {
        this.type = type;
        this.event = event;
        this.suffix = suffix;
        this.summary = summary;
    }

    <E extends HandlerEvent> PluginKind(Class<? extends Handler<E>> type, Class<E> event, String summary) {
        this(type, event.getSimpleName(), "Handler", summary);
    }

    PluginKind(Class<?> type, String suffix, String summary) {
        this(type, "", suffix, summary);
    }

    /** The interface of the API that it implements. */
    Class<?> type() {
        return type;
    }

    /** The {@code HandlerEvent} that it handles, by its simple name; empty for what is no handler. */
    String event() {
        return event;
    }

    /** What the names of its classes end in. */
    String suffix() {
        return suffix;
    }

    /** What it is, and what the new plug-in does. */
    String summary() {
        return summary;
    }

    /** As users write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
