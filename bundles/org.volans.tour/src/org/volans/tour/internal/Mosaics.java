package org.volans.tour.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.cutout.CuttableImage;
import org.volans.api.cutout.ServiceTable;
import org.volans.api.datalink.DatalinkService;
import org.volans.api.datalink.LinkRow;
import org.volans.api.datalink.LinksRequest;
import org.volans.api.datalink.SodaService;
import org.volans.api.discovery.DiscoveryReport;
import org.volans.api.geometry.Position;
import org.volans.api.geometry.Region;
import org.volans.api.inquiry.Inquiry;
import org.volans.api.table.VotableDocument;
import org.volans.api.tap.TapQuery;
import org.volans.api.tap.TapResult;
import org.volans.api.tap.TapService;
import org.volans.api.ucd.Ucd;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.StarTable;

/** From the rows of a table of images over their links to cutout services. */
final class Mosaics {

    /** Images whose links are followed. */
    private static final int MOST_IMAGES = 200;

    /** Rows of the image table that are looked at: more are no list of mosaics. */
    private static final int MOST_ROWS = 20_000;

    private final TapService tap;
    private final DatalinkService datalink;
    private final SodaService soda;
    private final Inquiry inquiry;
    private final Log log;

    Mosaics(TapService tap, DatalinkService datalink, SodaService soda, Inquiry inquiry) {
        this.tap = tap;
        this.datalink = datalink;
        this.soda = soda;
        this.inquiry = inquiry;
        this.log = new Log(inquiry.journal());
    }

    /** The images of a table that may cover any of the positions. */
    List<CuttableImage> find(ServiceTable located, List<Position> positions, IProgressMonitor monitor)
            throws VoException {
        String adql = "SELECT * FROM " + located.table().name();
        TapResult images = log.ask(
                located.name(),
                located.service(),
                adql,
                () -> tap.query(
                        TapQuery.of(located.service(), adql).maxrec(MOST_ROWS).timeout(inquiry.timeout()), monitor),
                answer -> Log.count(answer.table().getRowCount(), "image"));
        if (images.overflow()) {
            log.warn(located.name() + " sent only " + images.table().getRowCount() + " rows of "
                    + located.table().name() + ": an image may be missing");
        }
        List<Long> rows = LongStream.range(0, images.table().getRowCount())
                .boxed()
                .filter(row -> mayCover(images.table(), row, positions))
                .toList();
        List<CuttableImage> found = cuttable(images.document(), rows, monitor);
        if (found.isEmpty() && (!rows.isEmpty() || images.table().getRowCount() == 0)) {
            throw new InputException(
                    "no row of " + located.table().name() + " leads over its links to a cutout service");
        }
        return found;
    }

    /** The cutout services behind the images that discovery found, each data set once. */
    List<CuttableImage> of(DiscoveryReport report, IProgressMonitor monitor) throws VoException {
        StarTable table = report.table();
        VotableDocument document = new VotableDocument(List.of(table), List.of(), List.of());
        int url = Cells.index(table, "access_url");
        Set<String> seen = new HashSet<>();
        List<Long> rows = LongStream.range(0, table.getRowCount())
                .boxed()
                .filter(row -> seen.add(Cells.text(table, row, url)))
                .toList();
        return cuttable(document, rows, monitor);
    }

    private static boolean mayCover(StarTable table, long row, List<Position> positions) {
        Optional<Region> coverage = coverage(table, row);
        return coverage.isEmpty() || positions.stream().anyMatch(coverage.get()::contains);
    }

    /**
     * The cutout services behind rows of a table, whose links are asked for all at once; how many questions go to one
     * host at a time is the HTTP service's business. Rows whose links are not to be had cost themselves alone.
     *
     * @throws VoException when no links are to be had at all
     */
    private List<CuttableImage> cuttable(VotableDocument document, List<Long> rows, IProgressMonitor monitor)
            throws VoException {
        if (rows.size() > MOST_IMAGES) {
            log.warn("only the links of the first " + MOST_IMAGES + " of " + rows.size() + " images were followed");
        }
        List<CuttableImage> found = new ArrayList<>();
        List<VoException> failures = Collections.synchronizedList(new ArrayList<>());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<CuttableImage>>> asked = rows.stream()
                    .limit(MOST_IMAGES)
                    .map(row -> threads.submit(() -> cuttable(document, row, failures, monitor)))
                    .toList();
            asked.forEach(links -> found.addAll(Branches.get(links)));
        }
        if (!failures.isEmpty()) {
            if (found.isEmpty()) {
                throw failures.get(0);
            }
            log.warn("the links of " + Log.count(failures.size(), "image") + " are not to be had: "
                    + failures.get(0).getMessage());
        }
        return found;
    }

    private List<CuttableImage> cuttable(
            VotableDocument document, long row, List<VoException> failures, IProgressMonitor monitor) {
        try {
            return cuttable(document, row, monitor);
        } catch (VoException e) {
            failures.add(e);
            return List.of();
        }
    }

    /** The cutout services behind one row of any table whose rows have links. */
    private List<CuttableImage> cuttable(VotableDocument document, long row, IProgressMonitor monitor)
            throws VoException {
        Optional<LinksRequest> request = datalink.requestFor(document, row);
        if (request.isEmpty()) {
            return List.of();
        }
        List<LinkRow> links = log.ask(
                "Datalink",
                request.get().url(),
                request.get().parameters().stream()
                        .map(p -> p.name() + "=" + p.value())
                        .reduce((a, b) -> a + "\n" + b)
                        .orElse(""),
                () -> datalink.links(request.get(), monitor),
                rows -> rows.stream()
                        .map(LinkRow::semantics)
                        .reduce((a, b) -> a + " " + b)
                        .orElse("no rows"));
        Optional<Region> coverage = document.table().flatMap(table -> coverage(table, row));
        String title = document.table().map(table -> title(table, row)).orElse("");
        return links.stream()
                .filter(link -> link.descriptor().filter(soda::isSoda).isPresent())
                .limit(1)
                .map(link -> new CuttableImage(title, link, coverage))
                .toList();
    }

    private static Optional<Region> coverage(StarTable table, long row) {
        for (int i = 0; i < table.getColumnCount(); i++) {
            String ucd = String.valueOf(table.getColumnInfo(i).getUCD());
            if (ucd.startsWith("pos.outline")
                    || "s_region".equalsIgnoreCase(table.getColumnInfo(i).getName())) {
                try {
                    return Optional.of(Region.parse(Cells.text(table, row, i)));
                } catch (IllegalArgumentException e) {
                    return Optional.empty(); // then the cutout service itself is asked whether it covers a position
                }
            }
        }
        return Optional.empty();
    }

    /** What people call the image: by the title's UCD, else the ObsCore columns. */
    private static String title(StarTable table, long row) {
        return IntStream.range(0, table.getColumnCount())
                .filter(i -> {
                    ColumnInfo info = table.getColumnInfo(i);
                    return Ucd.parse(info.getUCD()).primary().equals("meta.title")
                            && !"service_name".equals(info.getName());
                })
                .mapToObj(i -> Cells.text(table, row, i))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .or(() -> Cells.column(table, "obs_collection").stream()
                        .mapToObj(i -> Cells.text(table, row, i))
                        .findFirst())
                .orElse("");
    }
}
