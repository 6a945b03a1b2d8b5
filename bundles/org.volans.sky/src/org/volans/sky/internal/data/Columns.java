package org.volans.sky.internal.data;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.volans.api.table.ColumnMeta;
import uk.ac.starlink.table.ArrayColumn;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.ColumnStarTable;
import uk.ac.starlink.table.StarTable;

/**
 * The columns of a table as a resource describes them: name, type, unit, UCD, utype, description.
 *
 * <p>A table's cells are kept in an array a column; the caller fills the arrays.
 */
final class Columns {

    private static final Map<String, Class<?>> TYPES = Map.of(
            "short", Short.class,
            "int", Integer.class,
            "long", Long.class,
            "float", Float.class,
            "double", Double.class,
            "char", String.class);

    private final String table;
    private final List<ColumnInfo> infos;

    private Columns(String table, List<ColumnInfo> infos) {
        this.table = table;
        this.infos = infos;
    }

    /** The columns of the resource {@code <name>.tsv}. */
    static Columns of(String name) {
        return new Columns(
                name, Resources.rows(name + ".tsv").stream().map(Columns::info).toList());
    }

    private static ColumnInfo info(String[] fields) {
        ColumnInfo info = new ColumnInfo(fields[0], TYPES.get(fields[1]), fields[5]);
        if (!fields[2].isEmpty()) {
            info.setUnitString(fields[2]);
        }
        info.setUCD(fields[3]);
        if (!fields[4].isEmpty()) {
            info.setUtype(fields[4]);
        }
        if (info.getContentClass() == String.class) {
            info.setElementSize(-1);
        }
        if (fields[3].startsWith("pos.outline")) {
            // STC-S text, which is what ADQL 2.0 and every client take
            info.setXtype("adql:REGION");
        }
        return info;
    }

    List<ColumnInfo> infos() {
        return infos;
    }

    /** What a service says of them; VOTable types. */
    List<ColumnMeta> metas() {
        return infos.stream().map(Columns::meta).toList();
    }

    private static ColumnMeta meta(ColumnInfo info) {
        ColumnMeta plain = ColumnMeta.of(info);
        boolean text = info.getContentClass() == String.class;
        String type = text ? "char(*)" : votable(info.getContentClass());
        boolean indexed = plain.ucd().has("meta.main");
        return new ColumnMeta(
                plain.name(), type, plain.unit(), plain.ucd(), plain.utype(), plain.description(), indexed);
    }

    private static String votable(Class<?> type) {
        return TYPES.entrySet().stream()
                .filter(entry -> entry.getValue() == type)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /** A table of arrays (primitive where nothing is null, else of objects), one a column in order. */
    StarTable table(String name, long rows, List<Object> arrays) {
        if (arrays.size() != infos.size()) {
            throw new IllegalStateException(
                    table + " has " + infos.size() + " columns but " + arrays.size() + " were filled");
        }
        ColumnStarTable made = ColumnStarTable.makeTableWithRows(rows);
        IntStream.range(0, infos.size())
                .forEach(i -> made.addColumn(ArrayColumn.makeColumn(new ColumnInfo(infos.get(i)), arrays.get(i))));
        made.setName(name);
        return made;
    }

    /** A table from rows of objects, each in the order of the columns. */
    StarTable table(String name, List<Map<String, Object>> rows) {
        List<Object> arrays = infos.stream()
                .map(info -> {
                    Object[] cells =
                            (Object[]) java.lang.reflect.Array.newInstance(info.getContentClass(), rows.size());
                    for (int i = 0; i < cells.length; i++) {
                        cells[i] = rows.get(i).get(info.getName());
                    }
                    return (Object) cells;
                })
                .collect(Collectors.toList());
        return table(name, rows.size(), arrays);
    }
}
