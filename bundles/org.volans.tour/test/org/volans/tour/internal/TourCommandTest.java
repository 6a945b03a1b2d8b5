package org.volans.tour.internal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.volans.api.cli.UsageException;

/** Options that make no sense are refused before anybody is asked: there is nobody to ask here. */
@SuppressWarnings("null")
class TourCommandTest {

    private static void refused(Consumer<TourCommand> set, String words) {
        TourCommand command = new TourCommand(null, null, null, null, null, null, null, null);
        set.accept(command);
        assertThatThrownBy(() -> command.run(null))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(words);
    }

    @Test
    void radiiTimesAndKeywordsAreChecked() {
        refused(c -> c.match = -1, "--match is more than 0");
        refused(c -> c.match = Double.NaN, "--match is more than 0");
        refused(c -> c.sourceRadius = 0, "--source-radius is more than 0");
        refused(c -> c.timeout = 0, "--timeout is at least 1");
        refused(c -> c.keyword = " ", "--keyword");
        refused(c -> c.waveband = "", "--waveband");
    }
}
