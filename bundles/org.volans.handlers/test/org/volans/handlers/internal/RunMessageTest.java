package org.volans.handlers.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.volans.api.handler.HandlerResult;

/** What is said of results in a line, in a terminal and to the program that asked. */
class RunMessageTest {

    private static String message(HandlerResult... results) {
        return RunMessage.of("Label", List.of(results));
    }

    /** There is nothing to click on. */
    @Test
    void aPageHasItsAddress() {
        URI page = URI.create("https://example.org/?a=1");
        assertThat(message(new HandlerResult.Page(page, "A  page\n"))).isEqualTo("A page: https://example.org/?a=1");
    }

    @Test
    void wordsStandInOneLineAndOnce() {
        HandlerResult words = new HandlerResult.Text("in\ntwo lines");
        assertThat(message(words, words, new HandlerResult.Warning("half"))).isEqualTo("in two lines; half");
        assertThat(message()).isEqualTo("Label");
    }
}
