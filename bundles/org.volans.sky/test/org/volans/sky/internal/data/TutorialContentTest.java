package org.volans.sky.internal.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.volans.api.geometry.Position;
import org.volans.api.geometry.Region;
import org.volans.api.image.ImageService;
import org.volans.sky.internal.CatalogueRecord;
import org.volans.sky.internal.DataCentre;
import org.volans.sky.internal.SkyCapability;
import org.volans.sky.internal.SkyServlet;
import org.volans.sky.internal.SkyTable;
import uk.ac.starlink.table.StarTable;

class TutorialContentTest {

    private static final URI BASE = URI.create("http://127.0.0.1:9999/");

    private final TutorialContent content = new TutorialContent(
            Path.of("unused"),
            (ImageService) Proxy.newProxyInstance(
                    ImageService.class.getClassLoader(), new Class<?>[] {ImageService.class}, (p, m, a) -> {
                        throw new AssertionError("no image is needed here");
                    }),
            new NullProgressMonitor());

    @Test
    void rowsAreWhatTheirMetadataSay() {
        int tables = 0;
        for (DataCentre centre : content.centres(BASE)) {
            for (SkyTable table : centre.tables()) {
                StarTable rows = table.rows().get();
                assertThat(rows.getColumnCount())
                        .isEqualTo(table.meta().columns().size());
                for (int i = 0; i < rows.getColumnCount(); i++) {
                    assertThat(rows.getColumnInfo(i).getName())
                            .isEqualTo(table.meta().columns().get(i).name());
                }
                assertThat(rows.getRowCount()).isPositive();
                table.links()
                        .ifPresent(links -> assertThat(table.meta().columns())
                                .anyMatch(c -> c.name().equals(links.idColumn())));
                tables++;
            }
        }
        assertThat(tables).isEqualTo(8);
    }

    @Test
    void identifiersAreUniqueAndOneCentreHasTheRegistry() {
        List<DataCentre> centres = content.centres(BASE);
        assertThat(centres).extracting(DataCentre::path).containsExactlyInAnyOrder("vizier", "astron", "gavo", "slow");
        assertThat(centres.stream().filter(DataCentre::registry)).hasSize(1);
        Set<String> seen = new HashSet<>();
        for (DataCentre centre : centres) {
            assertThat(seen.add(centre.ivoid())).isTrue();
            assertThat(centre.shortName()).hasSizeLessThanOrEqualTo(16);
            for (CatalogueRecord record : centre.catalogues()) {
                assertThat(seen.add(record.ivoid())).isTrue();
                assertThat(record.shortName()).hasSizeLessThanOrEqualTo(16);
                assertThat(centre.tables()).extracting(t -> t.meta().name()).containsAll(record.tableNames());
            }
        }
    }

    @Test
    void everyCapabilityIsServed() {
        List<String> patterns =
                content.servlets(BASE).stream().map(SkyServlet::pattern).toList();
        for (DataCentre centre : content.centres(BASE)) {
            for (CatalogueRecord record : centre.catalogues()) {
                assertThat(patterns)
                        .containsAll(record.capabilities().stream()
                                .map(SkyCapability::path)
                                .map(path -> "/" + path)
                                .toList());
            }
        }
    }

    @Test
    void obscoreRowsAreComplete() throws Exception {
        for (String centre : List.of("astron", "gavo", "slow")) {
            StarTable rows = content.obscore(centre, BASE);
            for (long row = 0; row < rows.getRowCount(); row++) {
                for (String column : List.of("obs_id", "obs_collection", "obs_publisher_did", "calib_level")) {
                    assertThat(cell(rows, row, column)).isNotNull();
                }
                assertThat((Double) cell(rows, row, "em_min")).isLessThan((Double) cell(rows, row, "em_max"));
                Position middle = new Position((Double) cell(rows, row, "s_ra"), (Double) cell(rows, row, "s_dec"));
                assertThat(Region.parse((String) cell(rows, row, "s_region")).contains(middle))
                        .isTrue();
                assertThat((String) cell(rows, row, "access_url")).startsWith(BASE.toString());
            }
        }
    }

    @Test
    void mosaicLeadsToItsLinks() throws Exception {
        StarTable mosaic = content.mosaic(BASE);
        assertThat(cell(mosaic, 0, "pubdid")).isEqualTo("ivo://sky.volans/astron/lolss?mosaic");
        assertThat(cell(mosaic, 0, "dlurl"))
                .isEqualTo("http://127.0.0.1:9999/astron/links?ID=ivo%3A%2F%2Fsky.volans%2Fastron%2Flolss%3Fmosaic");
        // 54 MHz plus and minus 12 MHz
        assertThat((Double) cell(mosaic, 0, "bandpasslo")).isBetween(4.542, 4.543);
        assertThat((Double) cell(mosaic, 0, "bandpasshi")).isBetween(7.137, 7.138);
    }

    private static Object cell(StarTable table, long row, String name) throws Exception {
        for (int i = 0; i < table.getColumnCount(); i++) {
            if (table.getColumnInfo(i).getName().equals(name)) {
                return Objects.requireNonNull(table.getCell(row, i), name);
            }
        }
        throw new AssertionError("no column " + name);
    }
}
