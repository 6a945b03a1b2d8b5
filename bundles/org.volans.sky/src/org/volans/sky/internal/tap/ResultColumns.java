package org.volans.sky.internal.tap;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.volans.sky.internal.DataCentre;
import org.volans.sky.internal.LinksSpec;
import org.volans.sky.internal.SkyTable;
import org.volans.sky.internal.VotableType;
import org.volans.sky.internal.tap.ResultVotable.Descriptor;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.DescribedValue;
import uk.ac.starlink.table.MetaCopyStarTable;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.ValueInfo;
import uk.ac.starlink.votable.VOStarTable;

/** Gives a result's columns what the engine does not carry: xtypes, the frame of positions, the IDs that descriptors need. */
final class ResultColumns {

    private final MetaCopyStarTable table;
    private final List<Descriptor> descriptors = new ArrayList<>();

    private ResultColumns(StarTable result) {
        table = new MetaCopyStarTable(result);
        for (int i = 0; i < table.getColumnCount(); i++) {
            table.setColumnInfo(i, new ColumnInfo(result.getColumnInfo(i)));
        }
    }

    /**
     * Completes a result.
     *
     * @param adql the query, which tells two tables with the same links column apart
     */
    static ResultColumns of(StarTable result, String adql, TapSchema schema, DataCentre centre, URI base) {
        ResultColumns columns = new ResultColumns(result);
        columns.addTypes(schema);
        columns.addFrames();
        columns.addLinks(adql.toLowerCase(Locale.ROOT), centre, base);
        return columns;
    }

    StarTable table() {
        return table;
    }

    List<Descriptor> descriptors() {
        return descriptors;
    }

    /** A column that has name, UCD and unit of a column of the centre is taken to be that one. */
    private void addTypes(TapSchema schema) {
        for (int i = 0; i < table.getColumnCount(); i++) {
            ColumnInfo info = table.getColumnInfo(i);
            if (info.getXtype() == null) {
                schema.tables().stream()
                        .flatMap(t -> t.columns().stream())
                        .filter(c -> c.plainName().equalsIgnoreCase(info.getName())
                                && c.ucd().equalsIgnoreCase(VotableType.text(info.getUCD()))
                                && c.unit().equals(VotableType.text(info.getUnitString()))
                                && !c.type().xtype().isEmpty())
                        .findFirst()
                        .ifPresent(c -> info.setXtype(c.type().xtype()));
            }
        }
    }

    /** Everything in the sky is ICRS; other frames that an upload may have named would refer to nothing here. */
    private void addFrames() {
        for (int i = 0; i < table.getColumnCount(); i++) {
            ColumnInfo info = table.getColumnInfo(i);
            set(info, VOStarTable.COOSYS_SYSTEM_INFO, "");
            set(info, VOStarTable.ID_INFO, "");
            set(
                    info,
                    VOStarTable.REF_INFO,
                    VotableType.text(info.getUCD()).startsWith("pos.eq.") ? ResultVotable.FRAME : "");
        }
    }

    /** Sets or, with an empty value, takes away. */
    private static void set(ColumnInfo info, ValueInfo what, String value) {
        info.getAuxData().removeIf(v -> v.getInfo().getName().equals(what.getName()));
        if (!value.isEmpty()) {
            info.getAuxData().add(new DescribedValue(what, value));
        }
    }

    private void addLinks(String adql, DataCentre centre, URI base) {
        for (int i = 0; i < table.getColumnCount(); i++) {
            ColumnInfo info = table.getColumnInfo(i);
            Optional<LinksSpec> links = links(centre, info.getName(), adql);
            if (links.isPresent()) {
                String id = "links_id_" + (i + 1);
                set(info, VOStarTable.ID_INFO, id);
                descriptors.add(new Descriptor(id, base + links.get().linksPath()));
            }
        }
    }

    private static Optional<LinksSpec> links(DataCentre centre, String column, String adql) {
        List<SkyTable> candidates = centre.tables().stream()
                .filter(t -> t.links()
                        .filter(l -> l.idColumn().equalsIgnoreCase(column))
                        .isPresent())
                .toList();
        return candidates.stream()
                .filter(t -> adql.contains(t.meta().name().toLowerCase(Locale.ROOT)))
                .findFirst()
                .flatMap(SkyTable::links);
    }
}
