package org.volans.api.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.volans.api.InputException;

/** What handlers make of their settings. */
class HandlerContextTest {

    private record Settings(Map<String, String> settings) implements HandlerContext {

        @Override
        public Path newFile(String stem, String extension) {
            throw new UnsupportedOperationException();
        }

        @Override
        public URI registry() {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void whatIsSetCounts() throws Exception {
        HandlerContext context = new Settings(Map.of("service", " https://a.org/x ", "radius", " 2.5 "));
        assertThat(context.url("service", "http://b.org")).isEqualTo(URI.create("https://a.org/x"));
        assertThat(context.url("other", "http://b.org")).isEqualTo(URI.create("http://b.org"));
        assertThat(context.positive("radius", "3", "arcsec", 60)).isEqualTo(2.5);
        assertThat(context.positive("width", "3", "arcsec", 60)).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.org", "http:///tap", "ftp://a.org/tap", "http://a b/tap"})
    void noUrl(String text) {
        assertThatThrownBy(() -> new Settings(Map.of("service", text)).url("service", "http://b.org"))
                .isInstanceOf(InputException.class)
                .hasMessage("the setting 'service' is an http or https URL, not '" + text + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "0", "-1", "NaN", "3601", "Infinity"})
    void noNumber(String text) {
        assertThatThrownBy(() -> new Settings(Map.of("radius", text)).positive("radius", "3", "arcsec", 3600))
                .isInstanceOf(InputException.class)
                .hasMessage("the setting 'radius' is a number of arcsec above 0 and up to 3600, not '" + text + "'");
    }
}
