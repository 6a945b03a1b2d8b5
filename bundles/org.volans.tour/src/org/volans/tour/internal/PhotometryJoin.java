package org.volans.tour.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.volans.api.InputException;
import org.volans.api.ServiceException;
import org.volans.api.VoException;
import org.volans.api.adql.AdqlService;
import org.volans.api.geometry.Position;
import org.volans.api.inquiry.Inquiry;
import org.volans.api.photometry.PhotometryMatches;
import org.volans.api.photometry.PhotometryService;
import org.volans.api.photometry.PhotometryTable;
import org.volans.api.table.ColumnMeta;
import org.volans.api.table.PositionColumns;
import org.volans.api.tap.TapQuery;
import org.volans.api.tap.TapResult;
import org.volans.api.tap.TapService;
import uk.ac.starlink.table.ColumnPermutedStarTable;
import uk.ac.starlink.table.JoinStarTable;
import uk.ac.starlink.table.MetaCopyStarTable;
import uk.ac.starlink.table.StarTable;

/** The magnitudes of each position by an upload join, written from the UCDs of both tables. For one join. */
final class PhotometryJoin {

    private static final String UPLOAD = "objects";
    private static final String PHOT = "phot";

    private final TapService tap;
    private final AdqlService adql;
    private final PhotometryTable photometry;
    private final StarTable objects;
    private final PositionColumns where;
    private final double radius;

    /**
     * @param objects with position columns
     * @param radius  in degrees
     */
    PhotometryJoin(TapService tap, AdqlService adql, PhotometryTable photometry, StarTable objects, double radius)
            throws InputException {
        this.tap = tap;
        this.adql = adql;
        this.photometry = photometry;
        this.objects = objects;
        this.where = PositionColumns.of(objects)
                .orElseThrow(() -> new InputException("the table has no position columns to join by"));
        this.radius = radius;
    }

    /**
     * A column of the result.
     *
     * @param table  {@code phot} or {@code mine}
     * @param name   in the result: its own, or with the table's name in front where that was there before
     */
    private record Item(String table, ColumnMeta column, String name) {}

    /** The upload join as a person would write it. */
    TapQuery query() {
        return TapQuery.of(photometry.service(), adql("")).upload(UPLOAD, objects);
    }

    /** The upload join whose rows say which object they belong to. */
    TapQuery numbered() {
        return TapQuery.of(photometry.service(), adql(", mine." + Objects.ROW_COLUMN))
                .upload(UPLOAD, Objects.numbered(objects));
    }

    PhotometryMatches join(Inquiry inquiry, IProgressMonitor monitor) throws VoException {
        Log log = new Log(inquiry.journal());
        List<Position> positions = PositionColumns.positions(objects, "the table");
        Asking asking = (query, rows) -> ask(query.timeout(inquiry.timeout()), rows, log, monitor);
        try {
            return matches(asking.ask(numbered(), positions.size()), positions.size(), log);
        } catch (ServiceException e) {
            if (!NearJoin.refused(e)) {
                throw e;
            }
            log.warn(photometry.resource() + " refused the upload (" + e.getMessage() + "); the positions were"
                    + " written into the query instead");
            return matches(listed(positions, asking), positions.size(), log);
        }
    }

    /** Sends a query for a number of objects. */
    private interface Asking {
        StarTable ask(TapQuery query, int rows) throws VoException;
    }

    private StarTable ask(TapQuery query, int rows, Log log, IProgressMonitor monitor) throws VoException {
        TapResult result = log.ask(
                photometry.resource(),
                photometry.service(),
                query.adql(),
                () -> run(query, rows, monitor),
                answer -> Log.count(answer.table().getRowCount(), "row")
                        + (answer.overflow() ? ", cut off by the service" : ""));
        if (result.overflow()) {
            log.warn("the service cut the photometry off: not every match is here");
        }
        return result.table();
    }

    /** As the upload join gives it, with the user's columns put in here. */
    private StarTable listed(List<Position> positions, Asking asking) throws VoException {
        PositionColumns there = photometry.positions();
        String columns = Stream.concat(
                        Stream.of(there.ra(), there.dec()),
                        items().stream().filter(i -> i.table().equals(PHOT)).map(Item::column))
                .map(c -> PHOT + "." + quote(c))
                .distinct()
                .collect(Collectors.joining(", "));
        StarTable pairs = new NearJoin(there, radius).rows(positions, some -> {
            String near = Adql.nearAny(PHOT + "." + quote(there.ra()), PHOT + "." + quote(there.dec()), some, radius);
            String text = "SELECT %s\nFROM %s AS %s\nWHERE %s"
                    .formatted(columns, photometry.table().name(), PHOT, near);
            return asking.ask(TapQuery.of(photometry.service(), text), 0);
        });
        return withObjects(pairs, objects, items());
    }

    private static StarTable withObjects(StarTable pairs, StarTable objects, List<Item> items) throws VoException {
        int number = Cells.answered(pairs, Objects.ROW_COLUMN);
        List<Long> rows = LongStream.range(0, pairs.getRowCount())
                .mapToObj(row -> (long) Cells.number(pairs, row, number))
                .toList();
        List<Integer> columns = new ArrayList<>();
        int mine = pairs.getColumnCount();
        for (Item item : items) {
            columns.add(
                    item.table().equals(PHOT)
                            ? Cells.answered(pairs, item.column().name())
                            : mine++);
        }
        columns.add(number);
        StarTable all = new MetaCopyStarTable(new ColumnPermutedStarTable(
                new JoinStarTable(new StarTable[] {pairs, Cells.rows(objects, rows)}),
                columns.stream().mapToInt(Integer::intValue).toArray()));
        for (int i = 0; i < items.size(); i++) {
            all.getColumnInfo(i).setName(items.get(i).name());
        }
        return all;
    }

    private TapResult run(TapQuery query, int rows, IProgressMonitor monitor) throws VoException {
        if (rows <= PhotometryService.MOST_ROWS_AT_ONCE) {
            return tap.query(query, monitor);
        }
        var job = tap.submit(query, monitor);
        tap.await(job.url(), monitor);
        return tap.result(job.url(), monitor);
    }

    /** @param more further columns of the answer */
    private String adql(String more) {
        String items = items().stream()
                .map(i -> i.table() + "." + quote(i.column())
                        + (i.name().equals(i.column().name()) ? "" : " AS " + adql.quote(i.name())))
                .collect(Collectors.joining(", "));
        return """
                SELECT %s%s
                FROM %s AS phot
                JOIN TAP_UPLOAD.%s AS mine
                  ON 1=CONTAINS(POINT('ICRS', phot.%s, phot.%s),
                                CIRCLE('ICRS', mine.%s, mine.%s, %s))""".formatted(
                        items,
                        more,
                        photometry.table().name(),
                        UPLOAD,
                        quote(photometry.positions().ra()),
                        quote(photometry.positions().dec()),
                        quote(where.ra()),
                        quote(where.dec()),
                        Adql.arcseconds(radius));
    }

    /** The photometry keeps its names, which say what filter it is; the user's columns give way. */
    private List<Item> items() {
        Set<String> taken = new HashSet<>(Set.of(Objects.ROW_COLUMN));
        List<Item> id = photometry.identifier().stream()
                .map(column -> item(PHOT, column, taken))
                .toList();
        List<Item> measured = Stream.concat(photometry.values().stream(), photometry.errors().stream())
                .map(column -> item(PHOT, column, taken))
                .toList();
        List<Item> items = new ArrayList<>(id);
        PositionColumns.columns(objects).forEach(column -> items.add(item("mine", column, taken)));
        items.addAll(measured);
        return items;
    }

    private static Item item(String table, ColumnMeta column, Set<String> taken) {
        String name = column.name();
        while (!taken.add(name.toLowerCase(Locale.ROOT))) {
            name = table + "_" + name;
        }
        return new Item(table, column, name);
    }

    private String quote(ColumnMeta column) {
        return adql.quote(column.name());
    }

    /** Rows in the order of the user's objects; services promise none. */
    private PhotometryMatches matches(StarTable answer, int known, Log log) throws VoException {
        int number = Cells.answered(answer, Objects.ROW_COLUMN);
        List<Long> order = LongStream.range(0, answer.getRowCount())
                .filter(row -> Cells.number(answer, row, number) >= 0 && Cells.number(answer, row, number) < known)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> Cells.number(answer, row, number)))
                .toList();
        List<Integer> objectOf = order.stream()
                .map(row -> (int) Cells.number(answer, row, number))
                .toList();
        StarTable table = Cells.without(Cells.rows(answer, order), Objects.ROW_COLUMN);
        Set<Integer> found = new HashSet<>(objectOf);
        long without = known - found.size();
        log.note(table.getRowCount() + " rows for " + found.size() + " of " + known + " positions"
                + (without == 0 ? "" : "; " + without + " without a match"));
        return new PhotometryMatches(table, objectOf, photometry);
    }
}
