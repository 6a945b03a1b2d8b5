package org.volans.tour.internal;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.registry.RegistryConstraint;
import org.volans.api.registry.RegistryQuery;
import org.volans.api.registry.RegistryRecord;
import org.volans.api.registry.ServiceType;
import org.volans.api.table.TableMeta;

/** Step 1: from a keyword to a table of photometry that can be joined with. */
final class PhotometryFinder {

    /** Records looked at; a keyword that finds more is too general to mean one survey. */
    private static final int MOST_RECORDS = 25;

    private final TourServices services;
    private final TourOptions options;
    private final Step step;

    PhotometryFinder(TourServices services, TourOptions options, Step step) {
        this.services = services;
        this.options = options;
        this.step = step;
    }

    private record Candidate(RegistryRecord record, URI service, TableMeta table) {}

    PhotometryTable find(IProgressMonitor monitor) throws VoException {
        List<Candidate> candidates = candidates(records(monitor), monitor);
        candidates.sort(Comparator.comparingInt(c -> -score(c)));
        for (Candidate candidate : candidates) {
            Optional<PhotometryTable> table = verified(candidate, monitor);
            if (table.isPresent()) {
                step.note("Photometry: table " + table.get().table().name() + " of "
                        + table.get().resource());
                return table.get();
            }
        }
        throw new InputException("no TAP service that the registry finds by '" + options.keyword()
                + "' has a table with positions and photometry; try another --keyword");
    }

    /** The candidates of all records, in their order; the registry is asked for all of them at once. */
    private List<Candidate> candidates(List<RegistryRecord> records, IProgressMonitor monitor) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Candidate>>> asked = records.stream()
                    .map(record -> threads.submit(() -> candidates(record, monitor)))
                    .toList();
            List<Candidate> candidates = new ArrayList<>();
            asked.forEach(answer -> candidates.addAll(Branches.get(answer)));
            return candidates;
        }
    }

    private List<RegistryRecord> records(IProgressMonitor monitor) throws VoException {
        List<String> words = Arrays.asList(options.keyword().strip().split("\\s+"));
        RegistryQuery query = new RegistryQuery(
                List.of(new RegistryConstraint.Keywords(words), new RegistryConstraint.Type(ServiceType.TAP)),
                MOST_RECORDS);
        List<RegistryRecord> records = step.ask(
                "registry",
                options.registry(),
                "keywords: " + options.keyword() + "; type: tap",
                () -> services.registry().search(options.registry(), query, monitor),
                found -> Step.count(found.size(), "resource"));
        if (records.isEmpty()) {
            throw new InputException("the registry " + options.registry() + " knows no TAP service for the keyword '"
                    + options.keyword() + "'; try another --keyword");
        }
        return records;
    }

    /** The record's tables that look like photometry; a record that cannot be read costs a line, not the tour. */
    private List<Candidate> candidates(RegistryRecord record, IProgressMonitor monitor) {
        Optional<URI> access = record.access(ServiceType.TAP).map(RegistryRecord.Interface::accessUrl);
        if (access.isEmpty()) {
            return List.of();
        }
        try {
            return tables(record, access.get(), monitor)
                    .map(table -> new Candidate(record, access.get(), table))
                    .toList();
        } catch (VoException e) {
            step.warn(record.title() + ": " + e.getMessage());
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
        return services.tap().schemas(access, monitor).stream()
                .flatMap(schema -> schema.tables().stream())
                .filter(t -> mentions(t.name() + " " + t.title() + " " + t.description()));
    }

    /** What the registry says of the record's tables; one that cannot say it is no reason not to ask the service. */
    private List<TableMeta> registered(RegistryRecord record, IProgressMonitor monitor) {
        try {
            return step.ask(
                    "registry",
                    options.registry(),
                    "tables of " + record.ivoid(),
                    () -> services.registry().tables(options.registry(), record.ivoid(), monitor),
                    found -> Step.count(found.size(), "table"));
        } catch (VoException e) {
            step.warn(record.title() + ": " + e.getMessage());
            return List.of();
        }
    }

    private int score(Candidate candidate) {
        TableMeta table = candidate.table();
        return (mentions(table.name()) ? 8 : 0)
                + (mentions(table.title() + " " + table.description()) ? 4 : 0)
                + (mentions(candidate.record().title()) ? 2 : 0)
                + (mentions(candidate.record().description()) ? 1 : 0);
    }

    private boolean mentions(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return Arrays.stream(options.keyword().toLowerCase(Locale.ROOT).strip().split("\\s+"))
                .allMatch(lower::contains);
    }

    /** What the registry says of a table may be old: the service's own word counts. */
    private Optional<PhotometryTable> verified(Candidate candidate, IProgressMonitor monitor) {
        RegistryRecord record = candidate.record();
        try {
            TableMeta table = step.ask(
                    record.title(),
                    candidate.service(),
                    "columns of " + candidate.table().name(),
                    () -> services.tap()
                            .table(candidate.service(), candidate.table().name(), monitor),
                    found -> Step.count(found.columns().size(), "column"));
            return PhotometryTable.of(record.title(), record.ivoid(), candidate.service(), described(table, candidate));
        } catch (VoException e) {
            step.warn(candidate.table().name() + " of " + record.title() + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    /** Services often leave descriptions to the registry. */
    private static TableMeta described(TableMeta table, Candidate candidate) {
        return new TableMeta(
                table.name(),
                table.title().isEmpty() ? candidate.table().title() : table.title(),
                table.description().isEmpty() ? candidate.table().description() : table.description(),
                table.type(),
                table.utype(),
                table.columns());
    }
}
