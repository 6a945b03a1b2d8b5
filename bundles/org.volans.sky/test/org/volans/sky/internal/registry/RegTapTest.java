package org.volans.sky.internal.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.volans.api.geometry.Position;
import org.volans.api.geometry.Region;
import org.volans.sky.internal.ForeignKey;
import org.volans.sky.internal.SkyTable;
import org.volans.sky.internal.SmallContent;
import uk.ac.starlink.table.StarTable;

class RegTapTest {

    private static final URI BASE = URI.create("http://127.0.0.1:7777/");

    private final Map<String, SkyTable> tables = new TreeMap<>();

    RegTapTest() {
        for (SkyTable table : RegTap.tables(new SmallContent().centres(BASE), BASE)) {
            tables.put(table.meta().name(), table);
        }
    }

    /** The rows of a table, as maps from column to value. */
    private List<Map<String, @Nullable Object>> rows(String name) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        SkyTable table = tables.get(name);
        assertThat(table).as(name).isNotNull();
        try {
            StarTable data = table.rows().get();
            for (long row = 0; row < data.getRowCount(); row++) {
                Map<String, @Nullable Object> map = new TreeMap<>();
                for (int column = 0; column < data.getColumnCount(); column++) {
                    map.put(data.getColumnInfo(column).getName(), data.getCell(row, column));
                }
                rows.add(map);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return rows;
    }

    private List<Map<String, @Nullable Object>> of(String table, String ivoid) {
        return rows(table).stream().filter(r -> ivoid.equals(r.get("ivoid"))).toList();
    }

    @Test
    void hasTheTablesOfTheStandard() {
        assertThat(tables.keySet())
                .containsExactlyInAnyOrder(
                        "rr.resource",
                        "rr.res_role",
                        "rr.res_subject",
                        "rr.capability",
                        "rr.res_schema",
                        "rr.res_table",
                        "rr.table_column",
                        "rr.interface",
                        "rr.intf_param",
                        "rr.relationship",
                        "rr.validation",
                        "rr.res_date",
                        "rr.res_detail",
                        "rr.alt_identifier",
                        "rr.stc_spatial",
                        "rr.stc_temporal",
                        "rr.stc_spectral",
                        "rr.tap_table");
        tables.keySet().forEach(name -> assertThat(rows(name)).as(name).isNotEmpty());
    }

    /** RegTAP 1.2, section 8. */
    @Test
    void lowersWhatMustBeLowered() {
        for (Map.Entry<String, String> column : Map.of(
                        "rr.resource",
                        "ivoid",
                        "rr.capability",
                        "standard_id",
                        "rr.table_column",
                        "ucd",
                        "rr.interface",
                        "intf_type")
                .entrySet()) {
            for (Map<String, @Nullable Object> row : rows(column.getKey())) {
                Object value = row.get(column.getValue());
                if (value != null) {
                    assertThat(value).isEqualTo(value.toString().toLowerCase(Locale.ROOT));
                }
            }
        }
        assertThat(of("rr.resource", "ivo://small/tap")).hasSize(1);
    }

    @Test
    void foreignKeysLeadSomewhere() {
        for (ForeignKey key : RegTap.keys()) {
            Set<List<@Nullable Object>> targets = new HashSet<>();
            List<String> from = List.copyOf(key.columns().keySet());
            List<String> to = from.stream().map(key.columns()::get).toList();
            rows(key.target()).forEach(r -> targets.add(values(r, to)));
            for (Map<String, @Nullable Object> row : rows(key.from())) {
                assertThat(targets).as(key.toString()).contains(values(row, from));
            }
        }
    }

    private static List<@Nullable Object> values(Map<String, @Nullable Object> row, List<String> columns) {
        List<@Nullable Object> values = new ArrayList<>();
        columns.forEach(c -> values.add(row.get(c)));
        return values;
    }

    @Test
    void catalogueHasAnAuxiliaryTapCapabilityOfItsCentre() {
        List<Map<String, @Nullable Object>> capabilities = of("rr.capability", "ivo://small/v/1");
        assertThat(capabilities)
                .extracting(r -> r.get("standard_id"))
                .containsExactly("ivo://ivoa.net/std/tap#aux", "ivo://ivoa.net/std/conesearch");
        assertThat(of("rr.interface", "ivo://small/v/1"))
                .extracting(r -> r.get("access_url"))
                .containsExactly(BASE + "small/tap", BASE + "small/scs?");
        assertThat(of("rr.intf_param", "ivo://small/v/1"))
                .extracting(r -> r.get("name"))
                .containsExactly("RA");
        assertThat(of("rr.relationship", "ivo://small/v/1"))
                .extracting(r -> r.get("related_id"))
                .containsExactly("ivo://small/tap");
    }

    @Test
    void servicesWithObsCoreSaySo() {
        assertThat(rows("rr.res_detail").stream()
                        .filter(r -> "/capability/dataModel/@ivo-id".equals(r.get("detail_xpath")))
                        .filter(r -> String.valueOf(r.get("detail_value")).contains("ObsCore"))
                        .map(r -> r.get("ivoid")))
                .containsExactlyInAnyOrder("ivo://small/tap", "ivo://sky.volans/down/tap");
    }

    /** RegTAP 1.2, section 8.18: once for each service, the better description preferred. */
    @Test
    void tapTablePrefersTheCataloguesOwnRecord() {
        assertThat(rows("rr.tap_table").stream()
                        .filter(r -> "\"V/1/cat\"".equals(r.get("table_name")))
                        .map(r -> r.get("resid") + " " + r.get("svcid")))
                .containsExactly("ivo://small/v/1 ivo://small/tap");
    }

    @Test
    void coverageIsARegionAsText() {
        Region coverage = of("rr.stc_spatial", "ivo://small/v/1").stream()
                .map(r -> Region.parse(String.valueOf(r.get("coverage"))))
                .findFirst()
                .orElseThrow();
        assertThat(coverage.contains(new Position(11, 0.5))).isTrue();
        assertThat(coverage.contains(new Position(13, 0.5))).isFalse();
    }

    @Test
    void wavebandsBecomeEnergies() {
        Map<String, @Nullable Object> optical =
                of("rr.stc_spectral", "ivo://small/v/1").getFirst();
        // 1 micrometre and 300 nm
        assertThat((Double) optical.get("spectral_start")).isBetween(1.9e-19, 2.1e-19);
        assertThat((Double) optical.get("spectral_end")).isBetween(6.5e-19, 6.7e-19);
    }

    @Test
    void decoysAreThereAndDoNotKnowTheTutorial() {
        List<Map<String, @Nullable Object>> decoys = rows("rr.resource").stream()
                .filter(r -> String.valueOf(r.get("ivoid")).startsWith("ivo://decoy"))
                .toList();
        assertThat(decoys).hasSizeGreaterThanOrEqualTo(20);
        assertThat(decoys).noneMatch(r -> r.toString().toUpperCase(Locale.ROOT).contains("SDSS12"));
    }
}
