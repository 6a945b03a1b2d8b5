package org.volans.handlers.internal.messages;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.volans.api.registry.RegistryRecord;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.RowListStarTable;
import uk.ac.starlink.table.StarTable;

/** What the registry says of resources, as a table. */
final class ResourceTable {

    private ResourceTable() {}

    /** A row for each record, in order. */
    static StarTable of(String name, List<RegistryRecord> records) {
        RowListStarTable table = new RowListStarTable(new ColumnInfo[] {
            column("ivoid", "meta.ref.ivoid", "identifier"),
            column("short_name", "meta.id", "short name"),
            column("title", "meta.title", "title"),
            column("type", "meta.code.class", "kind of resource"),
            column("wavebands", "instr.bandpass", "parts of the spectrum"),
            column("interfaces", "", "what it can be asked by"),
            column("access_url", "meta.ref.url", "where its first standard service is"),
            column("reference_url", "meta.ref.url", "a page for people")
        });
        table.setName(name);
        records.forEach(record -> table.addRow(row(record)));
        return table;
    }

    private static Object[] row(RegistryRecord record) {
        return new Object[] {
            record.ivoid(),
            record.shortName(),
            record.title(),
            record.type(),
            String.join(" ", record.wavebands()),
            record.interfaces().stream()
                    .map(i -> i.standardId().replaceFirst("^ivo://ivoa\\.net/std/", ""))
                    .map(i -> i.toLowerCase(Locale.ROOT))
                    .filter(i -> !i.isEmpty())
                    .distinct()
                    .collect(Collectors.joining(" ")),
            record.interfaces().stream()
                    .filter(i -> !i.standardId().isEmpty())
                    .map(i -> i.accessUrl().toString())
                    .findFirst()
                    .orElse(""),
            record.referenceUrl()
        };
    }

    private static ColumnInfo column(String name, String ucd, String description) {
        ColumnInfo info = new ColumnInfo(name, String.class, description);
        info.setUCD(ucd);
        return info;
    }
}
