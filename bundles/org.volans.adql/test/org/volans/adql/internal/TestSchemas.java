package org.volans.adql.internal;

import java.util.List;
import org.volans.api.table.ColumnMeta;
import org.volans.api.table.SchemaMeta;
import org.volans.api.table.TableMeta;
import org.volans.api.ucd.Ucd;

/** Tables as services describe them. */
final class TestSchemas {

    static final ColumnMeta GMAG = column("gmag", "float", "mag", "phot.mag;em.opt.B");

    static final List<SchemaMeta> ALL = List.of(
            new SchemaMeta(
                    "",
                    "",
                    List.of(table(
                            "\"V/147/sdss12\"",
                            column("RA_ICRS", "double", "deg", "pos.eq.ra;meta.main"),
                            column("DE_ICRS", "double", "deg", "pos.eq.dec;meta.main"),
                            column("SDSS12", "char(19*)", "", "meta.id;meta.main"),
                            GMAG,
                            column("n", "int", "", ""),
                            column("N", "int", "", "")))),
            new SchemaMeta(
                    "TAP_UPLOAD",
                    "",
                    List.of(table(
                            "t1",
                            column("ra", "double", "deg", ""),
                            column("dec", "double", "deg", ""),
                            column("id", "char(*)", "", ""),
                            column("size", "int", "arcsec", "")))),
            new SchemaMeta(
                    "ivoa",
                    "",
                    List.of(table(
                            "ivoa.obscore",
                            column("obs_id", "char(*)", "", "meta.id"),
                            column("s_ra", "double", "deg", "pos.eq.ra"),
                            column("s_dec", "double", "deg", "pos.eq.dec"),
                            column("s_region", "char(*)", "", "pos.outline")))),
            new SchemaMeta("lazy", "", List.of(table("lazy.big"))));

    private TestSchemas() {}

    static ColumnMeta column(String name, String datatype, String unit, String ucd) {
        return new ColumnMeta(name, datatype, unit, Ucd.parse(ucd), "", "about " + name, false);
    }

    private static TableMeta table(String name, ColumnMeta... columns) {
        return new TableMeta(name, "", "", "table", "", List.of(columns));
    }
}
