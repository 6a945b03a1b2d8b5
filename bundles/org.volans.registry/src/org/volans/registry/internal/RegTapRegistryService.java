package org.volans.registry.internal;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.adql.AdqlService;
import org.volans.api.registry.RegistryConstraint;
import org.volans.api.registry.RegistryCursor;
import org.volans.api.registry.RegistryPage;
import org.volans.api.registry.RegistryQuery;
import org.volans.api.registry.RegistryRecord;
import org.volans.api.registry.RegistryService;
import org.volans.api.registry.ServiceType;
import org.volans.api.table.TableMeta;
import org.volans.api.tap.TapResult;
import org.volans.api.tap.TapService;
import uk.ac.starlink.table.StarTable;

/** The registry over RegTAP. The first question to an endpoint costs one request more, for what tables it has. */
@Component
public final class RegTapRegistryService implements RegistryService {

    /** Rows that one record takes with all its interfaces and data models, to be generous. */
    private static final int ROWS_PER_RECORD = 100;

    private static final long MOST_COLUMNS = 2_000_000;

    private final Registry registries;
    private final AdqlService adql;

    /** @param adql only asked to write names */
    @Activate
    public RegTapRegistryService(@Reference TapService tap, @Reference AdqlService adql) {
        this.registries = new Registry(tap);
        this.adql = adql;
    }

    @Override
    public List<URI> publicEndpoints() {
        return List.of(
                URI.create("http://reg.g-vo.org/tap"),
                URI.create("http://dc.g-vo.org/tap"),
                URI.create("http://voparis-rr.obspm.fr/tap"),
                URI.create("https://gavo.aip.de/tap"));
    }

    @Override
    public List<RegistryRecord> search(URI registry, RegistryQuery query, IProgressMonitor monitor) throws VoException {
        RegTapSchema schema = registries.schema(registry, monitor);
        SearchSql sql = new SearchSql(schema, Registry.name(registry));
        Whole whole = whole(registry, query.limit(), limit -> sql.records(query.constraints(), limit), monitor);
        List<RegistryRecord> records = RecordReader.read(whole.table(), source(registry));
        return records.stream()
                .filter(r -> usable(r, query.constraints()))
                .limit(query.limit())
                .toList();
    }

    @Override
    public RegistryPage page(
            URI registry, RegistryQuery query, Optional<RegistryCursor> after, IProgressMonitor monitor)
            throws VoException {
        SearchSql sql = new SearchSql(registries.schema(registry, monitor), Registry.name(registry));
        // one more than wanted tells whether there are more
        Whole whole = whole(registry, query.limit(), limit -> sql.page(query.constraints(), after, limit + 1), monitor);
        List<RecordReader.Ranked> found = RecordReader.inOrder(whole.table(), source(registry));
        List<RecordReader.Ranked> page = found.subList(0, Math.min(whole.limit(), found.size()));
        Optional<RegistryCursor> next = Optional.of(page)
                .filter(p -> found.size() > p.size())
                .map(List::getLast)
                .map(last -> new RegistryCursor(last.relevance(), last.record().ivoid()))
                // a registry that does not heed the condition would send the same page for ever
                .filter(cursor -> !Optional.of(cursor).equals(after));
        return new RegistryPage(
                page.stream()
                        .map(RecordReader.Ranked::record)
                        .filter(r -> usable(r, query.constraints()))
                        .toList(),
                next);
    }

    /** A query for so many records. */
    private interface Sized {
        String of(int limit) throws VoException;
    }

    /** An answer that was not cut off, and the limit with which it was not. */
    private record Whole(StarTable table, int limit) {}

    /** Cut off by the service's own limit, some record lacks interfaces: fewer whole records are better. */
    private Whole whole(URI registry, int wanted, Sized query, IProgressMonitor monitor) throws VoException {
        int limit = wanted;
        while (true) {
            long rows = Math.max(20_000, (long) limit * ROWS_PER_RECORD);
            TapResult result = registries.query(registry, query.of(limit), rows, monitor);
            if (!result.overflow() || limit == 1) {
                return new Whole(result.table(), limit);
            }
            limit = Math.max(1, limit / 2);
        }
    }

    private static String source(URI registry) {
        return "the registry " + Registry.name(registry);
    }

    @Override
    public long count(URI registry, List<RegistryConstraint> constraints, IProgressMonitor monitor) throws VoException {
        SearchSql sql = new SearchSql(registries.schema(registry, monitor), Registry.name(registry));
        TapResult result = registries.query(registry, sql.count(constraints), 1, monitor);
        long[] records = new long[1];
        Rows.each(result.table(), source(registry), row -> records[0] = row.number("records", 0));
        return records[0];
    }

    @Override
    public boolean statesCoverage(URI registry, IProgressMonitor monitor) throws VoException {
        return registries.schema(registry, monitor).has("rr.stc_spatial", "coverage");
    }

    /** A capability of the right kind may have no interface but a page for people. */
    private static boolean usable(RegistryRecord record, List<RegistryConstraint> constraints) {
        return constraints.stream()
                .allMatch(c -> !(c instanceof RegistryConstraint.Type t)
                        || record.access(t.type()).isPresent());
    }

    @Override
    public RegistryRecord show(URI registry, String ivoid, IProgressMonitor monitor) throws VoException {
        List<RegistryRecord> found = search(registry, RegistryQuery.of(new RegistryConstraint.Named(ivoid)), monitor);
        if (found.isEmpty()) {
            throw unknown(registry, ivoid, List.of(), "record", monitor);
        }
        if (found.size() > 1) {
            throw new InputException("several records are called '" + ivoid + "', name one by its identifier: "
                    + found.stream().map(RegistryRecord::ivoid).collect(Collectors.joining(", ")));
        }
        RegistryRecord record = found.get(0);
        return RecordReader.with(record, subjects(registry, record.ivoid(), monitor), record.interfaces());
    }

    private Set<String> subjects(URI registry, String ivoid, IProgressMonitor monitor) throws VoException {
        Set<String> subjects = new LinkedHashSet<>();
        if (registries.schema(registry, monitor).hasTable("rr.res_subject")) {
            String query = "SELECT res_subject FROM rr.res_subject WHERE ivoid = " + ConstraintSql.literal(ivoid);
            TapResult result = registries.query(registry, query, 20_000, monitor);
            Rows.each(result.table(), Registry.name(registry), row -> subjects.add(row.text("res_subject")));
        }
        return subjects;
    }

    @Override
    public List<TableMeta> tables(URI registry, String ivoid, IProgressMonitor monitor) throws VoException {
        RegTapSchema schema = registries.schema(registry, monitor);
        if (!schema.hasTable("rr.res_table") || !schema.hasTable("rr.table_column")) {
            return List.of();
        }
        TapResult result = registries.query(registry, TableReader.query(schema, ivoid), MOST_COLUMNS, monitor);
        return TableReader.read(result.table(), source(registry), adql);
    }

    @Override
    public URI resolve(URI registry, String service, ServiceType type, IProgressMonitor monitor) throws VoException {
        String name = service.strip();
        if (name.toLowerCase(Locale.ROOT).matches("https?://.*")) {
            return url(name);
        }
        if (name.isEmpty()) {
            throw new InputException("a service is a URL, an ivo:// identifier or a short name of the registry");
        }
        RegistryConstraint named = new RegistryConstraint.Named(name);
        List<RegistryRecord> found = search(registry, RegistryQuery.of(named), monitor);
        List<RegistryRecord> able =
                found.stream().filter(r -> r.access(type).isPresent()).toList();
        Set<URI> urls = able.stream()
                .flatMap(r -> r.access(type).stream())
                .map(RegistryRecord.Interface::accessUrl)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (urls.size() == 1) {
            return urls.iterator().next();
        }
        if (urls.size() > 1) {
            throw new InputException("several " + name(type) + " services are called '" + name
                    + "', name one by its identifier: "
                    + able.stream().map(RegistryRecord::ivoid).collect(Collectors.joining(", ")));
        }
        if (!found.isEmpty()) {
            throw new InputException("'" + name + "' is no " + name(type) + " service: " + offers(found.get(0)));
        }
        throw unknown(registry, name, List.of(new RegistryConstraint.Type(type)), name(type) + " service", monitor);
    }

    private static URI url(String text) throws InputException {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new InputException("'" + text + "' is not a URL: " + e.getMessage(), e);
        }
    }

    private static String offers(RegistryRecord record) {
        Set<String> kinds = new LinkedHashSet<>();
        for (ServiceType type : ServiceType.values()) {
            record.access(type).ifPresent(i -> kinds.add(name(type)));
        }
        return record.ivoid() + (kinds.isEmpty() ? " offers no VO service" : " offers " + String.join(", ", kinds));
    }

    private static String name(ServiceType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    /** Says that there is no such thing and what there is instead. */
    private InputException unknown(
            URI registry, String name, List<RegistryConstraint> constraints, String what, IProgressMonitor monitor)
            throws VoException {
        boolean id = name.toLowerCase(Locale.ROOT).startsWith("ivo://");
        List<String> near = near(registry, name, id, constraints, monitor);
        return new InputException("the registry " + Registry.name(registry) + " knows no " + what + " '" + name + "'"
                + (near.isEmpty() ? "; search it for keywords first" : "; near: " + String.join(", ", near)));
    }

    private List<String> near(
            URI registry, String name, boolean id, List<RegistryConstraint> constraints, IProgressMonitor monitor)
            throws VoException {
        String column = id ? "ivoid" : "short_name";
        List<String> conditions = new ArrayList<>(List.of(SimilarSql.condition(name, id)));
        ConstraintSql sql = new ConstraintSql(registries.schema(registry, monitor), Registry.name(registry));
        for (RegistryConstraint constraint : constraints) {
            conditions.add(sql.condition(constraint));
        }
        TapResult result = registries.query(
                registry,
                "SELECT TOP 200 s." + column + " AS name FROM rr.resource AS s WHERE "
                        + String.join(" AND ", conditions),
                200,
                monitor);
        Set<String> names = new LinkedHashSet<>();
        Rows.each(result.table(), Registry.name(registry), row -> names.add(row.text("name")));
        return Near.names(name, names, 5);
    }
}
