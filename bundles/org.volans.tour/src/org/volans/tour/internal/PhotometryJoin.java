package org.volans.tour.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.LongStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.volans.api.VoException;
import org.volans.api.table.ColumnMeta;
import org.volans.api.tap.TapQuery;
import org.volans.api.tap.TapResult;
import uk.ac.starlink.table.StarTable;

/** Step 2: the magnitudes of each position by an upload join, written from the UCDs of both tables. */
final class PhotometryJoin {

    private static final String UPLOAD = "objects";

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

    Colours join(Objects objects, PhotometryTable photometry, IProgressMonitor monitor) throws VoException {
        String adql = adql(objects, photometry);
        TapQuery query = TapQuery.of(photometry.service(), adql)
                .upload(UPLOAD, objects.numbered())
                .timeout(options.timeout());
        TapResult result = step.ask(
                photometry.resource(),
                photometry.service(),
                adql,
                () -> run(query, objects.positions().size(), monitor),
                answer -> Step.count(answer.table().getRowCount(), "row")
                        + (answer.overflow() ? ", cut off by the service" : ""));
        if (result.overflow()) {
            step.warn("the service cut the photometry off: not every match is here");
        }
        return colours(result.table(), objects, photometry);
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
        List<String> items = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        photometry.identifier().ifPresent(id -> items.add(item("phot", id, taken)));
        for (ColumnMeta column : objects.metadata()) {
            items.add(item("mine", column, taken));
        }
        for (ColumnMeta column : photometry.values()) {
            items.add(item("phot", column, taken));
        }
        for (ColumnMeta column : photometry.errors()) {
            items.add(item("phot", column, taken));
        }
        items.add("mine." + Objects.ROW_COLUMN);
        return """
                SELECT %s
                FROM %s AS phot
                JOIN TAP_UPLOAD.%s AS mine
                  ON 1=CONTAINS(POINT('ICRS', phot.%s, phot.%s),
                                CIRCLE('ICRS', mine.%s, mine.%s, %s))""".formatted(
                        String.join(", ", items),
                        photometry.table().name(),
                        UPLOAD,
                        quote(photometry.positions().ra()),
                        quote(photometry.positions().dec()),
                        quote(objects.columns().ra()),
                        quote(objects.columns().dec()),
                        Adql.degrees(options.matchRadius()));
    }

    /** A column of the list; one whose name was there before gets the table's name in front. */
    private String item(String table, ColumnMeta column, Set<String> taken) {
        String name = table + "." + quote(column);
        return taken.add(column.name().toLowerCase(Locale.ROOT))
                ? name
                : name + " AS " + services.adql().quote(table + "_" + column.name());
    }

    private String quote(ColumnMeta column) {
        return services.adql().quote(column.name());
    }

    /** Rows in the order of the user's objects; services promise none. */
    private Colours colours(StarTable answer, Objects objects, PhotometryTable photometry) {
        int number = Cells.index(answer, Objects.ROW_COLUMN);
        List<Long> order = LongStream.range(0, answer.getRowCount())
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
