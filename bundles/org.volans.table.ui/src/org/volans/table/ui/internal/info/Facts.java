package org.volans.table.ui.internal.info;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.table.VotableDocument;
import org.volans.table.ui.internal.rows.CellTexts;
import org.volans.ui.project.Provenance;
import org.volans.ui.selection.OpenTable;
import org.volans.ui.widgets.Count;
import uk.ac.starlink.table.DescribedValue;
import uk.ac.starlink.votable.datalink.ServiceDescriptor;
import uk.ac.starlink.votable.datalink.ServiceParam;

/** Gathers what is known of a table beside its cells. */
final class Facts {

    /**
     * One thing that is known.
     *
     * @param texts name, value, unit, description
     * @param parts for a group what is in it
     */
    record Fact(List<String> texts, List<Fact> parts) {}

    private Facts() {}

    static List<Fact> of(OpenTable table, Optional<Provenance> provenance) {
        List<Fact> groups = new ArrayList<>();
        provenance.ifPresent(p -> groups.add(group("Where it comes from", origin(p))));
        groups.add(group("Table", general(table)));
        List<Fact> parameters = parameters(table);
        if (!parameters.isEmpty()) {
            groups.add(group("Parameters", parameters));
        }
        table.document().ifPresent(d -> add(groups, d));
        return groups;
    }

    private static void add(List<Fact> groups, VotableDocument document) {
        List<Fact> infos = new ArrayList<>();
        document.infos().forEach(i -> infos.add(fact(i.name(), i.value(), "", i.text())));
        if (!infos.isEmpty()) {
            groups.add(group("INFO elements", infos));
        }
        List<Fact> services = new ArrayList<>();
        document.descriptors().forEach(d -> services.add(service(d)));
        if (!services.isEmpty()) {
            groups.add(group("Services for this table", services));
        }
    }

    private static List<Fact> origin(Provenance from) {
        List<Fact> facts = new ArrayList<>();
        facts.add(fact("Service", from.source(), "", ""));
        facts.add(fact("Query", from.query(), "", ""));
        facts.add(fact("Created", from.created(), "", ""));
        facts.add(fact("Time taken", String.format(Locale.ROOT, "%.1f", from.seconds()), "s", ""));
        if (from.rows() >= 0) {
            facts.add(fact("Rows", Count.of(from.rows()), "", ""));
        }
        facts.add(fact(
                "Complete",
                from.overflow() ? "no" : "yes",
                "",
                from.overflow() ? "the service cut the result off" : ""));
        new TreeMap<>(from.more()).forEach((name, value) -> facts.add(fact(name, value, "", "")));
        return facts;
    }

    private static List<Fact> general(OpenTable table) {
        List<Fact> facts = new ArrayList<>();
        facts.add(fact("Name", table.table().getName(), "", ""));
        facts.add(fact("Rows", Count.of(table.table().getRowCount()), "", ""));
        facts.add(fact("Columns", Count.of(table.table().getColumnCount()), "", ""));
        table.file().ifPresent(f -> facts.add(fact("File", f.getFullPath().toString(), "", "")));
        return facts;
    }

    private static List<Fact> parameters(OpenTable table) {
        List<Fact> facts = new ArrayList<>();
        for (Object element : table.table().getParameters()) {
            if (element instanceof DescribedValue value) {
                facts.add(fact(
                        value.getInfo().getName(),
                        CellTexts.full(value.getValue()),
                        value.getInfo().getUnitString(),
                        value.getInfo().getDescription()));
            }
        }
        return facts;
    }

    private static Fact service(ServiceDescriptor service) {
        List<Fact> parts = new ArrayList<>();
        parts.add(fact("Address", service.getAccessUrl(), "", ""));
        parts.add(fact("Standard", service.getStandardId(), "", ""));
        for (ServiceParam parameter : service.getInputParams()) {
            parts.add(fact(parameter.getName(), parameter.getValue(), parameter.getUnit(), parameter.getDescription()));
        }
        @Nullable String name = service.getName();
        @Nullable String id = service.getDescriptorId();
        return new Fact(texts(name == null || name.isBlank() ? id : name, "", "", service.getDescription()), parts);
    }

    private static Fact group(String name, List<Fact> parts) {
        return new Fact(texts(name, "", "", ""), parts);
    }

    private static Fact fact(
            @Nullable String name, @Nullable String value, @Nullable String unit, @Nullable String description) {
        return new Fact(texts(name, value, unit, description), List.of());
    }

    private static List<String> texts(@Nullable String... texts) {
        List<String> list = new ArrayList<>();
        for (@Nullable String text : texts) {
            list.add(text == null ? "" : text.strip());
        }
        return list;
    }
}
