package org.volans.tour.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.cutout.ServiceTable;
import org.volans.api.discovery.DiscoveryRequest;
import org.volans.api.inquiry.Inquiry;
import org.volans.api.table.ColumnMeta;
import org.volans.api.table.TableMeta;
import org.volans.api.table.VotableDocument;
import org.volans.api.tap.TapResult;
import org.volans.api.tap.TapService;
import org.volans.api.ucd.Ucd;
import uk.ac.starlink.table.RowListStarTable;

class CatalogueFinderTest {

    private static final URI SERVICE = URI.create("http://img.example/tap");
    private static final ColumnMeta RA = column("ra", "deg", "pos.eq.ra;meta.main");
    private static final ColumnMeta DEC = column("dec", "deg", "pos.eq.dec;meta.main");
    private static final ColumnMeta SIZE = column("maj", "arcsec", "phys.angSize.smajAxis");
    private static final ColumnMeta FLUX = column("flux", "Jy", "phot.flux.density;em.radio.100-200MHz");

    private static ColumnMeta column(String name, String unit, String ucd) {
        return new ColumnMeta(name, "double", unit, Ucd.parse(ucd), "", "", false);
    }

    private static List<ServiceTable> find(Map<String, List<ColumnMeta>> tables, String... listed) throws VoException {
        RowListStarTable names = Tables.table(Tables.column("table_name", String.class, "", ""));
        for (String name : listed) {
            names.addRow(new Object[] {name});
        }
        TapService tap = (TapService) Proxy.newProxyInstance(
                CatalogueFinderTest.class.getClassLoader(), new Class<?>[] {TapService.class}, (p, method, args) -> {
                    if (method.getName().equals("query")) {
                        return new TapResult(names, false, new VotableDocument(List.of(names), List.of(), List.of()));
                    }
                    String name = (String) args[1];
                    List<ColumnMeta> columns = tables.get(name);
                    if (columns == null) {
                        throw new InputException("no table " + name);
                    }
                    return new TableMeta(name, "", "", "table", "", columns);
                });
        Inquiry inquiry = new Inquiry(SERVICE, Duration.ofSeconds(5), new Step("cutouts", "Cut", System.nanoTime()));
        return new CatalogueFinder(tap, inquiry)
                .find(new DiscoveryRequest.Service("Images", "", SERVICE), new NullProgressMonitor());
    }

    @Test
    void cataloguesWithPhotometryComeFirstAndEachOnce() throws VoException {
        assertThat(find(
                        Map.of("a.shapes", List.of(RA, DEC, SIZE), "b.sources", List.of(RA, DEC, SIZE, FLUX)),
                        "a.shapes",
                        "b.sources",
                        "b.sources"))
                .extracting(t -> t.table().name())
                .containsExactly("b.sources", "a.shapes");
    }

    @Test
    void withoutPositionsOrAUsableSizeItIsNoCatalogue() throws VoException {
        assertThat(find(
                        Map.of(
                                "a",
                                List.of(SIZE, FLUX),
                                "b",
                                List.of(RA, DEC, column("maj", "pix", SIZE.ucd().text()))),
                        "a",
                        "b",
                        "gone"))
                .isEmpty();
    }
}
