package org.volans.tour.internal;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.inquiry.Inquiry;
import org.volans.api.photometry.PhotometryCandidate;
import org.volans.api.photometry.PhotometryTable;
import org.volans.api.registry.RegistryConstraint;
import org.volans.api.registry.RegistryQuery;
import org.volans.api.registry.RegistryRecord;
import org.volans.api.registry.RegistryService;
import org.volans.api.registry.ServiceType;
import org.volans.api.table.TableMeta;
import org.volans.api.tap.TapService;

/** From a keyword to tables of photometry that can be joined with. For one search. */
final class PhotometryFinder {

    /** Records looked at; a keyword that finds more is too general to mean one survey. */
    private static final int MOST_RECORDS = 25;

    private final RegistryService registry;
    private final TapService tap;
    private final String keyword;
    private final Inquiry inquiry;
    private final Log log;

    PhotometryFinder(RegistryService registry, TapService tap, String keyword, Inquiry inquiry) {
        this.registry = registry;
        this.tap = tap;
        this.keyword = keyword;
        this.inquiry = inquiry;
        this.log = new Log(inquiry.journal());
    }

    /** The candidates, best first, each table once. */
    List<PhotometryCandidate> find(IProgressMonitor monitor) throws VoException {
        List<PhotometryCandidate> candidates = candidates(records(monitor), monitor);
        candidates.sort(Comparator.comparingInt(c -> -c.score()));
        // the record of a service and that of a catalogue in it both lead to the catalogue's table
        Set<String> seen = new HashSet<>();
        return candidates.stream()
                .filter(c -> seen.add(c.service() + " " + c.table().name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** The candidates of all records, in their order; the registry is asked for all of them at once. */
    private List<PhotometryCandidate> candidates(List<RegistryRecord> records, IProgressMonitor monitor) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<PhotometryCandidate>>> asked = records.stream()
                    .map(record -> threads.submit(() -> candidates(record, monitor)))
                    .toList();
            List<PhotometryCandidate> candidates = new ArrayList<>();
            asked.forEach(answer -> candidates.addAll(Branches.get(answer)));
            return candidates;
        }
    }

    private List<RegistryRecord> records(IProgressMonitor monitor) throws VoException {
        List<String> words = Arrays.asList(keyword.strip().split("\\s+"));
        RegistryQuery query = new RegistryQuery(
                List.of(new RegistryConstraint.Keywords(words), new RegistryConstraint.Type(ServiceType.TAP)),
                MOST_RECORDS);
        List<RegistryRecord> records = log.ask(
                "registry",
                inquiry.registry(),
                "keywords: " + keyword + "; type: tap",
                () -> registry.search(inquiry.registry(), query, monitor),
                found -> Log.count(found.size(), "resource"));
        if (records.isEmpty()) {
            throw new InputException("the registry " + inquiry.registry() + " knows no TAP service for the keyword '"
                    + keyword + "'; try another keyword");
        }
        return records;
    }

    /** The record's tables that look like photometry; a record that cannot be read costs a line, not the tour. */
    private List<PhotometryCandidate> candidates(RegistryRecord record, IProgressMonitor monitor) {
        Optional<URI> access = record.access(ServiceType.TAP).map(RegistryRecord.Interface::accessUrl);
        if (access.isEmpty()) {
            return List.of();
        }
        try {
            return tables(record, access.get(), monitor)
                    .map(table -> candidate(record, access.get(), table))
                    .toList();
        } catch (VoException e) {
            log.warn(record.title() + ": " + e.getMessage());
            return List.of();
        }
    }

    private Stream<TableMeta> tables(RegistryRecord record, URI access, IProgressMonitor monitor) throws VoException {
        List<TableMeta> registered = registered(record, monitor);
        if (!registered.isEmpty()) {
            return registered.stream()
                    .filter(t -> PhotometryTable.of(record.title(), record.ivoid(), access, t)
                            .isPresent());
        }
        // a record without tables: ask the service itself, and look only at tables that the keyword names
        return tap.schemas(access, monitor).stream()
                .flatMap(schema -> schema.tables().stream())
                .filter(t -> mentions(t.name() + " " + t.title() + " " + t.description()));
    }

    /** What the registry says of the record's tables; one that cannot say it is no reason not to ask the service. */
    private List<TableMeta> registered(RegistryRecord record, IProgressMonitor monitor) {
        try {
            return log.ask(
                    "registry",
                    inquiry.registry(),
                    "tables of " + record.ivoid(),
                    () -> registry.tables(inquiry.registry(), record.ivoid(), monitor),
                    found -> Log.count(found.size(), "table"));
        } catch (VoException e) {
            log.warn(record.title() + ": " + e.getMessage());
            return List.of();
        }
    }

    private PhotometryCandidate candidate(RegistryRecord record, URI service, TableMeta table) {
        List<String> where = new ArrayList<>();
        int score = weigh(8, table.name(), "the table's name", where)
                + weigh(4, table.title() + " " + table.description(), "its description", where)
                + weigh(2, record.title(), "the resource's title", where)
                + weigh(1, record.description(), "the resource's description", where);
        String why = where.isEmpty() ? "" : "named in " + String.join(", ", where);
        return new PhotometryCandidate(record.title(), record.ivoid(), service, table, score, why);
    }

    private int weigh(int weight, String text, String place, List<String> where) {
        if (!mentions(text)) {
            return 0;
        }
        where.add(place);
        return weight;
    }

    private boolean mentions(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return Arrays.stream(keyword.toLowerCase(Locale.ROOT).strip().split("\\s+"))
                .allMatch(lower::contains);
    }

    /** What the registry says of a table may be old: the service's own word counts. */
    static Optional<PhotometryTable> verified(
            PhotometryCandidate candidate, TapService tap, Log log, IProgressMonitor monitor) throws VoException {
        TableMeta table = log.ask(
                candidate.resource(),
                candidate.service(),
                "columns of " + candidate.table().name(),
                () -> tap.table(candidate.service(), candidate.table().name(), monitor),
                found -> Log.count(found.columns().size(), "column"));
        return PhotometryTable.of(
                candidate.resource(), candidate.ivoid(), candidate.service(), described(table, candidate.table()));
    }

    /** Services often leave descriptions to the registry. */
    private static TableMeta described(TableMeta table, TableMeta registered) {
        return new TableMeta(
                table.name(),
                table.title().isEmpty() ? registered.title() : table.title(),
                table.description().isEmpty() ? registered.description() : table.description(),
                table.type(),
                table.utype(),
                table.columns());
    }
}
