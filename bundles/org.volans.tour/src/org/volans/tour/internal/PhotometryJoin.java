package org.volans.tour.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.volans.api.ServiceException;
import org.volans.api.VoException;
import org.volans.api.table.ColumnMeta;
import org.volans.api.tap.TapQuery;
import org.volans.api.tap.TapResult;
import uk.ac.starlink.table.ColumnPermutedStarTable;
import uk.ac.starlink.table.JoinStarTable;
import uk.ac.starlink.table.MetaCopyStarTable;
import uk.ac.starlink.table.StarTable;

/** Step 2: the magnitudes of each position by an upload join, written from the UCDs of both tables. */
final class PhotometryJoin {

    private static final String UPLOAD = "objects";
    private static final String PHOT = "phot";

    /** Larger uploads are sent as a job from the start: services cut long synchronous requests off. */
    private static final int MOST_ROWS_AT_ONCE = 50_000;

    private final TourServices services;
    private final TourOptions options;
    private final Step step;

    PhotometryJoin(TourServices services, TourOptions options, Step step) {
        this.services = services;
        this.options = options;
        this.step = step;
    }

    /**
     * A column of the result.
     *
     * @param table  {@code phot} or {@code mine}
     * @param name   in the result: its own, or with the table's name in front where that was there before
     */
    private record Item(String table, ColumnMeta column, String name) {}

    Colours join(Objects objects, PhotometryTable photometry, IProgressMonitor monitor) throws VoException {
        try {
            String adql = adql(objects, photometry);
            TapQuery query = TapQuery.of(photometry.service(), adql).upload(UPLOAD, objects.numbered());
            int rows = objects.positions().size();
            return colours(ask(photometry, query, rows, monitor), objects, photometry);
        } catch (ServiceException e) {
            if (!NearJoin.refused(e)) {
                throw e;
            }
            step.warn(photometry.resource() + " refused the upload (" + e.getMessage() + "); the positions were"
                    + " written into the query instead");
            return colours(listed(objects, photometry, monitor), objects, photometry);
        }
    }

    private StarTable ask(PhotometryTable photometry, TapQuery query, int rows, IProgressMonitor monitor)
            throws VoException {
        TapResult result = step.ask(
                photometry.resource(),
                photometry.service(),
                query.adql(),
                () -> run(query.timeout(options.timeout()), rows, monitor),
                answer -> Step.count(answer.table().getRowCount(), "row")
                        + (answer.overflow() ? ", cut off by the service" : ""));
        if (result.overflow()) {
            step.warn("the service cut the photometry off: not every match is here");
        }
        return result.table();
    }

    /** As the upload join gives it, with the user's columns put in here. */
    private StarTable listed(Objects objects, PhotometryTable photometry, IProgressMonitor monitor) throws VoException {
        String columns = Stream.concat(
                        Stream.of(
                                photometry.positions().ra(),
                                photometry.positions().dec()),
                        items(objects, photometry).stream()
                                .filter(i -> i.table().equals(PHOT))
                                .map(Item::column))
                .map(c -> PHOT + "." + quote(c))
                .distinct()
                .collect(Collectors.joining(", "));
        StarTable pairs = new NearJoin(photometry.positions(), options.matchRadius())
                .rows(objects.positions(), some -> {
                    String adql = "SELECT %s\nFROM %s AS %s\nWHERE %s"
                            .formatted(
                                    columns,
                                    photometry.table().name(),
                                    PHOT,
                                    Adql.nearAny(
                                            PHOT + "."
                                                    + quote(photometry
                                                            .positions()
                                                            .ra()),
                                            PHOT + "."
                                                    + quote(photometry
                                                            .positions()
                                                            .dec()),
                                            some,
                                            options.matchRadius()));
                    return ask(photometry, TapQuery.of(photometry.service(), adql), 0, monitor);
                });
        return withObjects(pairs, objects, items(objects, photometry));
    }

    private static StarTable withObjects(StarTable pairs, Objects objects, List<Item> items) throws VoException {
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
                new JoinStarTable(new StarTable[] {pairs, Cells.rows(objects.table(), rows)}),
                columns.stream().mapToInt(Integer::intValue).toArray()));
        for (int i = 0; i < items.size(); i++) {
            all.getColumnInfo(i).setName(items.get(i).name());
        }
        return all;
    }

    private TapResult run(TapQuery query, int rows, IProgressMonitor monitor) throws VoException {
        if (rows <= MOST_ROWS_AT_ONCE) {
            return services.tap().query(query, monitor);
        }
        var job = services.tap().submit(query, monitor);
        services.tap().await(job.url(), monitor);
        return services.tap().result(job.url(), monitor);
    }

    String adql(Objects objects, PhotometryTable photometry) {
        String items = items(objects, photometry).stream()
                .map(i -> i.table() + "." + quote(i.column())
                        + (i.name().equals(i.column().name())
                                ? ""
                                : " AS " + services.adql().quote(i.name())))
                .collect(Collectors.joining(", "));
        return """
                SELECT %s, mine.%s
                FROM %s AS phot
                JOIN TAP_UPLOAD.%s AS mine
                  ON 1=CONTAINS(POINT('ICRS', phot.%s, phot.%s),
                                CIRCLE('ICRS', mine.%s, mine.%s, %s))""".formatted(
                        items,
                        Objects.ROW_COLUMN,
                        photometry.table().name(),
                        UPLOAD,
                        quote(photometry.positions().ra()),
                        quote(photometry.positions().dec()),
                        quote(objects.columns().ra()),
                        quote(objects.columns().dec()),
                        Adql.degrees(options.matchRadius()));
    }

    /** The photometry keeps its names, which say what filter it is; the user's columns give way. */
    private static List<Item> items(Objects objects, PhotometryTable photometry) {
        Set<String> taken = new HashSet<>(Set.of(Objects.ROW_COLUMN));
        List<Item> id = photometry.identifier().stream()
                .map(column -> item(PHOT, column, taken))
                .toList();
        List<Item> measured = Stream.concat(photometry.values().stream(), photometry.errors().stream())
                .map(column -> item(PHOT, column, taken))
                .toList();
        List<Item> items = new ArrayList<>(id);
        objects.metadata().forEach(column -> items.add(item("mine", column, taken)));
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
        return services.adql().quote(column.name());
    }

    /** Rows in the order of the user's objects; services promise none. */
    private Colours colours(StarTable answer, Objects objects, PhotometryTable photometry) throws VoException {
        int number = Cells.answered(answer, Objects.ROW_COLUMN);
        int known = objects.positions().size();
        List<Long> order = LongStream.range(0, answer.getRowCount())
                .filter(row -> Cells.number(answer, row, number) >= 0 && Cells.number(answer, row, number) < known)
                .boxed()
                .sorted(java.util.Comparator.comparingDouble(row -> Cells.number(answer, row, number)))
                .toList();
        List<Integer> objectOf = order.stream()
                .map(row -> (int) Cells.number(answer, row, number))
                .toList();
        StarTable table = Cells.without(Cells.rows(answer, order), Objects.ROW_COLUMN);
        table.setName("objects_colours");
        Set<Integer> found = new HashSet<>(objectOf);
        long without = objects.positions().size() - found.size();
        step.note(table.getRowCount() + " rows for " + found.size() + " of "
                + objects.positions().size() + " positions"
                + (without == 0 ? "" : "; " + without + " without a match"));
        return new Colours(table, objectOf, photometry);
    }
}
