package org.volans.sky.internal.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.table.ColumnMeta;
import org.volans.api.table.TableMeta;
import org.volans.sky.internal.SkyCapability.Parameter;
import org.volans.sky.internal.VotableType;
import org.volans.sky.internal.registry.Entry.Capability;
import org.volans.sky.internal.registry.Entry.Detail;

/** Spreads records over the tables of RegTAP 1.2, with the lower-casing that the standard asks for. */
final class RegTapRows {

    private static final String CREATED = "2021-10-20T12:00:00";
    private static final String UPDATED = "2021-10-24T12:00:00";
    private static final String PUBLISHER = "Volans embedded sky";

    private final Map<String, List<Object[]>> rows = new HashMap<>();
    private final Map<String, Object[]> described = new HashMap<>();

    /** The rows of a table such as {@code rr.resource}. */
    List<Object[]> of(String table) {
        return List.copyOf(rows.getOrDefault(table, List.of()));
    }

    void add(Entry entry) {
        String ivoid = lower(entry.ivoid());
        row(
                "resource",
                ivoid,
                entry.type(),
                CREATED,
                entry.shortName(),
                entry.title(),
                UPDATED,
                "research",
                entry.description(),
                "https://www.ivoa.net/",
                PUBLISHER,
                entry.contentType(),
                null,
                null,
                "1",
                null,
                orNull(String.join("#", entry.wavebands())),
                "Simulated data: CC0",
                "https://spdx.org/licenses/CC0-1.0.html");
        for (String role : List.of("publisher", "contact", "creator")) {
            String mail = role.equals("contact") ? "nobody@sky.invalid" : null;
            row("res_role", ivoid, PUBLISHER, null, null, mail, null, null, role);
        }
        entry.subjects().forEach(subject -> row("res_subject", ivoid, subject));
        row("res_date", ivoid, CREATED, "created");
        row("res_date", ivoid, UPDATED, "updated");
        row("validation", ivoid, "ivo://sky.volans/auth", (short) 2, null);
        row("alt_identifier", ivoid, "https://sky.invalid/" + ivoid.substring("ivo://".length()));
        entry.related().forEach(r -> row("relationship", ivoid, r.type(), lower(r.ivoid()), r.title()));
        addCoverage(ivoid, entry);
        addCapabilities(ivoid, entry.capabilities());
        addTables(ivoid, entry);
    }

    private void addCoverage(String ivoid, Entry entry) {
        entry.coverage().ifPresent(region -> row("stc_spatial", ivoid, Coverage.text(region), null));
        entry.time().ifPresent(time -> row("stc_temporal", ivoid, time.low(), time.high()));
        for (String waveband : entry.wavebands()) {
            double[] energies = Coverage.energies(waveband);
            row("stc_spectral", ivoid, energies[0], energies[1]);
        }
    }

    private void addCapabilities(String ivoid, List<Capability> capabilities) {
        short index = 0;
        for (Capability capability : capabilities) {
            index++;
            row("capability", ivoid, index, orNull(capability.type()), null, lower(capability.standardId()));
            boolean tap = capability.standardId().contains("/TAP");
            row(
                    "interface",
                    ivoid,
                    index,
                    index,
                    "vs:paramhttp",
                    "std",
                    orNull(capability.version()),
                    tap ? "get#post" : "get",
                    orNull(capability.resultType()),
                    null,
                    capability.urlUse(),
                    capability.accessUrl(),
                    null,
                    (short) 0);
            for (Parameter parameter : capability.parameters()) {
                add(ivoid, index, parameter);
            }
            for (Detail detail : capability.details()) {
                row("res_detail", ivoid, index, detail.xpath(), detail.value());
            }
        }
    }

    private void add(String ivoid, short index, Parameter parameter) {
        VotableType type = VotableType.parse(parameter.datatype());
        row(
                "intf_param",
                ivoid,
                index,
                parameter.name(),
                orNull(lower(parameter.ucd())),
                orNull(parameter.unit()),
                null,
                (short) 1,
                type.datatype(),
                null,
                null,
                orNull(type.arraysize()),
                null,
                parameter.required() ? "required" : "optional",
                parameter.description());
    }

    private void addTables(String ivoid, Entry entry) {
        short schemaIndex = 0;
        short tableIndex = 0;
        for (Map.Entry<String, List<TableMeta>> schema : entry.tables().entrySet()) {
            schemaIndex++;
            row("res_schema", ivoid, schemaIndex, null, schema.getKey(), null, null);
            for (TableMeta table : schema.getValue()) {
                tableIndex++;
                row(
                        "res_table",
                        ivoid,
                        schemaIndex,
                        orNull(table.description()),
                        table.name(),
                        tableIndex,
                        orNull(table.title()),
                        "base_table",
                        orNull(lower(table.utype())));
                addColumns(ivoid, tableIndex, table);
                addTapTable(ivoid, entry, table);
            }
        }
    }

    private void addColumns(String ivoid, short tableIndex, TableMeta table) {
        boolean standard = table.name().startsWith("ivoa.") || table.name().startsWith("rr.");
        for (ColumnMeta column : table.columns()) {
            VotableType type = VotableType.parse(column.datatype());
            row(
                    "table_column",
                    ivoid,
                    tableIndex,
                    column.name(),
                    orNull(lower(column.ucd().toString())),
                    orNull(column.unit()),
                    orNull(lower(column.utype())),
                    (short) (standard ? 1 : 0),
                    type.datatype(),
                    null,
                    null,
                    orNull(type.arraysize()),
                    null,
                    "vs:votabletype",
                    column.indexed() ? "indexed" : null,
                    orNull(column.description()));
        }
    }

    /** Every table once for each service; a record of its own describes it better than the service's record. */
    private void addTapTable(String ivoid, Entry entry, TableMeta table) {
        String service = entry.related().stream()
                .filter(r -> r.type().equals("isservedby"))
                .map(r -> lower(r.ivoid()))
                .findFirst()
                .orElse(ivoid);
        String key = service + " " + table.name();
        Object[] known = described.get(key);
        if (known == null) {
            Object[] row = {
                ivoid,
                service,
                table.name(),
                orNull(table.title()),
                orNull(table.description()),
                orNull(lower(table.utype()))
            };
            described.put(key, row);
            rows.computeIfAbsent("rr.tap_table", t -> new ArrayList<>()).add(row);
        } else if (known[0].equals(service)) {
            known[0] = ivoid;
        }
    }

    private void row(String table, @Nullable Object... values) {
        rows.computeIfAbsent("rr." + table, t -> new ArrayList<>()).add(values);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
