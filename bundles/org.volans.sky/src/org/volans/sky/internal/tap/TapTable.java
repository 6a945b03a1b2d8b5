package org.volans.sky.internal.tap;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.volans.api.table.ColumnMeta;
import org.volans.api.table.TableMeta;
import org.volans.sky.internal.VotableType;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.StarTable;

/**
 * A table as a TAP service tells of it.
 *
 * @param schema   the schema it is listed under
 * @param name     as a query writes it
 * @param standard whether a standard defines its columns
 */
record TapTable(
        String schema, String name, String utype, String description, boolean standard, List<TapColumn> columns) {

    /**
     * A column as a TAP service tells of it.
     *
     * @param name      as a query writes it
     * @param plainName without delimiters, as results name it
     */
    record TapColumn(
            String name,
            String plainName,
            VotableType type,
            String unit,
            String ucd,
            String utype,
            String description,
            boolean indexed,
            boolean principal,
            boolean standard) {}

    /**
     * Puts together what the description says and what only the rows know.
     *
     * @param quote makes a column name fit for a query
     */
    static TapTable of(String schema, TableMeta meta, StarTable rows, UnaryOperator<String> quote) {
        boolean standard = isStandard(meta.name());
        List<TapColumn> columns = new ArrayList<>();
        for (int i = 0; i < rows.getColumnCount(); i++) {
            ColumnInfo info = rows.getColumnInfo(i);
            ColumnMeta described = meta.columns().stream()
                    .filter(c -> c.name().equalsIgnoreCase(info.getName()))
                    .findFirst()
                    .orElseGet(() -> ColumnMeta.of(info));
            // the description has it in lower case, the rows as the standard writes it
            String ucd = first(VotableType.text(info.getUCD()), described.ucd().toString());
            columns.add(new TapColumn(
                    quote.apply(info.getName()),
                    info.getName(),
                    VotableType.of(info),
                    first(described.unit(), VotableType.text(info.getUnitString())),
                    ucd,
                    first(described.utype(), VotableType.text(info.getUtype())),
                    first(described.description(), VotableType.text(info.getDescription())),
                    described.indexed(),
                    standard || isPrincipal(ucd),
                    standard));
        }
        return new TapTable(schema, meta.name(), meta.utype(), meta.description(), standard, columns);
    }

    private static String first(String preferred, String otherwise) {
        return preferred.isEmpty() ? otherwise : preferred;
    }

    private static boolean isStandard(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.equals("ivoa.obscore") || lower.startsWith("rr.") || lower.startsWith("tap_schema.");
    }

    private static boolean isPrincipal(String ucd) {
        return ucd.contains("meta.main") || ucd.startsWith("phot.") || ucd.startsWith("meta.ref.url");
    }

    /** The name that the engine holds it under: the schema, empty for none, and the table, both without delimiters. */
    String[] engineName() {
        String prefix = schema.toLowerCase(Locale.ROOT) + ".";
        return name.toLowerCase(Locale.ROOT).startsWith(prefix)
                ? new String[] {schema, plain(name.substring(prefix.length()))}
                : new String[] {"", plain(name)};
    }

    private static String plain(String identifier) {
        return identifier.length() > 1 && identifier.startsWith("\"") && identifier.endsWith("\"")
                ? identifier.substring(1, identifier.length() - 1).replace("\"\"", "\"")
                : identifier;
    }
}
