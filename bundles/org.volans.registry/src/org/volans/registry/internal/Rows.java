package org.volans.registry.internal;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.ProtocolException;
import uk.ac.starlink.table.RowSequence;
import uk.ac.starlink.table.StarTable;

/** Goes through a table by column names, which services write in upper or lower case. Not safe for concurrent use. */
final class Rows implements AutoCloseable {

    private final Map<String, Integer> columns = new HashMap<>();
    private final RowSequence rows;

    private Rows(StarTable table) throws IOException {
        for (int i = 0; i < table.getColumnCount(); i++) {
            columns.putIfAbsent(table.getColumnInfo(i).getName().toLowerCase(Locale.ROOT), i);
        }
        rows = table.getRowSequence();
    }

    /** What is done with one row. */
    interface Reader {
        void read(Rows row) throws IOException;
    }

    /**
     * Reads all rows.
     *
     * @throws ProtocolException when the table breaks off
     */
    static void each(StarTable table, String source, Reader reader) throws ProtocolException {
        try (Rows rows = new Rows(table)) {
            while (rows.rows.next()) {
                reader.read(rows);
            }
        } catch (IOException e) {
            throw new ProtocolException("the answer of " + source + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The cell as text without surrounding blanks; empty when it is null, NaN or the table has no such column. */
    String text(String column) throws IOException {
        Object value = cell(column);
        if (value == null || value instanceof Double d && d.isNaN() || value instanceof Float f && f.isNaN()) {
            return "";
        }
        return value.toString().strip();
    }

    /** The cell as a whole number; {@code otherwise} when it is none. */
    int number(String column, int otherwise) throws IOException {
        return cell(column) instanceof Number n ? n.intValue() : otherwise;
    }

    private @Nullable Object cell(String column) throws IOException {
        Integer index = columns.get(column);
        return index == null ? null : rows.getCell(index);
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
