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
        RadioSources.majorAxis(columns)
                .filter(c -> !RadioSources.isAngle(c.unit()))
                .ifPresent(c -> step.warn("the column " + c.name() + " of "
                        + located.table().name() + " has "
                        + (c.unit().isBlank() ? "no unit" : "the unit '" + c.unit() + "', which is none of angles")
                        + ": cutouts get the size of the search radius"));
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
            if (!NearJoin.refused(e)) {
                throw e;
            }
            step.warn(located.name() + " refused the upload (" + e.getMessage() + "); the positions were written into"
                    + " the query instead");
            return new NearJoin(positions, options.sourceRadius())
                    .rows(
                            objects.positions(),
                            some -> ask(
                                    located,
                                    TapQuery.of(located.service(), listed(located, positions, some)),
                                    monitor));
        }
    }

    private String listed(TableLocator.Located located, PositionColumns positions, List<Position> some) {
        return "SELECT %s\nFROM %s AS s\nWHERE %s"
                .formatted(
                        items(located),
                        located.table().name(),
                        Adql.nearAny(
                                "s." + quote(positions.ra()),
                                "s." + quote(positions.dec()),
                                some,
                                options.sourceRadius()));
    }

    private StarTable ask(TableLocator.Located located, TapQuery query, IProgressMonitor monitor) throws VoException {
        TapResult result = step.ask(
                located.name(),
                located.service(),
                query.adql(),
                () -> services.tap().query(query.timeout(options.timeout()), monitor),
                answer -> Step.count(answer.table().getRowCount(), "source")
                        + (answer.overflow() ? ", cut off by the service" : ""));
        if (result.overflow()) {
            step.warn(located.name() + " cut its answer off: sources may be missing");
        }
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
}
