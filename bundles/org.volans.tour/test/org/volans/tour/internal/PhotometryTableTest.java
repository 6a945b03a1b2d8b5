package org.volans.tour.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.volans.api.photometry.PhotometryTable;
import org.volans.api.table.ColumnMeta;
import org.volans.api.table.TableMeta;
import org.volans.api.ucd.Ucd;

class PhotometryTableTest {

    private static ColumnMeta column(String name, String ucd) {
        return new ColumnMeta(name, "double", "", Ucd.parse(ucd), "", "", false);
    }

    private static Optional<PhotometryTable> table(ColumnMeta... columns) {
        return PhotometryTable.of(
                "title",
                "ivo://x/y",
                URI.create("http://127.0.0.1/tap"),
                new TableMeta("t", "", "", "table", "", List.of(columns)));
    }

    @Test
    void columnsAreToldByTheirUcdsWhateverTheirNames() {
        PhotometryTable table = table(
                        column("designation", "meta.id;meta.main"),
                        column("lon", "pos.eq.ra;meta.main"),
                        column("lat", "pos.eq.dec;meta.main"),
                        column("brightness_7", "phot.mag;em.IR.K"),
                        column("e_brightness_7", "stat.error;phot.mag;em.IR.K"),
                        column("mean_error", "stat.error;phot.mag;em.IR.K"),
                        column("colour", "phot.color;em.IR.K;em.IR.H"),
                        column("spread", "phot.mag;em.IR.K;stat.stdev"),
                        column("radio", "phot.flux.density;em.radio.750-1500MHz"))
                .orElseThrow();
        assertThat(table.positions().ra().name()).isEqualTo("lon");
        assertThat(table.values()).extracting(ColumnMeta::name).containsExactly("brightness_7", "radio");
        assertThat(table.errors()).extracting(ColumnMeta::name).containsExactly("e_brightness_7");
        assertThat(table.identifier()).map(ColumnMeta::name).contains("designation");
    }

    @Test
    void aTableWithoutPositionsOrWithoutBandsIsNone() {
        assertThat(table(column("gmag", "phot.mag;em.opt.B"))).isEmpty();
        assertThat(table(
                        column("ra", "pos.eq.ra;meta.main"),
                        column("dec", "pos.eq.dec;meta.main"),
                        column("mag", "phot.mag")))
                .isEmpty();
    }

    @Test
    void identifiersOfUcd1AreIdentifiers() {
        PhotometryTable table = table(
                        column("note", "meta.id"),
                        column("name", "ID_MAIN"),
                        column("lon", "POS_EQ_RA_MAIN"),
                        column("lat", "POS_EQ_DEC_MAIN"),
                        column("radio", "phot.flux.density;em.radio.750-1500MHz"))
                .orElseThrow();
        assertThat(table.identifier()).map(ColumnMeta::name).contains("name");
    }
}
