package org.volans.discovery.internal;

import java.io.IOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.ProtocolException;
import org.volans.api.discovery.DiscoveryRequest;
import org.volans.api.geometry.Position;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.RowSequence;
import uk.ac.starlink.table.StarTable;

/**
 * Collects the matches of one service from its answers, each pair once, and checks every one against the sky: a row
 * whose footprint can be read and does not cover the position is not believed. Not safe for concurrent use.
 */
final class Harvest {

    private final DiscoveryRequest request;
    private final Map<String, Match> matches = new LinkedHashMap<>();
    private boolean cut;
    private int disbelieved;

    Harvest(DiscoveryRequest request) {
        this.request = request;
    }

    List<Match> matches() {
        return List.copyOf(matches.values());
    }

    int size() {
        return matches.size();
    }

    /** Whether there were more matches than were asked for: one data set can match many positions. */
    boolean cut() {
        return cut;
    }

    /** Rows that the service sent as matches and whose own footprint does not cover what was asked for. */
    int disbelieved() {
        return disbelieved;
    }

    int dataSets() {
        return (int) matches.values().stream().map(Match::dataSet).distinct().count();
    }

    /**
     * Takes in an answer.
     *
     * @param asked indices of the positions that were asked for; a row that does not say which it matches is compared
     *              with all of them
     */
    void add(StarTable table, List<Integer> asked) throws ProtocolException {
        try (RowSequence rows = table.getRowSequence()) {
            Layout layout = new Layout(table);
            while (rows.next()) {
                add(layout.cells(rows), layout.position(rows), asked);
            }
        } catch (IOException e) {
            throw new ProtocolException("its answer cannot be read: " + e.getMessage(), e);
        }
    }

    private void add(Map<ObscoreColumn, Object> cells, @Nullable Integer claimed, List<Integer> asked) {
        Optional<Footprint> footprint = footprint(cells);
        boolean said = claimed != null && asked.contains(claimed);
        if (said && claimed != null) {
            if (footprint.isEmpty() || covers(footprint.get(), claimed)) {
                put(claimed, cells);
            } else {
                disbelieved++;
            }
        } else if (footprint.isPresent()) {
            List<Integer> covered = asked.stream()
                    .filter(index -> covers(footprint.get(), index))
                    .toList();
            covered.forEach(index -> put(index, cells));
            disbelieved += covered.isEmpty() ? 1 : 0;
        } else if (asked.size() == 1) {
            put(asked.get(0), cells);
        }
    }

    private static Optional<Footprint> footprint(Map<ObscoreColumn, Object> cells) {
        return Footprint.parse(cells.get(ObscoreColumn.S_REGION) instanceof String text ? text : null)
                .or(() -> Footprint.parse(
                        Match.number(cells, ObscoreColumn.S_RA),
                        Match.number(cells, ObscoreColumn.S_DEC),
                        Match.number(cells, ObscoreColumn.S_FOV)));
    }

    private boolean covers(Footprint footprint, int index) {
        Position position = request.positions().get(index);
        return footprint.touches(position, request.radius());
    }

    private void put(int position, Map<ObscoreColumn, Object> cells) {
        Match match = new Match(position, cells);
        String key = position + " " + match.dataSet();
        if (matches.size() < request.perService() || matches.containsKey(key)) {
            matches.putIfAbsent(key, match);
        } else {
            cut = true;
        }
    }

    /** Where the columns of an answer are. */
    private static final class Layout {
        private final Map<ObscoreColumn, Integer> columns = new EnumMap<>(ObscoreColumn.class);
        private final Map<ObscoreColumn, ColumnInfo> infos = new EnumMap<>(ObscoreColumn.class);
        private int position = -1;

        Layout(StarTable table) {
            for (int i = 0; i < table.getColumnCount(); i++) {
                ColumnInfo info = table.getColumnInfo(i);
                int index = i;
                if (info.getName().equalsIgnoreCase("position_index") && position < 0) {
                    position = index;
                }
                ObscoreColumn.of(info.getName()).ifPresent(column -> {
                    if (columns.putIfAbsent(column, index) == null) {
                        infos.put(column, info);
                    }
                });
            }
        }

        Map<ObscoreColumn, Object> cells(RowSequence rows) throws IOException {
            Map<ObscoreColumn, Object> cells = new EnumMap<>(ObscoreColumn.class);
            for (Map.Entry<ObscoreColumn, Integer> column : columns.entrySet()) {
                ColumnInfo info = infos.get(column.getKey());
                Object value =
                        info == null ? null : Cells.convert(rows.getCell(column.getValue()), column.getKey(), info);
                if (value != null) {
                    cells.put(column.getKey(), value);
                }
            }
            return cells;
        }

        @Nullable
        Integer position(RowSequence rows) throws IOException {
            Object value = position < 0 ? null : rows.getCell(position);
            return value instanceof Number number ? Integer.valueOf(number.intValue()) : null;
        }
    }
}
