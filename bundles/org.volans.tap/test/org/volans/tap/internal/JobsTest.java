package org.volans.tap.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.volans.api.ProtocolException;
import org.volans.api.ServiceException;
import org.volans.api.tap.TapQuery;
import org.volans.api.tap.UwsJob;
import org.volans.api.tap.UwsPhase;
import org.volans.sdk.testing.PlainHttp;
import org.volans.sdk.testing.StilTables;

@SuppressWarnings("null")
@Timeout(30)
class JobsTest {

    private FakeTap server;
    private TapServiceImpl tap;
    private final NullProgressMonitor monitor = new NullProgressMonitor();

    @BeforeEach
    void start() throws Exception {
        server = new FakeTap();
        tap = patient(Duration.ofMillis(1));
    }

    private TapServiceImpl patient(Duration pause) {
        return new TapServiceImpl(new PlainHttp(), new StilTables(), pause, pause.multipliedBy(2));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private URI job() {
        return URI.create(server.uri() + "/async/7");
    }

    private UwsJob submit() throws Exception {
        return tap.submit(TapQuery.of(server.uri(), "SELECT a FROM t"), monitor);
    }

    private void runs() {
        server.on("/async/7", 200, "text/xml", FakeTap.job("1.1", "7", "QUEUED", ""));
        server.on("/async/7/phase", (e, body) -> FakeTap.redirect(e, 303, "/tap/async/7"));
    }

    @Test
    void createsByTheBookAndStarts() throws Exception {
        server.on("/async", (e, body) -> FakeTap.redirect(e, 303, "/tap/async/7")); // relative, as some write it
        runs();
        UwsJob job = submit();
        assertThat(job.url()).isEqualTo(job());
        assertThat(job.phase()).isEqualTo(UwsPhase.QUEUED);
        assertThat(server.asked)
                .containsExactly(
                        "POST /async REQUEST=doQuery&LANG=ADQL&QUERY=SELECT a FROM t",
                        "POST /async/7/phase PHASE=RUN",
                        "GET /async/7");
    }

    @Test
    void understandsACreatedAndAJobInTheAnswer() throws Exception {
        server.on("/async", (e, body) -> FakeTap.redirect(e, 201, job().toString()));
        runs();
        assertThat(submit().id()).isEqualTo("7");
        try (FakeTap other = new FakeTap()) {
            other.on("/async", 200, "text/xml", FakeTap.job("", "7", "PENDING", ""));
            other.on("/async/7", 200, "text/xml", FakeTap.job("", "7", "EXECUTING", ""));
            other.on("/async/7/phase", 200, "text/plain", "EXECUTING");
            UwsJob job = tap.submit(TapQuery.of(other.uri(), "SELECT a FROM t"), monitor);
            assertThat(job.url()).isEqualTo(URI.create(other.uri() + "/async/7"));
            assertThat(job.phase()).isEqualTo(UwsPhase.EXECUTING);
        }
    }

    @Test
    void saysWhenNoJobCanBeFound() {
        server.on("/async", 200, "text/html", "<html><head><title>Jobs</title></head></html>");
        assertThatThrownBy(this::submit)
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining(
                        "answered HTML (title \"Jobs\"), not a new job; is " + server.uri() + " a TAP service?");
    }

    @Test
    void aJobThatCannotBeStartedIsNotLeftBehind() {
        server.on("/async", (e, body) -> FakeTap.redirect(e, 303, "/tap/async/7"));
        server.on("/async/7", 200, "text/plain", "");
        server.on("/async/7/phase", 403, "text/plain", "quota used up");
        assertThatThrownBy(this::submit).hasMessageContaining("quota used up");
        assertThat(server.asked).last().isEqualTo("DELETE /async/7");
    }

    @Test
    void readsAJob() throws Exception {
        server.on(
                "/async/7",
                200,
                "text/xml",
                FakeTap.job(
                        "1.1",
                        "7",
                        "COMPLETED",
                        "<u:creationTime>2026-01-01T00:00:00Z</u:creationTime><u:startTime xmlns:i='i' i:nil='true'/>"
                                + "<u:parameters><u:parameter id='QUERY'>SELECT a\n FROM t</u:parameter></u:parameters>"
                                + "<u:results><u:result id='result' xlink:href='7/results/my result'/></u:results>"));
        UwsJob job = tap.job(job(), monitor);
        assertThat(job.results()).containsEntry("result", URI.create(server.uri() + "/async/7/results/my%20result"));
        assertThat(job.parameters()).containsEntry("QUERY", "SELECT a\n FROM t");
        assertThat(job.creation()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(job.start()).isEmpty();
    }

    @Test
    void waitsAtTheServiceWhereItCan() throws Exception {
        tap = patient(Duration.ofMillis(20));
        CountDownLatch blocked = new CountDownLatch(1);
        server.on("/async/7", (e, body) -> {
            String query = e.getRequestURI().getQuery();
            if (query != null) {
                await(blocked, 60); // longer than the first pause: then it was no empty promise
            }
            FakeTap.send(e, 200, "text/xml", FakeTap.job("1.1", "7", query == null ? "EXECUTING" : "COMPLETED", ""));
        });
        assertThat(tap.await(job(), monitor).phase()).isEqualTo(UwsPhase.COMPLETED);
        assertThat(server.asked).containsExactly("GET /async/7", "GET /async/7?WAIT=60&PHASE=EXECUTING");
    }

    private static void await(CountDownLatch latch, long millis) {
        try {
            latch.await(millis, java.util.concurrent.TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void asksAgainWhereTheServiceDoesNotBlock() throws Exception {
        tap = patient(Duration.ofMillis(200)); // every answer comes sooner: WAIT is an empty promise here
        AtomicInteger n = new AtomicInteger();
        server.on(
                "/async/7",
                (e, body) -> FakeTap.send(
                        e,
                        200,
                        "text/xml",
                        FakeTap.job("1.1", "7", n.incrementAndGet() < 4 ? "EXECUTING" : "ABORTED", "")));
        assertThat(tap.await(job(), monitor).phase()).isEqualTo(UwsPhase.ABORTED);
        assertThat(server.asked)
                .containsExactly(
                        "GET /async/7", "GET /async/7?WAIT=60&PHASE=EXECUTING", "GET /async/7", "GET /async/7");
    }

    @Test
    void survivesRefusedWaitsAndPassingFailures() throws Exception {
        AtomicInteger n = new AtomicInteger();
        server.on("/async/7", (e, body) -> {
            switch (n.incrementAndGet()) {
                case 1 -> FakeTap.send(e, 200, "text/xml", FakeTap.job("1.1", "7", "QUEUED", ""));
                case 2 -> FakeTap.send(e, 400, "text/plain", "unknown parameter WAIT");
                case 3 -> FakeTap.send(e, 504, "text/plain", "gateway");
                default -> FakeTap.send(e, 200, "text/xml", FakeTap.job("1.1", "7", "COMPLETED", ""));
            }
        });
        assertThat(tap.await(job(), monitor).phase()).isEqualTo(UwsPhase.COMPLETED);
        assertThat(n).hasValue(4);
    }

    @Test
    void givesUpOnAServiceThatKeepsFailingAndOnAJobThatIsGone() {
        AtomicInteger n = new AtomicInteger();
        server.on("/async/7", (e, body) -> {
            boolean first = n.incrementAndGet() == 1;
            FakeTap.send(e, first ? 200 : 500, "text/xml", first ? FakeTap.job("", "7", "QUEUED", "") : "broken");
        });
        assertThatThrownBy(() -> tap.await(job(), monitor)).hasMessageContaining("broken");
        assertThat(n).hasValue(6);
        server.on("/async/8", 404, "text/plain", "no such job");
        assertThatThrownBy(() -> tap.await(URI.create(server.uri() + "/async/8"), monitor))
                .isInstanceOf(ServiceException.class)
                .hasMessageContaining("no such job");
    }

    @Test
    void cancellingEndsTheWaitAndNotTheJob() {
        tap = patient(Duration.ofHours(1));
        server.on("/async/7", (e, body) -> {
            FakeTap.send(e, 200, "text/xml", FakeTap.job("1.0", "7", "EXECUTING", ""));
            monitor.setCanceled(true);
        });
        assertThatThrownBy(() -> tap.await(job(), monitor)).isInstanceOf(OperationCanceledException.class);
        assertThat(server.asked).containsExactly("GET /async/7");
    }

    @Test
    void resultsOfJobsThatHaveNone() throws Exception {
        server.on("/async/7", 200, "text/xml", FakeTap.job("", "7", "ERROR", ""));
        server.on("/async/7/error", 200, "text/xml", FakeTap.error("out of\nmemory"));
        assertThatThrownBy(() -> tap.result(job(), monitor))
                .isInstanceOf(ServiceException.class)
                .hasMessage("127.0.0.1: out of memory");
        assertThat(tap.job(job(), monitor).error()).isEqualTo("out of memory");
        assertThat(tap.await(job(), monitor).error()).isEqualTo("out of memory");
        server.on("/async/8", 200, "text/xml", FakeTap.job("", "8", "EXECUTING", ""));
        assertThatThrownBy(() -> tap.result(URI.create(server.uri() + "/async/8"), monitor))
                .hasMessageContaining("not complete: EXECUTING");
        server.on(
                "/async/9",
                200,
                "text/xml",
                FakeTap.job(
                        "",
                        "9",
                        "ERROR",
                        "<u:errorSummary type='fatal'><u:message>bad ADQL</u:message></u:errorSummary>"));
        assertThatThrownBy(() -> tap.result(URI.create(server.uri() + "/async/9"), monitor))
                .hasMessage("127.0.0.1: bad ADQL");
    }

    @Test
    void deletesInEitherWayAndNeverReadsTheListOfJobs() throws Exception {
        server.on("/async", 200, "text/xml", "<jobs/>");
        server.on("/async/7", (e, body) -> FakeTap.redirect(e, 303, "/tap/async"));
        tap.delete(job(), monitor);
        server.on("/async/8", (e, body) -> {
            boolean delete = e.getRequestMethod().equals("DELETE");
            FakeTap.send(e, delete ? 405 : 200, "text/plain", "");
        });
        tap.delete(URI.create(server.uri() + "/async/8"), monitor);
        assertThat(server.asked)
                .isEqualTo(List.of("DELETE /async/7", "DELETE /async/8", "POST /async/8 ACTION=DELETE"));
    }
}
