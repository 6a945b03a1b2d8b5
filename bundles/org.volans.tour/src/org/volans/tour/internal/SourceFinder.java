package org.volans.tour.internal;

import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.IProgressMonitor;
import org.volans.api.InputException;
import org.volans.api.ServiceException;
import org.volans.api.VoException;
import org.volans.api.geometry.Position;
import org.volans.api.table.ColumnMeta;
import org.volans.api.table.PositionColumns;
import org.volans.api.tap.TapQuery;
import org.volans.api.tap.TapResult;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.ColumnStarTable;
import uk.ac.starlink.table.JoinStarTable;
import uk.ac.starlink.table.PrimitiveArrayColumn;
import uk.ac.starlink.table.StarTable;

/** Step 4, first half: the radio source near each position and how large it is. */
final class SourceFinder {

    private static final String UPLOAD = "objects";

    private final TourServices services;
    private final TourOptions options;
    private final Step step;

    SourceFinder(TourServices services, TourOptions options, Step step) {
        this.services = services;
        this.options = options;
        this.step = step;
    }

    RadioSources find(TableLocator.Located located, Objects objects, IProgressMonitor monitor) throws VoException {
        List<ColumnMeta> columns = located.table().columns();
        PositionColumns positions = PositionColumns.of(columns)
                .orElseThrow(
                        () -> new InputException("the table " + located.table().name() + " has no position columns"));
        if (RadioSources.majorAxis(columns).isEmpty()) {
            step.warn(located.table().name() + " has no column with the UCD phys.angSize.smajAxis: cutouts get the size"
                    + " of the search radius");
        }
        StarTable answer = rows(located, positions, objects, monitor);
        RadioSources sources = RadioSources.of(
                answer,
                objects.positions(),
                positions,
                located.table().name() + " " + located.table().description() + " " + located.name());
        long found =
                sources.nearest().stream().filter(java.util.Optional::isPresent).count();
        step.note("A source of " + located.table().name() + " within "
                + Math.round(options.sourceRadius() * 3600) + " arcsec of " + found + " of "
                + objects.positions().size() + " positions");
        return sources;
    }

    private StarTable rows(
            TableLocator.Located located, PositionColumns positions, Objects objects, IProgressMonitor monitor)
            throws VoException {
        String joined = joined(located, positions);
        try {
            return ask(
                    located, TapQuery.of(located.service(), joined).upload(UPLOAD, objects.positionsOnly()), monitor);
        } catch (ServiceException e) {
            step.warn(located.name() + " refused the upload (" + e.getMessage() + "); the positions were written into"
                    + " the query instead");
            String listed = "SELECT %s\nFROM %s AS s\nWHERE %s"
                    .formatted(
                            items(located),
                            located.table().name(),
                            Adql.nearAny(
                                    "s." + quote(positions.ra()),
                                    "s." + quote(positions.dec()),
                                    objects.positions(),
                                    options.sourceRadius()));
            StarTable plain = ask(located, TapQuery.of(located.service(), listed), monitor);
            return withObjects(plain, positions, objects.positions());
        }
    }

    private StarTable ask(TableLocator.Located located, TapQuery query, IProgressMonitor monitor) throws VoException {
        TapResult result = step.ask(
                located.name(),
                located.service(),
                query.adql(),
                () -> services.tap().query(query.timeout(options.timeout()), monitor),
                answer -> Step.count(answer.table().getRowCount(), "source"));
        return result.table();
    }

    private String joined(TableLocator.Located located, PositionColumns positions) {
        return """
                SELECT %s, mine.%s
                FROM %s AS s
                JOIN TAP_UPLOAD.%s AS mine
                  ON 1=CONTAINS(POINT('ICRS', s.%s, s.%s),
                                CIRCLE('ICRS', mine.ra, mine.dec, %s))""".formatted(
                        items(located),
                        Objects.ROW_COLUMN,
                        located.table().name(),
                        UPLOAD,
                        quote(positions.ra()),
                        quote(positions.dec()),
                        Adql.degrees(options.sourceRadius()));
    }

    private String items(TableLocator.Located located) {
        return located.table().columns().stream().map(c -> "s." + quote(c)).collect(Collectors.joining(", "));
    }

    private String quote(ColumnMeta column) {
        return services.adql().quote(column.name());
    }

    /** Does what the join would have done: one row for each pair of source and object. */
    private StarTable withObjects(StarTable sources, PositionColumns positions, List<Position> objects) {
        int ra = Cells.index(sources, positions.ra().name());
        int dec = Cells.index(sources, positions.dec().name());
        List<Long> rows = new java.util.ArrayList<>();
        List<Integer> numbers = new java.util.ArrayList<>();
        for (long row = 0; row < sources.getRowCount(); row++) {
            Position source = new Position(Cells.number(sources, row, ra), Cells.number(sources, row, dec));
            for (int object = 0; object < objects.size(); object++) {
                if (source.separation(objects.get(object)) <= options.sourceRadius()) {
                    rows.add(row);
                    numbers.add(object);
                }
            }
        }
        ColumnStarTable column = ColumnStarTable.makeTableWithRows(rows.size());
        column.addColumn(PrimitiveArrayColumn.makePrimitiveColumn(
                new ColumnInfo(Objects.ROW_COLUMN, Integer.class, "row of the object"),
                numbers.stream().mapToInt(Integer::intValue).toArray()));
        return new JoinStarTable(new StarTable[] {Cells.rows(sources, rows), column});
    }
}
