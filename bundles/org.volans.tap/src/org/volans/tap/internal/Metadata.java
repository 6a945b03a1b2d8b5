package org.volans.tap.internal;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.core.runtime.IProgressMonitor;
import org.volans.api.InputException;
import org.volans.api.ProtocolException;
import org.volans.api.ServiceException;
import org.volans.api.VoException;
import org.volans.api.net.HttpAnswer;
import org.volans.api.net.HttpBody.Field;
import org.volans.api.net.HttpCall;
import org.volans.api.net.HttpService;
import org.volans.api.table.SchemaMeta;
import org.volans.api.table.TableMeta;
import org.volans.api.tap.Availability;

/** What a service says about itself: VOSI, and TAP_SCHEMA where VOSI is missing or too long. */
final class Metadata {

    private final HttpService http;
    private final TapSchema tapSchema;
    private final Map<URI, Capabilities> remembered = new ConcurrentHashMap<>();

    Metadata(HttpService http, TapSchema tapSchema) {
        this.http = http;
        this.tapSchema = tapSchema;
    }

    Capabilities capabilities(URI service, IProgressMonitor monitor) throws VoException {
        URI document = Endpoints.of(service).at("capabilities");
        Capabilities known = remembered.get(document);
        if (known == null) {
            known = new Capabilities(document);
            walk(HttpCall.get(document), "VOSI capabilities", service, known, monitor);
            if (!known.describesTap()) {
                throw new ProtocolException(Endpoints.shown(document)
                        + " lists no TAP capability (TAPRegExt 1.0, section 2); " + doubt(service));
            }
            remembered.put(document, known);
        }
        return known;
    }

    Availability availability(URI service, IProgressMonitor monitor) throws VoException {
        AvailabilityVisitor visitor = new AvailabilityVisitor();
        URI usual = Endpoints.of(service).at("availability");
        try {
            walk(HttpCall.get(usual), "VOSI availability", service, visitor, monitor);
        } catch (ServiceException e) {
            URI declared = declaredInstead(e, service, Capabilities::availability, monitor);
            walk(HttpCall.get(declared), "VOSI availability", service, visitor, monitor);
        }
        if (!visitor.isComplete()) {
            throw new ProtocolException(Endpoints.shown(usual)
                    + " does not say whether the service is available (VOSI 1.1, section 5); " + doubt(service));
        }
        return visitor.value();
    }

    List<SchemaMeta> schemas(URI service, IProgressMonitor monitor) throws VoException {
        TablesVisitor brief = TablesVisitor.untilColumns();
        VoException failure = null;
        try {
            tables(service, List.of(new Field("detail", "min")), brief, monitor);
            if (!brief.hasMetColumns() && !brief.tables().isEmpty()) {
                return brief.schemas();
            }
        } catch (VoException e) {
            rethrowIfUnreachable(e);
            failure = e;
        }
        try {
            return tapSchema.schemas(service, monitor);
        } catch (VoException e) {
            rethrowIfUnreachable(e);
            if (failure != null) {
                throw failure;
            }
            // Neither short nor by query: then the long document, of which the columns are dropped.
            TablesVisitor full = TablesVisitor.withoutColumns();
            tables(service, List.of(), full, monitor);
            return full.schemas();
        }
    }

    TableMeta table(URI service, String name, IProgressMonitor monitor) throws VoException {
        Optional<TableMeta> direct = byName(service, name, monitor);
        if (direct.isPresent()) {
            return direct.get();
        }
        TableMeta listed = listed(service, name, monitor);
        if (!listed.name().equals(name)) {
            direct = byName(service, listed.name(), monitor);
            if (direct.isPresent()) {
                return direct.get();
            }
        }
        TablesVisitor full = TablesVisitor.of(n -> TableNames.key(n).equals(TableNames.key(listed.name())));
        tables(service, List.of(), full, monitor);
        return withColumns(full)
                .orElseThrow(() -> new ProtocolException(
                        Endpoints.host(service) + " lists the table " + listed.name() + " and none of its columns"));
    }

    /** VOSI 1.1, section 4.2, else TAP_SCHEMA. */
    private Optional<TableMeta> byName(URI service, String name, IProgressMonitor monitor) throws VoException {
        // Services that ignore what stands behind /tables send everything: only the one table is kept.
        TablesVisitor visitor = TablesVisitor.of(n -> TableNames.key(n).equals(TableNames.key(name)));
        try {
            URI uri = Endpoints.below(Endpoints.of(service).at("tables"), TableNames.undelimited(name));
            walk(HttpCall.get(uri), "VOSI tables", service, visitor, monitor);
        } catch (VoException e) {
            rethrowIfUnreachable(e);
        }
        Optional<TableMeta> found = withColumns(visitor);
        if (found.isPresent()) {
            return found;
        }
        try {
            return tapSchema.table(service, name, monitor);
        } catch (VoException e) {
            rethrowIfUnreachable(e);
            return Optional.empty(); // no TAP_SCHEMA to ask: the list of tables decides
        }
    }

    private static Optional<TableMeta> withColumns(TablesVisitor visitor) {
        return visitor.tables().stream().filter(t -> !t.columns().isEmpty()).findFirst();
    }

    /** The table of that name; also without its schema when only one table is called so. */
    private TableMeta listed(URI service, String name, IProgressMonitor monitor) throws VoException {
        List<TableMeta> all = schemas(service, monitor).stream()
                .flatMap(s -> s.tables().stream())
                .toList();
        String key = TableNames.key(name);
        Optional<TableMeta> same =
                all.stream().filter(t -> TableNames.key(t.name()).equals(key)).findFirst();
        if (same.isPresent()) {
            return same.get();
        }
        List<TableMeta> unqualified = all.stream()
                .filter(t -> TableNames.lastPart(t.name()).equals(key))
                .toList();
        if (unqualified.size() == 1) {
            return unqualified.getFirst();
        }
        List<String> near =
                TableNames.near(name, all.stream().map(TableMeta::name).toList());
        throw new InputException(Endpoints.host(service) + " has no table '" + name + "'"
                + (near.isEmpty()
                        ? " among its " + all.size() + " tables"
                        : "; did you mean " + String.join(", ", near) + "?"));
    }

    private void tables(URI service, List<Field> parameters, TablesVisitor visitor, IProgressMonitor monitor)
            throws VoException {
        URI usual = Endpoints.of(service).at("tables");
        try {
            walk(HttpCall.get(usual, parameters), "VOSI tables", service, visitor, monitor);
        } catch (ServiceException e) {
            URI declared = declaredInstead(e, service, Capabilities::tables, monitor);
            walk(HttpCall.get(declared, parameters), "VOSI tables", service, visitor, monitor);
        }
        if (!visitor.isRecognised()) {
            throw new ProtocolException(Endpoints.shown(usual)
                    + " answered XML that lists no tables (VOSI 1.1, section 4); " + doubt(service));
        }
    }

    /** Where else the service says that a resource is, when it is not in its usual place. */
    private URI declaredInstead(
            ServiceException notThere,
            URI service,
            java.util.function.Function<Capabilities, Optional<URI>> which,
            IProgressMonitor monitor)
            throws VoException {
        if (notThere.status() != 404) {
            throw notThere;
        }
        try {
            return which.apply(capabilities(service, monitor))
                    .filter(uri -> !uri.equals(notThere.uri()))
                    .orElseThrow(() -> notThere);
        } catch (VoException e) {
            throw notThere; // the first failure says more
        }
    }

    private void walk(HttpCall call, String what, URI service, XmlVisitor visitor, IProgressMonitor monitor)
            throws VoException {
        try (HttpAnswer answer = http.send(call, monitor)) {
            new AnswerReader(answer, what, doubt(service)).walk(visitor);
        }
    }

    private static String doubt(URI service) {
        return "is " + Endpoints.shown(service) + " a TAP service?";
    }

    /** A service that does not answer at all is not asked in other ways: each would cost another timeout. */
    private static void rethrowIfUnreachable(VoException e) throws VoException {
        if (e instanceof ServiceException s && s.status() == 0) {
            throw e;
        }
    }
}
