package org.volans.handlers.internal;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.log.Logger;
import org.volans.api.VoException;
import org.volans.api.handler.Handler;
import org.volans.api.handler.HandlerEvent;
import org.volans.api.handler.HandlerHost;
import org.volans.api.handler.HandlerResult;
import org.volans.api.samp.SampClient;
import org.volans.api.table.SharedTable;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.RowListStarTable;

/** What tests need of the rest of the program. */
public final class Fakes {

    private Fakes() {}

    /** Any interface. */
    public static <T> T proxy(Class<T> type, InvocationHandler work) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, work));
    }

    /** @param lines what is logged is added */
    public static Logger log(List<String> lines) {
        return proxy(Logger.class, (proxy, method, args) -> {
            lines.add(method.getName() + " " + java.util.Arrays.deepToString(args));
            return null;
        });
    }

    /** A log that nobody reads. */
    public static Logger log() {
        return log(new ArrayList<>());
    }

    /** A program by its name, which is its id, too. */
    public static SampClient program(String name, String... mtypes) {
        return new SampClient(name, name, "", Optional.empty(), Map.of(), List.of(mtypes), false);
    }

    /** A program in a web page. */
    public static SampClient webProgram() {
        return new SampClient("w1", "page", "", Optional.empty(), Map.of(SampClient.WEB, "1"), List.of(), false);
    }

    /** A table with one column and so many rows. */
    public static RowListStarTable rows(int rows) {
        RowListStarTable table = new RowListStarTable(new ColumnInfo[] {new ColumnInfo("n", Integer.class, "")});
        for (int i = 0; i < rows; i++) {
            table.addRow(new Object[] {i});
        }
        return table;
    }

    /** A table with three rows. @param url or empty */
    public static SharedTable table(String id, String url, String name) {
        return new SharedTable(
                id,
                url.isEmpty() ? Optional.empty() : Optional.of(URI.create(url)),
                name,
                rows(3),
                Optional.empty(),
                Optional.empty(),
                "");
    }

    /** A program that handlers run in: files go into a folder. */
    public static final class Program implements HandlerHost {

        private final Path folder;
        private final List<String> taken = new ArrayList<>();
        private int files;

        /** @param folder for new files */
        public Program(Path folder) {
            this.folder = folder;
        }

        /** What it was given: handler and class of the result. */
        public List<String> taken() {
            return taken;
        }

        @Override
        public synchronized Path newFile(String stem, String extension) {
            files++;
            return folder.resolve("new" + files + "." + extension);
        }

        @Override
        public URI registry() {
            return URI.create("http://reg.example/tap");
        }

        @Override
        public synchronized List<Path> take(
                HandlerEvent event, String handler, HandlerResult result, IProgressMonitor monitor) throws VoException {
            taken.add(handler + " " + result.getClass().getSimpleName());
            return result instanceof HandlerResult.Image image ? List.of(image.file()) : List.of();
        }
    }

    /** Where no handler waits. */
    public static WaitingHandlers waiting() {
        return new WaitingHandlers(components(Map.of()));
    }

    /** A component runtime that knows these, each with one configuration. */
    static ServiceComponentRuntime components(Map<ComponentDescriptionDTO, ComponentConfigurationDTO> known) {
        return proxy(
                ServiceComponentRuntime.class,
                (proxy, method, arguments) -> method.getName().equals("getComponentDescriptionDTOs")
                        ? known.keySet()
                        : List.of(known.get(arguments[0])));
    }

    /** Registers a handler as a plug-in would. */
    public static void register(Whiteboard whiteboard, String kind, String id, String rule, Handler<?> handler) {
        register(whiteboard, kind, id, rule, 0, handler);
    }

    /** Likewise, with a ranking; the handler itself stands for the service. */
    public static void register(
            Whiteboard whiteboard, String kind, String id, String rule, int ranking, Handler<?> handler) {
        whiteboard.add(
                handler,
                kind,
                "test.bundle",
                Map.of(
                        Handler.ID,
                        id,
                        Handler.LABEL,
                        "Label of " + id,
                        Handler.RULE,
                        rule,
                        "service.ranking",
                        ranking,
                        "service.id",
                        (long) System.identityHashCode(handler)),
                () -> Optional.of(handler));
    }
}
