package org.volans.discovery.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.volans.api.discovery.DiscoveryRequest;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.DefaultValueInfo;
import uk.ac.starlink.table.DescribedValue;
import uk.ac.starlink.table.RowListStarTable;
import uk.ac.starlink.table.StarTable;

/** Makes one table of all services' matches. */
final class Merge {

    /** Number of the column with the position's index. */
    static final int POSITION = 0;

    /** Number of the column with the service's URL; behind it come ObsCore's own. */
    static final int SERVICE_URL = 2;

    private record Line(int service, DiscoveryRequest.Service from, Match match) {}

    private Merge() {}

    /**
     * The table, ordered by position, then by service in the order of the request, then by data set: whatever the order
     * in which services answered. A data set that several services have under one IVOA identifier is shown once for
     * each position, from the first of them.
     *
     * @param matches those of each service, in the order of the request
     */
    static StarTable table(List<DiscoveryRequest.Service> services, List<List<Match>> matches) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < services.size(); i++) {
            for (Match match : matches.get(i)) {
                lines.add(new Line(i, services.get(i), match));
            }
        }
        lines.sort(Comparator.comparingInt((Line line) -> line.match.position())
                .thenComparingInt(Line::service)
                .thenComparing(line -> line.match.dataSet()));
        return fill(lines, columns(lines));
    }

    private static List<ObscoreColumn> columns(List<Line> lines) {
        return ObscoreColumn.all().stream()
                .filter(column -> column.mandatory()
                        || lines.stream().anyMatch(line -> line.match.cells().containsKey(column)))
                .toList();
    }

    private static StarTable fill(List<Line> lines, List<ObscoreColumn> columns) {
        List<ColumnInfo> infos = new ArrayList<>();
        infos.add(info("position_index", Integer.class, "meta.record", "Position in the request, from 0"));
        infos.add(info("service_name", String.class, "meta.title", "Service that has the data set"));
        infos.add(info("service_url", String.class, "meta.ref.url", "Base URL of its TAP service"));
        columns.forEach(column -> infos.add(column.info()));
        RowListStarTable table = new RowListStarTable(infos.toArray(ColumnInfo[]::new));
        table.setName("discovery");
        table.setParameter(
                new DescribedValue(new DefaultValueInfo("model", String.class, "Data model"), "ObsCore-1.1"));
        Set<String> seen = new HashSet<>();
        for (Line line : lines) {
            String dataSet = line.match.dataSet();
            String key = dataSet.startsWith("ivo://") ? dataSet : line.service + " " + dataSet;
            if (seen.add(line.match.position() + " " + key)) {
                table.addRow(row(line, columns));
            }
        }
        return table;
    }

    private static Object[] row(Line line, List<ObscoreColumn> columns) {
        Object[] row = new Object[3 + columns.size()];
        row[0] = line.match.position();
        row[1] = line.from.name();
        row[2] = line.from.url().toString();
        for (int i = 0; i < columns.size(); i++) {
            row[3 + i] = line.match.cells().get(columns.get(i));
        }
        return row;
    }

    private static ColumnInfo info(String name, Class<?> type, String ucd, String description) {
        ColumnInfo info = new ColumnInfo(name, type, description);
        info.setUCD(ucd);
        return info;
    }
}
