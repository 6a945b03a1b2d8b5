package org.volans.tour.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.volans.api.VoException;
import org.volans.api.cutout.ServiceTable;
import org.volans.api.discovery.DiscoveryRequest;
import org.volans.api.inquiry.Inquiry;
import org.volans.api.table.PositionColumns;
import org.volans.api.table.TableMeta;
import org.volans.api.tap.TapQuery;
import org.volans.api.tap.TapService;
import uk.ac.starlink.table.StarTable;

/** Catalogues of sources that say how large they are, by the UCDs in a service's {@code TAP_SCHEMA}. */
final class CatalogueFinder {

    /** Catalogues that are looked at: services of many catalogues have hundreds with sizes. */
    private static final int MOST_TABLES = 5;

    private static final String ADQL = """
            SELECT TOP 200 table_name FROM TAP_SCHEMA.columns
            WHERE ucd LIKE 'phys.angSize.smajAxis%' OR ucd LIKE 'phys.angsize.smajaxis%'""";

    private final TapService tap;
    private final Inquiry inquiry;
    private final Log log;

    CatalogueFinder(TapService tap, Inquiry inquiry) {
        this.tap = tap;
        this.inquiry = inquiry;
        this.log = new Log(inquiry.journal());
    }

    List<ServiceTable> find(DiscoveryRequest.Service service, IProgressMonitor monitor) throws VoException {
        List<ServiceTable> found = new ArrayList<>();
        for (String name : names(service, monitor)) {
            described(service, name, monitor).ifPresent(found::add);
        }
        found.sort(Comparator.comparing(table -> !photometric(table.table())));
        return found;
    }

    private List<String> names(DiscoveryRequest.Service service, IProgressMonitor monitor) throws VoException {
        StarTable answer = log.ask(
                service.name(),
                service.url(),
                ADQL,
                () -> tap.query(TapQuery.of(service.url(), ADQL).timeout(inquiry.timeout()), monitor)
                        .table(),
                rows -> Log.count(rows.getRowCount(), "column"));
        int column = Cells.answered(answer, "table_name");
        return LongStream.range(0, answer.getRowCount())
                .mapToObj(row -> Cells.text(answer, row, column))
                .filter(name -> !name.isEmpty())
                .distinct()
                .limit(MOST_TABLES)
                .toList();
    }

    /** A table that its service does not describe is no catalogue to be used; the others are. */
    private Optional<ServiceTable> described(DiscoveryRequest.Service service, String name, IProgressMonitor monitor) {
        try {
            TableMeta table = log.ask(
                    service.name(),
                    service.url(),
                    "columns of " + name,
                    () -> tap.table(service.url(), name, monitor),
                    found -> Log.count(found.columns().size(), "column"));
            boolean sized = RadioSources.majorAxis(table.columns())
                    .filter(axis -> RadioSources.isAngle(axis.unit()))
                    .isPresent();
            return sized && PositionColumns.of(table.columns()).isPresent()
                    ? Optional.of(new ServiceTable(service.name(), service.url(), table))
                    : Optional.empty();
        } catch (VoException e) {
            log.warn(name + " of " + service.name() + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private static boolean photometric(TableMeta table) {
        return table.column(ucd -> ucd.primaryUnder("phot")).isPresent();
    }
}
