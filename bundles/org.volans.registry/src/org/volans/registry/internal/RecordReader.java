package org.volans.registry.internal;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.volans.api.ProtocolException;
import org.volans.api.registry.RegistryRecord;
import uk.ac.starlink.table.StarTable;

/** Puts records together from the rows of {@link SearchSql}: one for each interface and data model. */
final class RecordReader {

    /** Interfaces that a program cannot use: pages for people, SOAP, harvesting. */
    private static final Set<String> USELESS = Set.of("webbrowser", "webservice", "oaihttp", "oaisoap");

    private final Map<String, Draft> drafts = new LinkedHashMap<>();

    private RecordReader() {}

    /** A record with its weight in a search. */
    record Ranked(int relevance, RegistryRecord record) {}

    /** Records by falling relevance, then by identifier. */
    static List<RegistryRecord> read(StarTable table, String source) throws ProtocolException {
        return inOrder(table, source).stream()
                .sorted(Comparator.comparingInt((Ranked r) -> -r.relevance).thenComparing(r -> r.record.ivoid()))
                .map(Ranked::record)
                .toList();
    }

    /** Records in the order in which they first occur in the table. */
    static List<Ranked> inOrder(StarTable table, String source) throws ProtocolException {
        RecordReader reader = new RecordReader();
        Rows.each(table, source, reader::row);
        return reader.drafts.values().stream()
                .map(d -> new Ranked(d.relevance, d.finish()))
                .toList();
    }

    private void row(Rows row) throws IOException {
        String ivoid = row.text("ivoid");
        Draft draft = drafts.get(ivoid);
        if (draft == null) {
            draft = new Draft(head(ivoid, row), row.number("relevance", 0));
            drafts.put(ivoid, draft);
        }
        draft.add(row);
    }

    private static RegistryRecord head(String ivoid, Rows row) throws IOException {
        return new RegistryRecord(
                ivoid,
                row.text("short_name"),
                row.text("res_title"),
                row.text("res_description"),
                row.text("res_type"),
                Arrays.stream(row.text("waveband").toLowerCase(Locale.ROOT).split("#"))
                        .map(String::strip)
                        .filter(w -> !w.isEmpty())
                        .toList(),
                List.of(),
                row.text("publisher"),
                row.text("creator_seq"),
                row.text("reference_url"),
                row.text("updated"),
                List.of());
    }

    /** A record whose interfaces are still coming in. */
    private static final class Draft {
        private final RegistryRecord record;
        private final int relevance;
        private final Map<String, Door> doors = new LinkedHashMap<>();

        Draft(RegistryRecord record, int relevance) {
            this.record = record;
            this.relevance = relevance;
        }

        void add(Rows row) throws IOException {
            String type = row.text("intf_type").toLowerCase(Locale.ROOT);
            Optional<URI> url = url(row.text("access_url"));
            if (url.isEmpty() || USELESS.contains(type.substring(type.indexOf(':') + 1))) {
                return;
            }
            String standard = row.text("standard_id").toLowerCase(Locale.ROOT);
            Door door = new Door(
                    standard,
                    url.get(),
                    flag(row.text("authenticated_only")),
                    row.text("intf_role").equalsIgnoreCase("std"),
                    row.number("cap_index", 0),
                    row.number("intf_index", 0),
                    new LinkedHashSet<>());
            Door same = doors.putIfAbsent(standard + " " + url.get(), door);
            String model = row.text("data_model");
            if (!model.isEmpty()) {
                (same == null ? door : same).models.add(model);
            }
        }

        RegistryRecord finish() {
            return with(
                    record,
                    record.subjects(),
                    doors.values().stream()
                            .sorted(Door.BEST_FIRST)
                            .map(Door::open)
                            .toList());
        }
    }

    /** An interface with what tells which of several to prefer. */
    private record Door(
            String standard, URI url, boolean loginOnly, boolean std, int capability, int number, Set<String> models) {

        /** Open to everybody before login only, the standard's own before others, then as the record has them. */
        static final Comparator<Door> BEST_FIRST = Comparator.comparing((Door d) -> d.standard.isEmpty())
                .thenComparing(Door::loginOnly)
                .thenComparing(d -> !d.std)
                .thenComparingInt(Door::capability)
                .thenComparingInt(Door::number)
                .thenComparing(d -> d.url.toString());

        RegistryRecord.Interface open() {
            boolean auxiliary = standard.endsWith("#aux") || standard.contains("#query-aux");
            return new RegistryRecord.Interface(standard, url, auxiliary, new ArrayList<>(models));
        }
    }

    /** The same record with other subjects and interfaces. */
    static RegistryRecord with(
            RegistryRecord record, Collection<String> subjects, Collection<RegistryRecord.Interface> interfaces) {
        return new RegistryRecord(
                record.ivoid(),
                record.shortName(),
                record.title(),
                record.description(),
                record.type(),
                record.wavebands(),
                List.copyOf(subjects),
                record.publisher(),
                record.creators(),
                record.referenceUrl(),
                record.updated(),
                List.copyOf(interfaces));
    }

    private static boolean flag(String text) {
        return text.equals("1") || text.equalsIgnoreCase("true");
    }

    /** URLs in records hold blanks and bars; what is no http URL even so is of no use to anybody. */
    private static Optional<URI> url(String text) {
        try {
            URI uri = new URI(text.replace(" ", "%20").replace("|", "%7C").replace("^", "%5E"));
            String scheme = uri.getScheme();
            boolean http = scheme != null && scheme.toLowerCase(Locale.ROOT).matches("https?") && uri.getHost() != null;
            return http ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
