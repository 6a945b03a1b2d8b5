package org.volans.sky.internal.registry;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.volans.sky.internal.DataCentre;
import org.volans.sky.internal.ForeignKey;
import org.volans.sky.internal.SkyTable;
import org.volans.sky.internal.TableSpec;

/**
 * The relational registry (RegTAP 1.2) of the sky: all tables that the standard prescribes. Simplified: the coverage in
 * {@code rr.stc_spatial} is a polygon or circle as text where the standard has a MOC, so that {@code CONTAINS} and
 * {@code INTERSECTS} work on it and MOC literals do not; the energies of {@code rr.stc_spectral} are those of the wavebands.
 */
public final class RegTap {

    private static final List<TableSpec> TABLES = TableSpec.read(RegTap.class, "regtap.tsv");

    private RegTap() {}

    /** The tables {@code rr.*}, whose rows are made when they are asked for. */
    public static List<SkyTable> tables(List<DataCentre> centres, URI base) {
        RegTapRows rows = new RegTapRows();
        new RegistryEntries(base, TABLES).of(centres).forEach(rows::add);
        return TABLES.stream().map(spec -> spec.skyTable(rows.of(spec.name()))).toList();
    }

    /** How they can be joined. */
    public static List<ForeignKey> keys() {
        List<ForeignKey> keys = new ArrayList<>();
        TABLES.forEach(spec -> keys.addAll(spec.keys()));
        return keys;
    }
}
