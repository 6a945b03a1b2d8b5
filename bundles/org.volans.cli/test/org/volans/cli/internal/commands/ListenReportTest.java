package org.volans.cli.internal.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class ListenReportTest {

    /** Lines stand one below the other, also those of a full minute. */
    @Test
    void theTimeAlwaysHasItsSeconds() {
        assertThat(ListenReport.clock(LocalTime.of(3, 3))).isEqualTo("03:03:00");
        assertThat(ListenReport.clock(LocalTime.of(23, 59, 59, 999_999_999))).isEqualTo("23:59:59");
    }
}
