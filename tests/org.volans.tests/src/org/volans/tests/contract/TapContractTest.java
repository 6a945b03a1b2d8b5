package org.volans.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.volans.api.InputException;
import org.volans.api.ServiceException;
import org.volans.api.VoException;
import org.volans.api.table.ColumnMeta;
import org.volans.api.table.SchemaMeta;
import org.volans.api.table.TableMeta;
import org.volans.api.tap.TapCapabilities;
import org.volans.api.tap.TapExample;
import org.volans.api.tap.TapQuery;
import org.volans.api.tap.TapResult;
import org.volans.api.tap.TapService;
import org.volans.api.tap.UwsJob;
import org.volans.api.tap.UwsPhase;
import uk.ac.starlink.table.StarTable;

@ExtendWith(House.class)
class TapContractTest {

    private static final String JOIN = """
            SELECT sdss.SDSS12, mine.*, sdss.gmag, sdss.imag, sdss.rmag, sdss.umag
            FROM "V/147/sdss12" AS sdss JOIN TAP_UPLOAD.t1 AS mine
            ON 1 = CONTAINS(POINT('ICRS', sdss.RA_ICRS, sdss.DE_ICRS), CIRCLE('ICRS', mine.ra, mine.dec, 1./3600.))""";

    private final TapService tap;
    private final Sky sky;

    TapContractTest(TapService tap, Sky sky) {
        this.tap = tap;
        this.sky = sky;
    }

    @Test
    void readsWhatAServiceCanDo() throws Exception {
        TapCapabilities capabilities = tap.capabilities(sky.tap("astron"), new NullProgressMonitor());
        assertThat(capabilities.languages()).contains("ADQL 2.1");
        assertThat(capabilities.uploadsInline()).isTrue();
        assertThat(capabilities.dataModels()).anyMatch(m -> m.toLowerCase().contains("obscore"));
        assertThat(capabilities.hardMaxrec()).isPresent();
        assertThat(tap.availability(sky.tap("astron"), new NullProgressMonitor())
                        .available())
                .isTrue();
    }

    @Test
    void asksForCapabilitiesOnce() throws Exception {
        long mark = sky.mark();
        tap.capabilities(sky.tap("vizier"), new NullProgressMonitor());
        tap.capabilities(sky.tap("vizier"), new NullProgressMonitor());
        assertThat(sky.since(mark, "/vizier/tap/capabilities"::equals)).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void listsSchemasAndTablesAndDescribesOne() throws Exception {
        List<SchemaMeta> schemas = tap.schemas(sky.tap("astron"), new NullProgressMonitor());
        assertThat(schemas)
                .flatExtracting(SchemaMeta::tables)
                .extracting(TableMeta::name)
                .contains("lolss.mosaic", "lolss.source_catalog", "ivoa.obscore");
        TableMeta photometry = tap.table(sky.tap("vizier"), "V/147/SDSS12", new NullProgressMonitor());
        assertThat(photometry.name()).isEqualTo("\"V/147/sdss12\"");
        ColumnMeta umag = photometry.columns().stream()
                .filter(c -> c.name().equals("umag"))
                .findFirst()
                .orElseThrow();
        assertThat(umag.ucd().toString()).isEqualToIgnoringCase("phot.mag;em.opt.U");
        assertThat(umag.unit()).isEqualTo("mag");
    }

    @Test
    void namesTablesNearAWrongOne() {
        assertThatThrownBy(() -> tap.table(sky.tap("astron"), "lolss.mosaik", new NullProgressMonitor()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("lolss.mosaik")
                .hasMessageContaining("lolss.mosaic");
    }

    /** The tutorial's join gives the rows that were published for it. */
    @Test
    void uploadsAndJoins() throws Exception {
        long mark = sky.mark();
        TapResult result =
                tap.query(TapQuery.of(sky.tap("vizier"), JOIN).upload("t1", sky.objects()), new NullProgressMonitor());
        assertThat(sky.since(mark, "/vizier/tap/sync"::equals)).hasSize(1);
        assertThat(result.overflow()).isFalse();
        assertThat(rows(result.table())).containsExactlyInAnyOrderElementsOf(rows(sky.published()));
        assertThat(result.table().getColumnInfo(3).getUCD()).isEqualToIgnoringCase("phot.mag;em.opt.B");
        assertThat(result.table().getColumnInfo(3).getUnitString()).isEqualTo("mag");
    }

    @Test
    void runsAJobFromSubmissionToDeletion() throws Exception {
        TapQuery query = TapQuery.of(sky.tap("vizier"), JOIN).upload("t1", sky.objects());
        UwsJob job = tap.submit(query, new NullProgressMonitor());
        UwsJob ended = tap.await(job.url(), new NullProgressMonitor());
        assertThat(ended.phase()).isEqualTo(UwsPhase.COMPLETED);
        assertThat(rows(tap.result(job.url(), new NullProgressMonitor()).table()))
                .containsExactlyInAnyOrderElementsOf(rows(sky.published()));
        tap.delete(job.url(), new NullProgressMonitor());
        assertThatThrownBy(() -> tap.job(job.url(), new NullProgressMonitor())).isInstanceOf(ServiceException.class);
    }

    @Test
    void abortsAJobThatRuns() throws Exception {
        UwsJob job = tap.submit(TapQuery.of(sky.tap("slow"), "SELECT * FROM ivoa.obscore"), new NullProgressMonitor());
        assertThat(job.phase().ended()).isFalse();
        assertThat(tap.abort(job.url(), new NullProgressMonitor()).phase()).isEqualTo(UwsPhase.ABORTED);
        assertThatThrownBy(() -> tap.result(job.url(), new NullProgressMonitor()))
                .isInstanceOf(VoException.class)
                .hasMessageContaining("aborted");
        tap.delete(job.url(), new NullProgressMonitor());
    }

    @Test
    void passesOnWhyAJobFailed() throws Exception {
        UwsJob job = tap.submit(
                TapQuery.of(sky.tap("vizier"), "SELECT nothing FROM \"V/147/sdss12\""), new NullProgressMonitor());
        UwsJob ended = tap.await(job.url(), new NullProgressMonitor());
        assertThat(ended.phase()).isEqualTo(UwsPhase.ERROR);
        assertThat(ended.error()).contains("nothing").contains("1:8");
        tap.delete(job.url(), new NullProgressMonitor());
    }

    @Test
    void reportsThatAResultWasCutOff() throws Exception {
        TapQuery query = TapQuery.of(sky.tap("vizier"), "SELECT SDSS12 FROM \"V/147/sdss12\"");
        TapResult cut = tap.query(query.maxrec(7), new NullProgressMonitor());
        assertThat(cut.table().getRowCount()).isEqualTo(7);
        assertThat(cut.overflow()).isTrue();
        TapResult nothing = tap.query(query.maxrec(0), new NullProgressMonitor());
        assertThat(nothing.table().getRowCount()).isZero();
        assertThat(nothing.table().getColumnCount()).isEqualTo(1);
    }

    @Test
    void everyExampleRuns() throws Exception {
        for (String centre : List.of("vizier", "astron", "gavo")) {
            List<TapExample> examples = tap.examples(sky.tap(centre), new NullProgressMonitor());
            assertThat(examples).as(centre).isNotEmpty();
            for (TapExample example : examples) {
                assertThat(example.query()).as(example.name()).startsWithIgnoringCase("SELECT");
                if (!example.query().contains("TAP_UPLOAD")) {
                    TapQuery query = TapQuery.of(sky.tap(centre), example.query());
                    assertThat(tap.query(query.maxrec(5), new NullProgressMonitor())
                                    .table()
                                    .getColumnCount())
                            .as(example.name())
                            .isPositive();
                }
            }
        }
    }

    @Test
    void givesTheServersWordsWithThePosition() {
        assertThatThrownBy(() -> tap.query(
                        TapQuery.of(sky.tap("astron"), "SELECT ra\nFROM lolss.source_catalogue"),
                        new NullProgressMonitor()))
                .isInstanceOf(ServiceException.class)
                .hasMessageContaining("lolss.source_catalogue")
                .hasMessageContaining("2:6")
                .hasMessageContaining("lolss.source_catalog?")
                .hasMessageNotContaining("\n");
    }

    private static List<List<Object>> rows(StarTable table) throws IOException {
        List<List<Object>> rows = new ArrayList<>();
        for (long row = 0; row < table.getRowCount(); row++) {
            rows.add(Arrays.asList(table.getRow(row)));
        }
        return rows;
    }
}
