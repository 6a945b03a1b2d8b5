package org.volans.tour.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.datalink.LinkRow;
import org.volans.api.datalink.LinksRequest;
import org.volans.api.discovery.DiscoveryReport;
import org.volans.api.geometry.Position;
import org.volans.api.geometry.Region;
import org.volans.api.table.VotableDocument;
import org.volans.api.tap.TapQuery;
import org.volans.api.tap.TapResult;
import uk.ac.starlink.table.StarTable;

/** Step 4, second half: from the rows of the image table over their links to a cutout service. */
final class Mosaics {

    private static final int MOST_IMAGES = 200;

    private final TourServices services;
    private final TourOptions options;
    private final Step step;

    Mosaics(TourServices services, TourOptions options, Step step) {
        this.services = services;
        this.options = options;
        this.step = step;
    }

    /**
     * An image that can be cut.
     *
     * @param link     the links row of its cutout service
     * @param coverage what it covers, where its row says so in a way that can be read
     */
    record Cuttable(LinkRow link, Optional<Region> coverage) {

        /** Whether it may hold the position. */
        boolean mayCover(Position position) {
            return coverage.map(region -> region.contains(position)).orElse(true);
        }
    }

    List<Cuttable> find(TableLocator.Located located, IProgressMonitor monitor) throws VoException {
        String adql = "SELECT * FROM " + located.table().name();
        TapResult images = step.ask(
                located.name(),
                located.service(),
                adql,
                () -> services.tap()
                        .query(
                                TapQuery.of(located.service(), adql)
                                        .maxrec(MOST_IMAGES)
                                        .timeout(options.timeout()),
                                monitor),
                answer -> Step.count(answer.table().getRowCount(), "image"));
        List<Cuttable> found = new ArrayList<>();
        for (long row = 0; row < images.table().getRowCount(); row++) {
            found.addAll(cuttable(located.name(), images.document(), row, monitor));
        }
        if (found.isEmpty()) {
            throw new InputException(
                    "no row of " + located.table().name() + " leads over its links to a cutout service");
        }
        return found;
    }

    /** The cutout services behind the images that discovery found, each data set once. */
    List<Cuttable> of(DiscoveryReport report, IProgressMonitor monitor) throws VoException {
        StarTable table = report.table();
        VotableDocument document = new VotableDocument(List.of(table), List.of(), List.of());
        int url = Cells.index(table, "access_url");
        int service = Cells.index(table, "service_name");
        Set<String> seen = new HashSet<>();
        List<Cuttable> found = new ArrayList<>();
        for (long row = 0; row < table.getRowCount() && found.size() < MOST_IMAGES; row++) {
            if (seen.add(Cells.text(table, row, url))) {
                found.addAll(cuttable(Cells.text(table, row, service), document, row, monitor));
            }
        }
        return found;
    }

    /** The cutout services behind one row of any table whose rows have links. */
    List<Cuttable> cuttable(String service, VotableDocument document, long row, IProgressMonitor monitor)
            throws VoException {
        Optional<LinksRequest> request = services.datalink().requestFor(document, row);
        if (request.isEmpty()) {
            return List.of();
        }
        List<LinkRow> links = step.ask(
                "Datalink",
                request.get().url(),
                request.get().parameters().stream()
                        .map(p -> p.name() + "=" + p.value())
                        .reduce((a, b) -> a + "\n" + b)
                        .orElse(""),
                () -> services.datalink().links(request.get(), monitor),
                rows -> rows.stream()
                        .map(LinkRow::semantics)
                        .reduce((a, b) -> a + " " + b)
                        .orElse("no rows"));
        Optional<Region> coverage = document.table().flatMap(table -> coverage(table, row));
        return links.stream()
                .filter(link ->
                        link.descriptor().filter(services.soda()::isSoda).isPresent())
                .limit(1)
                .map(link -> new Cuttable(link, coverage))
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
}
