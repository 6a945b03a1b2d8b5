package org.volans.tap.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.volans.api.ProtocolException;
import uk.ac.starlink.table.RowSequence;
import uk.ac.starlink.table.StarTable;

/** Small tables as rows of texts by lower-case column name. */
final class Rows {

    private Rows() {}

    static List<Map<String, String>> of(StarTable table, String source) throws ProtocolException {
        List<Map<String, String>> rows = new ArrayList<>();
        try (RowSequence sequence = table.getRowSequence()) {
            while (sequence.next()) {
                Map<String, String> row = new HashMap<>();
                for (int i = 0; i < table.getColumnCount(); i++) {
                    Object cell = sequence.getCell(i);
                    String name = table.getColumnInfo(i)
                            .getName()
                            .toLowerCase(Locale.ROOT)
                            .replace("\"", "");
                    if (cell != null) {
                        row.put(name, text(cell));
                    }
                }
                rows.add(row);
            }
        } catch (IOException e) {
            throw new ProtocolException("the table sent by " + source + " cannot be read: " + e.getMessage(), e);
        }
        return rows;
    }

    /** Numbers lose a meaningless fraction: some services send flags as floating point, some as booleans. */
    private static String text(Object cell) {
        if (cell instanceof Double || cell instanceof Float) {
            double value = ((Number) cell).doubleValue();
            return value == Math.rint(value) ? Long.toString((long) value) : cell.toString();
        }
        if (cell instanceof Boolean flag) {
            return flag ? "1" : "0";
        }
        return cell.toString().strip();
    }
}
