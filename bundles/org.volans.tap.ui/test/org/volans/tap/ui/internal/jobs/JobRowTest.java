package org.volans.tap.ui.internal.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.volans.api.ServiceException;
import org.volans.api.tap.JobLedger;
import org.volans.api.tap.UwsJob;
import org.volans.api.tap.UwsPhase;
import org.volans.ui.work.Failure;

class JobRowTest {

    private static final URI JOB = URI.create("http://x.example/tap/async/7");

    private static JobRow row(JobReport report) {
        JobLedger.Entry entry = new JobLedger.Entry(
                JOB,
                URI.create("http://x.example/tap"),
                "\n-- what I want\n  SELECT a\nFROM t",
                "2026-01-02T03:04:05Z");
        return new JobRow(entry, "X", report, Optional.empty());
    }

    private static JobReport told(UwsPhase phase, String error) {
        return new JobReport.Told(new UwsJob(JOB, "7", phase, error, "", "", "", "", Map.of(), Map.of()));
    }

    @Test
    void saysHowItGoes() {
        assertThat(row(new JobReport.Unasked()).phase()).isEqualTo("Asking…");
        assertThat(row(told(UwsPhase.EXECUTING, "")).phase()).isEqualTo("Executing");
        assertThat(row(told(UwsPhase.ERROR, "no such column")).fault()).isEqualTo("no such column");
        assertThat(row(new JobReport.Gone()).fault()).contains("no longer has this job");
        ServiceException silent = new ServiceException(JOB, 0, "x.example does not answer", null);
        assertThat(row(new JobReport.Unreachable(Failure.of(silent))).fault()).isEqualTo("x.example does not answer");
    }

    @ParameterizedTest
    @EnumSource(UwsPhase.class)
    void everyPhaseHasItsIconAndWord(UwsPhase phase) {
        JobRow row = row(told(phase, ""));
        assertThat(row.icon()).startsWith("job_");
        assertThat(row.phase()).isEqualToIgnoringCase(phase.name());
        assertThat(row.active()).isEqualTo(!phase.ended());
        assertThat(row.completed()).isEqualTo(phase == UwsPhase.COMPLETED);
    }

    @Test
    void theQueryIsOneLineWithoutComments() {
        assertThat(row(new JobReport.Unasked()).oneLine()).isEqualTo("SELECT a FROM t");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-02T03:04:05Z, 2026-01-02 03:04:05",
        "2026-01-02T03:04:05.123456Z, 2026-01-02 03:04:05",
        "2026-01-02T03:04:05+00:00, 2026-01-02 03:04:05",
        "2026-01-02T03:04:05+01:00, 2026-01-02 03:04:05+01:00",
        "soon, soon"
    })
    void timesAreReadable(String iso, String shown) {
        assertThat(JobRow.time(iso)).isEqualTo(shown);
    }
}
