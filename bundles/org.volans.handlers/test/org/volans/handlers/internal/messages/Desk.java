package org.volans.handlers.internal.messages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.handler.HandlerContext;
import org.volans.api.handler.HandlerEvent;
import org.volans.api.handler.HandlerResult;
import org.volans.api.handler.ImageHandler;
import org.volans.api.handler.PositionHandler;
import org.volans.api.handler.RowHandler;
import org.volans.api.handler.RowsHandler;
import org.volans.api.handler.TableHandler;
import org.volans.api.image.ImageService;
import org.volans.api.samp.MessageHandler;
import org.volans.api.samp.SampClient;
import org.volans.api.samp.SampMessage;
import org.volans.api.samp.SampReply;
import org.volans.api.table.SharedTable;
import org.volans.api.table.TableFile;
import org.volans.api.table.TableService;
import org.volans.handlers.internal.Fakes;
import org.volans.handlers.internal.HandlerProvider;
import org.volans.handlers.internal.Host;
import org.volans.handlers.internal.LastPosition;
import org.volans.handlers.internal.SeenImages;
import org.volans.handlers.internal.SharedTablesProvider;
import org.volans.handlers.internal.Whiteboard;

/** All that answers messages, with a web, a program and handlers that note what they get. */
final class Desk {

    static final int LIMIT = 100_000;

    /** Room for received tables. */
    static final int CELLS = 1000;

    final FakeWeb web = new FakeWeb();
    final Whiteboard whiteboard = new Whiteboard(Fakes.log());
    final SharedTablesProvider tables = new SharedTablesProvider();
    final PendingLoads pending = new PendingLoads();
    final LastPosition last = new LastPosition();
    final List<String> handled = new ArrayList<>();
    final List<String> failures = new ArrayList<>();
    final SampClient topcat = Fakes.program("topcat");
    final SampClient aladin = Fakes.program("Aladin");
    final Path folder;
    final Fakes.Program program;
    final Host host;
    final HandlerProvider handlers;
    final TableLoad load;
    final TableHighlight highlight;
    final TableSelection selection;
    final SkyPointing pointing;
    final ImageLoad image;

    /** Opening a table waits for it. */
    volatile CountDownLatch opening = new CountDownLatch(0);

    Desk(Path folder) {
        this.folder = folder;
        program = new Fakes.Program(folder);
        host = new Host(Fakes.log(), program);
        handlers =
                new HandlerProvider(whiteboard, host, new SeenImages(() -> null), last, Fakes.waiting(), Fakes.log());
        Download download = new Download(web, LIMIT, Duration.ofSeconds(7));
        KnownTables known = new KnownTables(tables, pending, new ReceivedRoom(tables, CELLS));
        ReceivedTables received = new ReceivedTables(download, tables(), known, pending, handlers, host);
        load = new TableLoad(received);
        highlight = new TableHighlight(received, handlers);
        selection = new TableSelection(received, handlers);
        pointing = new SkyPointing(handlers);
        image = new ImageLoad(download, images(), handlers, host);
    }

    /** A table is {@code <VOTABLE>} and the number of its rows. */
    private TableService tables() {
        return Fakes.proxy(TableService.class, (proxy, method, args) -> {
            opening.await();
            Path file = (Path) args[0];
            String text = Files.readString(file);
            if (!text.startsWith("<VOTABLE>")) {
                throw new InputException("'" + file + "' is no table in a known format");
            }
            return new TableFile(
                    "votable",
                    List.of(Fakes.rows(Integer.parseInt(text.substring(9).strip()))),
                    Optional.empty());
        });
    }

    private ImageService images() {
        return Fakes.proxy(ImageService.class, (proxy, method, args) -> {
            Path file = (Path) args[0];
            if (!Files.readString(file).startsWith("SIMPLE")) {
                throw new InputException("'" + file + "' is no FITS file");
            }
            return List.of();
        });
    }

    /** A handler of each kind that notes its events. */
    void handleAll() {
        Fakes.register(whiteboard, RowHandler.KIND, "h.row", "", rows("row"));
        Fakes.register(whiteboard, RowsHandler.KIND, "h.rows", "", new RowsHandler() {
            @Override
            public boolean accepts(HandlerEvent.Rows event) {
                return true;
            }

            @Override
            public List<HandlerResult> handle(HandlerEvent.Rows event, HandlerContext c, IProgressMonitor m)
                    throws VoException {
                return note("rows " + event.rows() + " of " + event.table().name());
            }
        });
        Fakes.register(whiteboard, PositionHandler.KIND, "h.position", "", new PositionHandler() {
            @Override
            public boolean accepts(HandlerEvent.Pointed event) {
                return true;
            }

            @Override
            public List<HandlerResult> handle(HandlerEvent.Pointed event, HandlerContext c, IProgressMonitor m)
                    throws VoException {
                return note("position " + event.position() + " from "
                        + event.source().name());
            }
        });
        Fakes.register(whiteboard, TableHandler.KIND, "h.table", "", new TableHandler() {
            @Override
            public boolean accepts(HandlerEvent.Table event) {
                return true;
            }

            @Override
            public List<HandlerResult> handle(HandlerEvent.Table event, HandlerContext c, IProgressMonitor m)
                    throws VoException {
                return note("table " + event.table().name());
            }
        });
        Fakes.register(whiteboard, ImageHandler.KIND, "h.image", "", new ImageHandler() {
            @Override
            public boolean accepts(HandlerEvent.Image event) {
                return true;
            }

            @Override
            public List<HandlerResult> handle(HandlerEvent.Image event, HandlerContext c, IProgressMonitor m)
                    throws VoException {
                return note("image " + event.title());
            }
        });
    }

    /** A handler of rows. */
    RowHandler rows(String name) {
        return new RowHandler() {
            @Override
            public boolean accepts(HandlerEvent.Row event) {
                return true;
            }

            @Override
            public List<HandlerResult> handle(HandlerEvent.Row event, HandlerContext c, IProgressMonitor m)
                    throws VoException {
                return note(name + " " + event.row() + " of " + event.table().name());
            }
        };
    }

    private synchronized List<HandlerResult> note(String what) throws InputException {
        for (String failure : failures) {
            if (what.startsWith(failure)) {
                throw new InputException("cannot do " + failure);
            }
        }
        handled.add(what);
        return List.of();
    }

    SampReply send(MessageHandler handler, String mtype, String... params) throws VoException {
        return send(handler, topcat, mtype, params);
    }

    SampReply send(MessageHandler handler, SampClient sender, String mtype, String... params) throws VoException {
        return handler.handle(SampMessage.of(mtype, params), sender, new NullProgressMonitor());
    }

    /** Sends a table of three rows. */
    void sendTable(SampClient sender, String id, String url, String name) throws VoException {
        web.put(url, "<VOTABLE>3");
        send(load, sender, "table.load.votable", "table-id", id, "url", url, "name", name);
    }

    /** Names of the tables that are known. */
    List<String> known() {
        return tables.all().stream().map(SharedTable::name).toList();
    }

    /** Files of the user. */
    List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    /** Files that were fetched. */
    List<String> fetched() throws Exception {
        try (Stream<Path> files = Files.list(host.temporaryFile("x", "y").getParent())) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }
}
