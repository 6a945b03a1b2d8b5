package org.volans.sky.internal.uws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.volans.api.InputException;
import org.volans.sky.internal.Parameters;

class JobFilterTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T12:00:00Z,2026-01-31T12:00:00Z",
        "2026-01-31T12:00:00.5,2026-01-31T12:00:00.500Z",
        "2026-01-31,2026-01-31T00:00:00Z"
    })
    void readsTimesAsDaliWritesThem(String text, String expected) throws InputException {
        assertThat(JobFilter.instant("AFTER", text)).isEqualTo(Instant.parse(expected));
    }

    @Test
    void refusesWhatItCannotRead() {
        assertThatThrownBy(() -> JobFilter.instant("AFTER", "yesterday"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("yesterday");
        assertThatThrownBy(() -> JobFilter.of(Parameters.of("LAST", "-1"))).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> JobFilter.of(Parameters.of("LAST", "x"))).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> JobFilter.duration("-3", Duration.ofHours(1))).isInstanceOf(InputException.class);
    }

    @Test
    void capsDurations() throws InputException {
        assertThat(JobFilter.duration("1e9", Duration.ofHours(1))).isEqualTo(Duration.ofHours(1));
        assertThat(JobFilter.duration(" 20 ", Duration.ofHours(1))).isEqualTo(Duration.ofSeconds(20));
    }
}
