package org.volans.tour.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.IProgressMonitor;
import org.volans.api.InputException;
import org.volans.api.ServiceException;
import org.volans.api.VoException;
import org.volans.api.adql.AdqlService;
import org.volans.api.cutout.NearbySource;
import org.volans.api.cutout.ServiceTable;
import org.volans.api.geometry.Position;
import org.volans.api.inquiry.Inquiry;
import org.volans.api.table.ColumnMeta;
import org.volans.api.table.PositionColumns;
import org.volans.api.table.TableMeta;
import org.volans.api.tap.TapQuery;
import org.volans.api.tap.TapResult;
import org.volans.api.tap.TapService;
import uk.ac.starlink.table.StarTable;

/** The source of a catalogue near each position and how large it is. */
final class SourceFinder {

    private static final String UPLOAD = "objects";

    private final TapService tap;
    private final AdqlService adql;
    private final ServiceTable catalogue;
    private final double radius;
    private final Inquiry inquiry;
    private final Log log;

    /** @param radius how far a source may be from a position, in degrees */
    SourceFinder(TapService tap, AdqlService adql, ServiceTable catalogue, double radius, Inquiry inquiry) {
        this.tap = tap;
        this.adql = adql;
        this.catalogue = catalogue;
        this.radius = radius;
        this.inquiry = inquiry;
        this.log = new Log(inquiry.journal());
    }

    List<Optional<NearbySource>> find(List<Position> objects, IProgressMonitor monitor) throws VoException {
        TableMeta table = catalogue.table();
        List<ColumnMeta> columns = table.columns();
        PositionColumns positions = PositionColumns.of(columns)
                .orElseThrow(() -> new InputException("the table " + table.name() + " has no position columns"));
        sizes(columns);
        StarTable answer = rows(positions, objects, monitor);
        List<Optional<NearbySource>> sources = RadioSources.of(
                answer, objects, positions, table.name() + " " + table.description() + " " + catalogue.name());
        long found = sources.stream().filter(Optional::isPresent).count();
        log.note("A source of " + table.name() + " within " + Math.round(radius * 3600) + " arcsec of " + found + " of "
                + objects.size() + " positions");
        return sources;
    }

    /** Says when the catalogue's sizes cannot be used. */
    private void sizes(List<ColumnMeta> columns) {
        String name = catalogue.table().name();
        Optional<ColumnMeta> axis = RadioSources.majorAxis(columns);
        if (axis.isEmpty()) {
            log.warn(name + " has no column with the UCD phys.angSize.smajAxis: cutouts get the size"
                    + " of the search radius");
        }
        axis.filter(c -> !RadioSources.isAngle(c.unit()))
                .ifPresent(c -> log.warn("the column " + c.name() + " of " + name + " has "
                        + (c.unit().isBlank() ? "no unit" : "the unit '" + c.unit() + "', which is none of angles")
                        + ": cutouts get the size of the search radius"));
    }

    private StarTable rows(PositionColumns positions, List<Position> objects, IProgressMonitor monitor)
            throws VoException {
        try {
            return ask(
                    TapQuery.of(catalogue.service(), joined(positions)).upload(UPLOAD, Objects.positionsOnly(objects)),
                    monitor);
        } catch (ServiceException e) {
            if (!NearJoin.refused(e)) {
                throw e;
            }
            log.warn(catalogue.name() + " refused the upload (" + e.getMessage() + "); the positions were written into"
                    + " the query instead");
            return new NearJoin(positions, radius)
                    .rows(objects, some -> ask(TapQuery.of(catalogue.service(), listed(positions, some)), monitor));
        }
    }

    private String listed(PositionColumns positions, List<Position> some) {
        String near = Adql.nearAny("s." + quote(positions.ra()), "s." + quote(positions.dec()), some, radius);
        return "SELECT %s\nFROM %s AS s\nWHERE %s"
                .formatted(items(), catalogue.table().name(), near);
    }

    private StarTable ask(TapQuery query, IProgressMonitor monitor) throws VoException {
        TapResult result = log.ask(
                catalogue.name(),
                catalogue.service(),
                query.adql(),
                () -> tap.query(query.timeout(inquiry.timeout()), monitor),
                answer -> Log.count(answer.table().getRowCount(), "source")
                        + (answer.overflow() ? ", cut off by the service" : ""));
        if (result.overflow()) {
            log.warn(catalogue.name() + " cut its answer off: sources may be missing");
        }
        return result.table();
    }

    private String joined(PositionColumns positions) {
        return """
                SELECT %s, mine.%s
                FROM %s AS s
                JOIN TAP_UPLOAD.%s AS mine
                  ON 1=CONTAINS(POINT('ICRS', s.%s, s.%s),
                                CIRCLE('ICRS', mine.ra, mine.dec, %s))""".formatted(
                        items(),
                        Objects.ROW_COLUMN,
                        catalogue.table().name(),
                        UPLOAD,
                        quote(positions.ra()),
                        quote(positions.dec()),
                        Adql.degrees(radius));
    }

    private String items() {
        return catalogue.table().columns().stream().map(c -> "s." + quote(c)).collect(Collectors.joining(", "));
    }

    private String quote(ColumnMeta column) {
        return adql.quote(column.name());
    }
}
