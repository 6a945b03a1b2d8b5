package org.volans.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.volans.api.ServiceException;
import org.volans.api.VoException;
import org.volans.api.tap.JobLedger;
import org.volans.ui.project.ProjectFolder;
import org.volans.ui.project.Provenance;
import org.volans.ui.query.QueryRequest;
import org.volans.ui.query.QueryRunner;
import uk.ac.starlink.table.ArrayColumn;
import uk.ac.starlink.table.ColumnStarTable;
import uk.ac.starlink.table.StarTable;

/** Answers of services in the project folder. */
class QueryRunnerTest {

    @BeforeAll
    static void sky() throws Exception {
        Ui.startSky();
    }

    private static QueryRequest request(String service, String adql, boolean job) {
        return new QueryRequest(TapViews.service(service), adql, Map.of(), job, OptionalLong.empty(), "runner test");
    }

    private static IFile run(QueryRequest request) {
        return Highlighter.off(
                "runs " + request.adql(),
                monitor -> Ui.service(QueryRunner.class).run(request, monitor));
    }

    private static VoException refusal(QueryRequest request) {
        return Highlighter.off("runs " + request.adql(), monitor -> {
            try {
                Ui.service(QueryRunner.class).run(request, monitor);
                throw new AssertionError("not refused");
            } catch (VoException e) {
                return e;
            }
        });
    }

    private static Provenance provenance(IFile file) {
        return Highlighter.off(
                "reads the sidecar",
                monitor -> Ui.service(ProjectFolder.class).provenance(file).orElseThrow());
    }

    private static long results() throws Exception {
        var folder = Ui.service(ProjectFolder.class).project().getFolder(ProjectFolder.RESULTS);
        String[] names = folder.getLocation().toFile().list();
        return names == null
                ? 0
                : Arrays.stream(names).filter(n -> !n.endsWith(".json")).count();
    }

    @Test
    void writesTheAnswerAsTheServiceSentIt() throws Exception {
        IFile file = run(request("ASTRON", "SELECT TOP 3 source, ra FROM lolss.source_catalog", false));
        assertThat(file.getProjectRelativePath().toString()).matches("results/runner_test(-\\d+)?\\.vot");
        String text = new String(file.getContents().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(text).contains("QUERY_STATUS").contains("<VOTABLE").contains("pos.eq.ra");
        Provenance told = provenance(file);
        assertThat(told.rows()).isEqualTo(3);
        assertThat(told.source()).isEqualTo(TapViews.service("ASTRON").url().toString());
        assertThat(told.query()).isEqualTo("SELECT TOP 3 source, ra FROM lolss.source_catalog");
        assertThat(told.seconds()).isPositive();
        assertThat(told.more()).containsEntry("service", "Sky ASTRON TAP");
    }

    @Test
    void notesOverflowAndUploads() throws Exception {
        ColumnStarTable numbers = ColumnStarTable.makeTableWithRows(10);
        numbers.addColumn(ArrayColumn.makeColumn("n", new int[10]));
        IFile file = run(new QueryRequest(
                TapViews.service("ASTRON"),
                "SELECT n FROM TAP_UPLOAD.mine",
                Map.<String, StarTable>of("mine", numbers),
                false,
                OptionalLong.of(4),
                "overflow"));
        Provenance told = provenance(file);
        assertThat(told.overflow()).isTrue();
        assertThat(told.rows()).isEqualTo(4);
        assertThat(told.more()).containsEntry("uploads", "mine").containsEntry("maxrec", "4");
    }

    @Test
    void aRefusalLeavesNothing() throws Exception {
        long before = results();
        VoException refused = refusal(request("ASTRON", "SELECT nosuch FROM lolss.source_catalog", false));
        assertThat(refused).isInstanceOf(ServiceException.class).hasMessageContaining("nosuch");
        assertThat(results()).isEqualTo(before);
    }

    @Test
    void aJobIsInTheLedgerAndItsResultInTheProject() throws Exception {
        IFile file = run(request("GAVO", "SELECT TOP 2 obs_id FROM ivoa.obscore", true));
        String job = provenance(file).more().get("job");
        assertThat(job).startsWith("http");
        List<JobLedger.Entry> entries = Highlighter.off(
                "reads the ledger", m -> Ui.service(JobLedger.class).entries());
        assertThat(entries).anyMatch(e -> e.job().toString().equals(job));
    }

    @Test
    void cancellingTheWaitLeavesTheJobAndNoFile() throws Exception {
        long before = results();
        int jobs = ledger();
        NullProgressMonitor monitor = new NullProgressMonitor();
        AtomicReference<Throwable> end = new AtomicReference<>();
        Thread asking = Thread.ofVirtual().start(() -> {
            try {
                Ui.service(QueryRunner.class)
                        .run(request("slow", "SELECT obs_id, s_ra FROM ivoa.obscore", true), monitor);
            } catch (VoException | RuntimeException e) {
                end.set(e);
            }
        });
        Ui.until("the job is in the ledger", () -> ledger() > jobs);
        monitor.setCanceled(true);
        Ui.until("the wait ends", () -> !asking.isAlive());
        assertThat(end.get()).isInstanceOf(OperationCanceledException.class);
        assertThat(results()).isEqualTo(before);
        assertThat(ledger()).isEqualTo(jobs + 1);
    }

    private static int ledger() {
        return Highlighter.off(
                "reads the ledger", m -> Ui.service(JobLedger.class).entries().size());
    }
}
