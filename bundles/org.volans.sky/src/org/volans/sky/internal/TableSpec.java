package org.volans.sky.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.volans.api.table.ColumnMeta;
import org.volans.api.table.TableMeta;
import org.volans.api.ucd.Ucd;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.RowListStarTable;
import uk.ac.starlink.table.StarTable;

/**
 * A table that a standard prescribes, as a resource beside the code lists it. Lines of the resource, fields separated by tabs:
 * {@code @table name utype description}, {@code @key target column=column …}, and for each column {@code name datatype unit
 * ucd utype description}, where a {@code +} before the name means that it is indexed and the datatypes {@code timestamp} and
 * {@code region} are texts with that xtype.
 *
 * @param name        as ADQL writes it, with its schema
 * @param utype       or empty
 * @param description for people
 * @param columns     in order
 * @param indexed     names of indexed columns
 * @param keys        to other tables
 */
public record TableSpec(
        String name,
        String utype,
        String description,
        List<ColumnInfo> columns,
        List<String> indexed,
        List<ForeignKey> keys) {

    private static final Map<String, Class<?>> TYPES = Map.of(
            "char(*)", String.class,
            "short", Short.class,
            "int", Integer.class,
            "long", Long.class,
            "float", Float.class,
            "double", Double.class);

    private static final Map<String, String> XTYPES = Map.of("timestamp", "timestamp", "region", "adql:REGION");

    /** All tables of a resource, in order. */
    public static List<TableSpec> read(Class<?> beside, String resource) {
        Map<String, TableSpec> tables = new LinkedHashMap<>();
        TableSpec[] current = new TableSpec[1];
        try (InputStream stream = beside.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("the resource " + resource + " is missing");
            }
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                    .lines()
                    .forEach(line -> {
                        if (line.startsWith("@table")) {
                            current[0] = table(line.split("\t", -1));
                            tables.put(current[0].name, current[0]);
                        } else if (!line.isBlank() && !line.startsWith("#")) {
                            current[0].add(line.split("\t", -1));
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(tables.values());
    }

    private static TableSpec table(String[] fields) {
        return new TableSpec(fields[1], fields[2], fields[3], new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    private void add(String[] fields) {
        if (fields[0].equals("@key")) {
            Map<String, String> pairs = new LinkedHashMap<>();
            for (String pair : fields[2].split(" ")) {
                pairs.put(pair.split("=")[0], pair.split("=")[1]);
            }
            keys.add(new ForeignKey(name, fields[1], pairs));
            return;
        }
        boolean index = fields[0].startsWith("+");
        Class<?> type = TYPES.getOrDefault(fields[1], String.class);
        ColumnInfo info = new ColumnInfo(index ? fields[0].substring(1) : fields[0], type, fields[5]);
        if (info.getContentClass() == String.class) {
            info.setElementSize(-1);
        }
        set(XTYPES.getOrDefault(fields[1], ""), info::setXtype);
        set(fields[2], info::setUnitString);
        set(fields[3], info::setUCD);
        set(fields[4], info::setUtype);
        columns.add(info);
        if (index) {
            indexed.add(info.getName());
        }
    }

    private static void set(String text, Consumer<String> setter) {
        if (!text.isEmpty()) {
            setter.accept(text);
        }
    }

    /** The schema's name. */
    public String schema() {
        return name.substring(0, name.indexOf('.'));
    }

    /** Its description in the form of the API. */
    public TableMeta meta() {
        List<ColumnMeta> metas = columns.stream().map(info -> meta(info)).toList();
        return new TableMeta(name, "", description, "table", utype, metas);
    }

    private ColumnMeta meta(ColumnInfo info) {
        return new ColumnMeta(
                info.getName(),
                VotableType.of(info).text(),
                VotableType.text(info.getUnitString()),
                Ucd.parse(info.getUCD()),
                VotableType.text(info.getUtype()),
                VotableType.text(info.getDescription()),
                indexed.contains(info.getName()));
    }

    /** The table with rows; each has a value, possibly {@code null}, for every column. */
    public StarTable table(List<Object[]> rows) {
        RowListStarTable table = new RowListStarTable(columns.toArray(new ColumnInfo[0]));
        table.setName(name);
        rows.forEach(table::addRow);
        return table;
    }

    /** The table as a centre holds it. */
    public SkyTable skyTable(List<Object[]> rows) {
        return new SkyTable(schema(), meta(), () -> table(rows), Optional.empty());
    }
}
