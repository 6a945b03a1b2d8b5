package org.volans.example.crossid.internal;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.volans.api.InputException;
import org.volans.api.ProtocolException;
import org.volans.api.VoException;
import org.volans.api.adql.AdqlService;
import org.volans.api.geometry.Position;
import org.volans.api.photometry.PhotometryTable;
import org.volans.api.table.ColumnMeta;
import org.volans.api.table.PositionColumns;
import org.volans.api.table.TableMeta;
import org.volans.api.tap.TapQuery;
import org.volans.api.tap.TapResult;
import org.volans.api.tap.TapService;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.DefaultValueInfo;
import uk.ac.starlink.table.DescribedValue;
import uk.ac.starlink.table.RowListStarTable;
import uk.ac.starlink.table.RowSequence;
import uk.ac.starlink.table.StarTable;

/** Looks for what catalogues have near a position. Its columns are told by their UCDs. Safe for concurrent use. */
@Component(service = CatalogueSearch.class)
public final class CatalogueSearch {

    /** Parameter of the tables that it gives: the catalogue. */
    static final String CATALOGUE = "crossid_catalogue";

    /** Column of theirs: distance from the position in arcsec. */
    static final String SEPARATION = "separation";

    private static final int MOST = 1000;
    private static final double ARCSEC = 3600;

    private final TapService tap;
    private final AdqlService adql;

    /** Called by DS. */
    @Activate
    public CatalogueSearch(@Reference TapService tap, @Reference AdqlService adql) {
        this.tap = tap;
        this.adql = adql;
    }

    /**
     * The objects of a catalogue within its radius around a position.
     *
     * @throws VoException when the service cannot be asked, has no such table, or the table has no positions
     */
    Matches near(Catalogue catalogue, Position at, IProgressMonitor monitor) throws VoException {
        SubMonitor progress = SubMonitor.convert(monitor, 2);
        TableMeta meta = tap.table(catalogue.service(), catalogue.table(), progress.newChild(1));
        PositionColumns positions = PositionColumns.of(meta.columns())
                .orElseThrow(() -> new InputException(catalogue + " has no columns with positions in degrees"));
        PhotometryTable table = new PhotometryTable("", "", catalogue.service(), meta, positions);
        TapQuery query = TapQuery.of(catalogue.service(), query(table, at, catalogue.degrees()));
        TapResult result = tap.query(query.maxrec(MOST), progress.newChild(1));
        try {
            return new Matches(matches(catalogue, at, result.table(), table), result.overflow());
        } catch (IOException e) {
            throw new ProtocolException("the answer of " + catalogue + " cannot be read: " + e.getMessage(), e);
        }
    }

    private String query(PhotometryTable table, Position at, double degrees) {
        PositionColumns positions = table.positions();
        String columns = columns(table).map(c -> adql.quote(c.name())).collect(Collectors.joining(", "));
        return "SELECT %s FROM %s WHERE 1=CONTAINS(POINT('ICRS', %s, %s), CIRCLE('ICRS', %s, %s, %s))"
                .formatted(
                        columns,
                        table.table().name(),
                        adql.quote(positions.ra().name()),
                        adql.quote(positions.dec().name()),
                        plain(at.ra()),
                        plain(at.dec()),
                        plain(degrees));
    }

    /** Position, values, and the name if there is one. */
    private static Stream<ColumnMeta> columns(PhotometryTable table) {
        Stream<ColumnMeta> position =
                Stream.of(table.positions().ra(), table.positions().dec());
        return Stream.of(position, table.values().stream(), table.identifier().stream())
                .flatMap(c -> c);
    }

    /** Never {@code 1.0E-4}. */
    private static String plain(double value) {
        return BigDecimal.valueOf(value).toPlainString();
    }

    private static StarTable matches(Catalogue catalogue, Position at, StarTable answer, PhotometryTable table)
            throws IOException, ProtocolException {
        int values = 2 + table.values().size();
        if (answer.getColumnCount() != columns(table).count()) {
            throw new ProtocolException(catalogue + " gave other columns than were asked for");
        }
        List<Object[]> rows = new ArrayList<>();
        try (RowSequence sequence = answer.getRowSequence()) {
            while (sequence.next()) {
                Object[] cells = sequence.getRow();
                List<@Nullable Object> row = new ArrayList<>();
                row.add(cells.length > values ? String.valueOf(cells[values]) : "");
                row.add(at.separation(position(catalogue, cells)) * ARCSEC);
                row.addAll(Arrays.asList(cells).subList(0, values));
                rows.add(row.toArray());
            }
        }
        rows.sort(Comparator.comparingDouble(row -> (Double) row[1]));
        RowListStarTable matches = new RowListStarTable(infos(answer, values));
        rows.forEach(matches::addRow);
        matches.setName(table.table().name().replace("\"", ""));
        matches.setParameter(new DescribedValue(
                new DefaultValueInfo(CATALOGUE, String.class, "Where the objects were looked for"),
                catalogue.toString()));
        return matches;
    }

    private static Position position(Catalogue catalogue, Object[] cells) throws ProtocolException {
        if (cells[0] instanceof Number ra && cells[1] instanceof Number dec) {
            try {
                return new Position(ra.doubleValue(), dec.doubleValue());
            } catch (IllegalArgumentException e) {
                throw new ProtocolException(catalogue + " gave an object off the sky: " + e.getMessage(), e);
            }
        }
        throw new ProtocolException(catalogue + " gave an object without position");
    }

    private static ColumnInfo[] infos(StarTable answer, int values) {
        List<ColumnInfo> infos = new ArrayList<>();
        ColumnInfo name = new ColumnInfo("name", String.class, "Name in the catalogue");
        name.setUCD("meta.id;meta.main");
        ColumnInfo separation = new ColumnInfo(SEPARATION, Double.class, "Distance from the position");
        separation.setUnitString("arcsec");
        separation.setUCD("pos.angDistance");
        infos.add(name);
        infos.add(separation);
        for (int i = 0; i < values; i++) {
            infos.add(new ColumnInfo(answer.getColumnInfo(i)));
        }
        return infos.toArray(ColumnInfo[]::new);
    }
}
