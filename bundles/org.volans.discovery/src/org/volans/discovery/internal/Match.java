package org.volans.discovery.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.ProtocolException;
import uk.ac.starlink.table.RowSequence;
import uk.ac.starlink.table.StarTable;

/**
 * A pair of a position and a data set.
 *
 * @param position 0-based index in the request
 * @param cells    what the service says of the data set, without nulls
 */
record Match(int position, Map<ObscoreColumn, Object> cells) {

    Match {
        cells = cells.isEmpty() ? Map.of() : new EnumMap<>(cells);
    }

    /** What tells the data set from others of its service; the URL where the publisher gave no identifier. */
    String dataSet() {
        Object did = cells.get(ObscoreColumn.OBS_PUBLISHER_DID);
        Object url = cells.get(ObscoreColumn.ACCESS_URL);
        return did != null ? did.toString() : url != null ? url.toString() : cells.toString();
    }

    static @Nullable Double number(Map<ObscoreColumn, Object> cells, ObscoreColumn column) {
        return cells.get(column) instanceof Double number ? number : null;
    }

    /** The rows of a report's table by the URL of their service. */
    static Map<String, List<Match>> byService(StarTable table) throws ProtocolException {
        Map<String, List<Match>> found = new HashMap<>();
        try (RowSequence rows = table.getRowSequence()) {
            while (rows.next()) {
                int position = ((Number) rows.getCell(Merge.POSITION)).intValue();
                found.computeIfAbsent(String.valueOf(rows.getCell(Merge.SERVICE_URL)), url -> new ArrayList<>())
                        .add(new Match(position, cells(table, rows)));
            }
            return found;
        } catch (IOException e) {
            throw new ProtocolException("a discovery table cannot be read: " + e.getMessage(), e);
        }
    }

    private static Map<ObscoreColumn, Object> cells(StarTable table, RowSequence rows) throws IOException {
        Map<ObscoreColumn, Object> cells = new EnumMap<>(ObscoreColumn.class);
        for (int i = Merge.SERVICE_URL + 1; i < table.getColumnCount(); i++) {
            Object value = rows.getCell(i);
            if (value != null) {
                ObscoreColumn.of(table.getColumnInfo(i).getName()).ifPresent(column -> cells.put(column, value));
            }
        }
        return cells;
    }
}
