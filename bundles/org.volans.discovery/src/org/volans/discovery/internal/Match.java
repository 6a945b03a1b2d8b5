package org.volans.discovery.internal;

import java.util.EnumMap;
import java.util.Map;
import org.eclipse.jdt.annotation.Nullable;

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
}
