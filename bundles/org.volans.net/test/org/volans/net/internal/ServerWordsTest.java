package org.volans.net.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerWordsTest {

    private static String words(String type, String body) {
        return ServerWords.of(type, body.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text/plain | no such table: x | no such table: x
            application/json | {"detail": [{"loc": 1, "msg": "bad POS"}]} | bad POS
            application/json | {"message": "no"} | no
            text/html | <html><head><title>Error</title><style>x</style></head><body><h1>Oops</h1><p>bad <b>query</b></p></body></html> | Oops: bad query
            text/html | <h1>Not Found (404)</h1><p>We are sorry</p><div class="errmsg">No table nope here.</div> | No table nope here.
            text/html | <title>502 Bad Gateway</title><center><h1>502 Bad Gateway</h1></center><hr> | 502 Bad Gateway
            text/xml | <v:VOTABLE xmlns:v="u"><v:INFO value="ERROR" name="QUERY_STATUS"><![CDATA[a < b]]></v:INFO></v:VOTABLE> | a < b
            text/xml | <errorSummary type="fatal"><message>out of memory</message></errorSummary> | out of memory
            text/xml | <ServiceExceptionReport><ServiceException>bad</ServiceException></ServiceExceptionReport> | bad
            application/json | {broken | {broken
            text/html | <h1>HTTP 500</h1><pre>java.lang.Oops: bad at org.foo.Bar.<init>(Bar.java:17) at java.base/x.Y$1.z(Y.java) ... 12 more</pre> | HTTP 500: java.lang.Oops: bad
            text/plain | no table (t) at server (x) | no table (t) at server (x)
            """)
    void findsThem(String type, String body, String expected) {
        assertThat(words(type, body)).isEqualTo(expected);
    }

    @Test
    void entitiesAreNotResolved() {
        String body = "<!DOCTYPE V [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>"
                + "<V><INFO name='QUERY_STATUS' value='ERROR'>before &x; after</INFO></V>";
        assertThat(words("text/xml", body)).contains("before").doesNotContain(java.io.File.separator + "etc");
    }

    @Test
    void binaryRubbishIsNoWords() {
        assertThat(ServerWords.of("application/octet-stream", new byte[] {0, 1, 2, (byte) 0xff}))
                .isEmpty();
    }

    @Property(tries = 300)
    void alwaysOneShortLine(@ForAll String body) {
        for (String type : new String[] {"text/html", "text/xml", "application/json", ""}) {
            assertThat(words(type, body))
                    .hasSizeLessThanOrEqualTo(ServerWords.LONGEST)
                    .doesNotContain("\n");
            assertThat(words(type, "<" + body))
                    .hasSizeLessThanOrEqualTo(ServerWords.LONGEST)
                    .doesNotContain("\n");
        }
    }

    @Test
    void retryAfterIsSecondsOrADate() {
        assertThat(Retries.pause("7")).contains(Duration.ofSeconds(7));
        assertThat(Retries.pause("soon")).isEmpty();
        String past =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.of(2020, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC));
        assertThat(Retries.pause(past)).contains(Duration.ZERO);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1,true",
        "127.3.2.1,true",
        "localhost,true",
        "[::1],true",
        "example.org,false",
        "128.0.0.1,false"
    })
    void loopbackNeedsNoProxy(String host, boolean loopback) {
        assertThat(ProxiesExceptLoopback.isLoopback(host)).isEqualTo(loopback);
    }
}
