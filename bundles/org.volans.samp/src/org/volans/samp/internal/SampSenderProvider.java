package org.volans.samp.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.volans.api.InputException;
import org.volans.api.ServiceException;
import org.volans.api.VoException;
import org.volans.api.geometry.Position;
import org.volans.api.samp.SampClient;
import org.volans.api.samp.SampMessage;
import org.volans.api.samp.SampReply;
import org.volans.api.samp.SampSender;
import org.volans.api.samp.SampService;
import org.volans.api.table.SharedTable;
import org.volans.api.table.SharedTables;
import org.volans.api.table.TableService;
import org.volans.samp.internal.TableForms.Form;

/** Sends by the MTypes that the programs of the Virtual Observatory have agreed on. */
@Component
public final class SampSenderProvider implements SampSender {

    private static final String VOTABLE = "table.load.votable";
    private static final String FITS = "table.load.fits";
    private static final String URL = "url";
    private static final String TABLE_ID = "table-id";

    /** Loading is answered when it is done: it may be a big one. */
    private static final Duration LOAD = Duration.ofMinutes(1);

    private static final Duration POINT = Duration.ofSeconds(20);

    private final SampService samp;
    private final SharedTables shared;
    private final TableForms forms;

    /** Makes the service. */
    @Activate
    public SampSenderProvider(
            @Reference SampService samp, @Reference TableService tables, @Reference SharedTables shared) {
        this.samp = samp;
        this.shared = shared;
        forms = new TableForms(tables);
    }

    @Override
    public Map<SampClient, SampReply> table(SharedTable table, Optional<SampClient> to, IProgressMonitor monitor)
            throws VoException {
        List<SampClient> clients = to.map(List::of)
                .orElseGet(() -> samp.clients().stream()
                        .filter(client -> client.understands(VOTABLE) || client.understands(FITS))
                        .toList());
        Map<SampClient, SampMessage> messages = new LinkedHashMap<>();
        for (SampClient client : clients) {
            // to whom takes neither as a VOTable: it says so itself
            boolean onlyFits = client.understands(FITS) && !client.understands(VOTABLE);
            Form form = forms.of(table, client.understands(VOTABLE) || !onlyFits, client.understands(FITS), monitor);
            messages.put(client, load(table, form));
            known(table, form);
        }
        return ask(messages, to.isPresent(), LOAD, monitor);
    }

    private static SampMessage load(SharedTable table, Form form) {
        return SampMessage.of(
                form.fits() ? FITS : VOTABLE, URL, form.url().toString(), TABLE_ID, table.id(), "name", table.name());
    }

    /** A table that the others had from somewhere before keeps that URL: they know it by it. */
    private void known(SharedTable table, Form form) {
        boolean sent =
                shared.find(table.id(), "").filter(old -> old.url().isPresent()).isPresent();
        if (table.url().isEmpty() && !sent) {
            shared.put(new SharedTable(
                    table.id(),
                    Optional.of(form.url()),
                    table.name(),
                    table.table(),
                    table.document(),
                    table.file(),
                    table.context()));
        }
    }

    @Override
    public Map<SampClient, SampReply> image(Path file, String name, Optional<SampClient> to, IProgressMonitor monitor)
            throws VoException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new InputException("cannot send '" + file + "': there is no such file, or no permission to read it");
        }
        String url = file.toAbsolutePath().normalize().toUri().toString();
        return send(SampMessage.of("image.load.fits", URL, url, "image-id", url, "name", name), to, LOAD, monitor);
    }

    @Override
    public Map<SampClient, SampReply> row(
            SharedTable table, long row, Optional<SampClient> to, IProgressMonitor monitor) throws VoException {
        table.checkRow(row);
        return about(table, "table.highlight.row", "row", String.valueOf(row), to, monitor);
    }

    @Override
    public Map<SampClient, SampReply> rows(
            SharedTable table, List<Long> rows, Optional<SampClient> to, IProgressMonitor monitor) throws VoException {
        for (long row : rows) {
            table.checkRow(row);
        }
        List<String> list = rows.stream().map(String::valueOf).toList();
        return about(table, "table.select.rowList", "row-list", list, to, monitor);
    }

    /** Nobody knows a table that was neither sent nor received. */
    private Map<SampClient, SampReply> about(
            SharedTable given,
            String mtype,
            String name,
            Object value,
            Optional<SampClient> to,
            IProgressMonitor monitor)
            throws VoException {
        Optional<String> url = given.url()
                .or(() -> shared.find(given.id(), "").flatMap(SharedTable::url))
                .map(Object::toString);
        if (url.isEmpty() && to.isEmpty()) {
            return Map.of();
        }
        Map<String, Object> params = new LinkedHashMap<>();
        params.put(TABLE_ID, given.id());
        url.ifPresent(known -> params.put(URL, known));
        params.put(name, value);
        return send(new SampMessage(mtype, params), to, POINT, monitor);
    }

    @Override
    public Map<SampClient, SampReply> position(Position position, Optional<SampClient> to, IProgressMonitor monitor)
            throws VoException {
        SampMessage message = SampMessage.of(
                "coord.pointAt.sky", "ra", String.valueOf(position.ra()), "dec", String.valueOf(position.dec()));
        return send(message, to, POINT, monitor);
    }

    private Map<SampClient, SampReply> send(
            SampMessage message, Optional<SampClient> to, Duration timeout, IProgressMonitor monitor)
            throws ServiceException {
        return to.isPresent()
                ? Map.of(to.get(), samp.call(to.get(), message, timeout, monitor))
                : samp.callAll(message, timeout, monitor);
    }

    /** Asks each something of its own, all at once. */
    private Map<SampClient, SampReply> ask(
            Map<SampClient, SampMessage> messages, boolean one, Duration timeout, IProgressMonitor monitor)
            throws ServiceException {
        Map<SampClient, Future<SampReply>> asked = new LinkedHashMap<>();
        Map<SampClient, SampReply> replies = new LinkedHashMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            messages.forEach((client, message) ->
                    asked.put(client, threads.submit(() -> samp.call(client, message, timeout, monitor))));
            for (Map.Entry<SampClient, Future<SampReply>> each : asked.entrySet()) {
                replies.put(each.getKey(), reply(each.getValue(), one));
            }
        }
        return replies;
    }

    private static SampReply reply(Future<SampReply> asked, boolean one) throws ServiceException {
        try {
            return asked.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case ServiceException fault
                when !one -> {
                    return new SampReply.Failed(fault.getMessage());
                }
                case ServiceException fault -> throw fault;
                case OperationCanceledException cancelled -> throw cancelled;
                default -> throw new IllegalStateException(e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperationCanceledException();
        }
    }
}
