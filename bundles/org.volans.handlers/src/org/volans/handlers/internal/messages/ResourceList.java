package org.volans.handlers.internal.messages;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
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
import org.volans.api.VoException;
import org.volans.api.handler.EventSource;
import org.volans.api.handler.HandlerEvent;
import org.volans.api.handler.HandlerHost;
import org.volans.api.handler.HandlerResult;
import org.volans.api.registry.RegistryRecord;
import org.volans.api.registry.RegistryService;
import org.volans.api.samp.MessageHandler;
import org.volans.api.samp.SampClient;
import org.volans.api.samp.SampMessage;
import org.volans.api.samp.SampReply;
import org.volans.api.table.SharedTable;
import org.volans.api.table.SharedTables;
import org.volans.handlers.internal.Host;
import uk.ac.starlink.table.StarTable;

/**
 * Lists of registry identifiers that other programs send, whatever for: each becomes a table of what the registry says
 * of them.
 */
@Component(
        property = {MessageHandler.MTYPES + "=voresource.loadlist", MessageHandler.MTYPES + "=voresource.loadlist.*"})
public final class ResourceList implements MessageHandler {

    private static final String ID = "org.volans.handlers.resources";

    /** Each costs the registry some queries. */
    private static final int MOST = 200;

    private final RegistryService registries;
    private final SharedTables tables;
    private final Host host;

    /** Makes it. */
    @Activate
    public ResourceList(@Reference RegistryService registries, @Reference SharedTables tables, @Reference Host host) {
        this.registries = registries;
        this.tables = tables;
        this.host = host;
    }

    @Override
    public SampReply handle(SampMessage message, SampClient sender, IProgressMonitor monitor) throws VoException {
        List<String> ids = ids(message);
        HandlerHost program =
                host.program().orElseThrow(() -> new InputException("there is no program to show the list"));
        List<String> asked = ids.subList(0, Math.min(ids.size(), MOST));
        List<String> unknown = new ArrayList<>();
        List<RegistryRecord> records = records(program.registry(), asked, unknown, monitor);
        if (records.isEmpty()) {
            throw new InputException("the registry knows none of them: " + String.join(", ", unknown));
        }
        String name = message.text("name").orElse("Resources from " + sender.name());
        StarTable table = ResourceTable.of(name, records);
        program.take(event(message, sender, name, table), ID, new HandlerResult.Table(name, table), monitor);
        List<String> missing = new ArrayList<>();
        if (!unknown.isEmpty()) {
            missing.add("the registry does not know " + String.join(", ", unknown));
        }
        if (ids.size() > MOST) {
            missing.add("only the first " + MOST + " of " + ids.size() + " were looked up");
        }
        return missing.isEmpty() ? SampReply.ok() : SampReply.warning(String.join("; ", missing));
    }

    /** The keys of the map; each once, in an order that a second time is the same. */
    private static List<String> ids(SampMessage message) throws InputException {
        Object given = message.params().get("ids");
        if (!(given instanceof Map<?, ?> map)) {
            throw new InputException(
                    message.mtype() + " needs the parameter 'ids', a map with identifiers as its keys");
        }
        TreeSet<String> ids = new TreeSet<>();
        map.keySet().forEach(key -> ids.add(String.valueOf(key).strip()));
        Optional<String> wrong = ids.stream()
                .filter(id -> !id.regionMatches(true, 0, "ivo://", 0, 6))
                .findFirst();
        if (ids.isEmpty() || wrong.isPresent()) {
            throw new InputException(
                    wrong.map(id -> "'" + id + "' in 'ids' is no identifier such as ivo://authority/key")
                            .orElse("the map 'ids' is empty"));
        }
        return List.copyOf(ids);
    }

    private HandlerEvent event(SampMessage message, SampClient sender, String name, StarTable table) {
        SharedTable shared =
                new SharedTable(tables.newId(), Optional.empty(), name, table, Optional.empty(), Optional.empty(), "");
        return new HandlerEvent.Table(shared, new EventSource.Program(sender, message.mtype()));
    }

    /** @param unknown those that the registry does not know are added */
    private List<RegistryRecord> records(URI registry, List<String> ids, List<String> unknown, IProgressMonitor monitor)
            throws VoException {
        List<RegistryRecord> records = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<RegistryRecord>> answers = ids.stream()
                    .map(id -> threads.submit(() -> registries.show(registry, id, monitor)))
                    .toList();
            for (int i = 0; i < ids.size(); i++) {
                try {
                    records.add(got(answers.get(i)));
                } catch (InputException e) {
                    unknown.add(ids.get(i));
                }
            }
        }
        return records;
    }

    private static RegistryRecord got(Future<RegistryRecord> answer) throws VoException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case VoException fault -> throw fault;
                case RuntimeException fault -> throw fault;
                case null, default -> throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperationCanceledException();
        }
    }
}
