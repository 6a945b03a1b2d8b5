package org.volans.datalink.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.volans.api.ServiceException;
import org.volans.api.VoException;
import org.volans.api.datalink.LinkRow;
import org.volans.api.datalink.LinkRow.Target;
import org.volans.api.datalink.LinksRequest;
import org.volans.api.net.HttpAnswer;
import org.volans.api.net.HttpBody.Field;
import org.volans.api.net.HttpCall;
import org.volans.api.net.HttpService;
import org.volans.api.table.TableService;
import org.volans.api.table.VotableDocument;

/**
 * Asks one links endpoint for many identifiers. All go into one request; what a service leaves out of its answer because
 * it has a limit is asked again, and a request that is refused as a whole is asked again in two halves, so that one
 * identifier that a service chokes on does not cost the others their links.
 */
final class LinksAsker {

    /** Longer URLs are refused by some servers; RFC 9110 recommends to support 8000. */
    private static final int LONGEST_URL = 4000;

    private final HttpService http;
    private final TableService tables;
    private final LinksRequest request;
    private final IProgressMonitor monitor;
    private final List<Field> others;
    private final Map<String, List<LinkRow>> rows = new LinkedHashMap<>();

    LinksAsker(HttpService http, TableService tables, LinksRequest request, IProgressMonitor monitor) {
        this.http = http;
        this.tables = tables;
        this.request = request;
        this.monitor = monitor;
        this.others = request.parameters().stream().filter(f -> !isId(f)).toList();
    }

    private static boolean isId(Field field) {
        return field.name().equalsIgnoreCase("ID");
    }

    List<LinkRow> ask() throws VoException {
        Set<String> ids = new LinkedHashSet<>();
        request.parameters().stream().filter(LinksAsker::isId).map(Field::value).forEach(ids::add);
        if (ids.isEmpty()) {
            return read(List.of()).rows();
        }
        ids.forEach(id -> rows.put(id, new ArrayList<>()));
        Deque<List<String>> waiting = new ArrayDeque<>();
        waiting.add(List.copyOf(ids));
        while (!waiting.isEmpty()) {
            if (monitor.isCanceled()) {
                throw new OperationCanceledException();
            }
            batch(waiting.pop(), waiting, ids.size() == 1);
        }
        return rows.values().stream().flatMap(List::stream).toList();
    }

    private void batch(List<String> ids, Deque<List<String>> waiting, boolean alone) throws VoException {
        Part part;
        try {
            part = read(ids);
        } catch (ServiceException e) {
            if (alone || !refusal(e.status())) {
                throw e;
            }
            if (ids.size() == 1) {
                fault(ids.get(0), e.getMessage());
            } else {
                halve(ids, waiting);
            }
            return;
        }
        List<String> left = take(part, ids);
        if (left.size() == ids.size() && ids.size() > 1) {
            halve(ids, waiting);
        } else if (ids.size() == 1) {
            left.forEach(id -> fault(id, "the service sent no row for this identifier"));
        } else if (!left.isEmpty()) {
            waiting.push(left);
        }
    }

    /** Answers that a smaller request may not get. */
    private static boolean refusal(int status) {
        return status == 400 || status == 404 || status == 413 || status == 414 || status == 422 || status == 200;
    }

    private static void halve(List<String> ids, Deque<List<String>> waiting) {
        int middle = (ids.size() + 1) / 2;
        waiting.push(ids.subList(middle, ids.size()));
        waiting.push(ids.subList(0, middle));
    }

    private void fault(String id, String message) {
        rows.computeIfAbsent(id, i -> new ArrayList<>())
                .add(new LinkRow(id, new Target.Fault(message), "", "", "", OptionalLong.empty(), "", ""));
    }

    /** Keeps the rows; says which identifiers have none yet. */
    private List<String> take(Part part, List<String> ids) {
        Map<String, List<LinkRow>> byId = new LinkedHashMap<>();
        part.rows()
                .forEach(r ->
                        byId.computeIfAbsent(r.id(), i -> new ArrayList<>()).add(r));
        if (part.overflow() && byId.size() > 1) {
            // where the limit is one of rows, the last identifier may lack some
            byId.remove(part.rows().get(part.rows().size() - 1).id());
        }
        if (ids.size() == 1 && !byId.isEmpty()) {
            // a service may write the identifier in another way than it was asked for
            byId.values().forEach(rows.computeIfAbsent(ids.get(0), i -> new ArrayList<>())::addAll);
            return List.of();
        }
        List<String> left = new ArrayList<>(ids);
        byId.forEach((id, found) -> {
            if (left.remove(id)) {
                rows.computeIfAbsent(id, i -> new ArrayList<>()).addAll(found);
            }
        });
        return left;
    }

    /** One answer. */
    private record Part(List<LinkRow> rows, boolean overflow) {}

    private Part read(List<String> ids) throws VoException {
        List<Field> fields = new ArrayList<>(others);
        ids.forEach(id -> fields.add(new Field("ID", id)));
        HttpCall get = HttpCall.get(request.url(), fields);
        HttpCall call = get.uri().toString().length() <= LONGEST_URL
                ? get
                : HttpCall.post(request.url(), fields).repeatable(true);
        try (HttpAnswer answer = http.send(call, monitor)) {
            VotableDocument document = tables.readVotable(answer.body(), String.valueOf(call.uri()), monitor);
            if (document.error().isPresent()) {
                throw new ServiceException(
                        answer.uri(),
                        answer.status(),
                        answer.uri().getHost() + ": " + document.error().get(),
                        null);
            }
            String only = ids.size() == 1 ? ids.get(0) : "";
            return new Part(new LinksTable(document, answer.uri()).rows(only), document.overflow());
        }
    }
}
