package org.volans.datalink.ui.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.volans.api.datalink.LinkRow;

/** Links in words. */
class LinkWordsTest {

    @Test
    void namesWhatHasNoDescription() {
        LinkRow link = new LinkRow(
                "id",
                new LinkRow.Target.Access(URI.create("http://x/data/a%20b.fits?v=1")),
                "#this",
                "",
                "image/fits",
                OptionalLong.empty(),
                "",
                "");
        assertThat(LinkWords.title(link)).isEqualTo("a b.fits");
        assertThat(LinkWords.type(link)).isEqualTo("FITS");
        assertThat(LinkWords.fileName(URI.create("http://x.org/"))).isEqualTo("x.org");
    }

    @ParameterizedTest
    @CsvSource({
        "application/x-votable+xml;content=datalink,vot",
        "application/fits,fits",
        "image/jpeg; q=1,jpg",
        "application/octet-stream,dat"
    })
    void knowsExtensions(String type, String extension) {
        assertThat(LinkWords.extension(type, "dat")).isEqualTo(extension);
    }

    @Test
    void ordersTheDataSetFirst() {
        assertThat(LinkWords.order("#this")).isLessThan(LinkWords.order("#cutout"));
        assertThat(LinkWords.order("#something")).isGreaterThan(LinkWords.order("#proc"));
        assertThat(LinkWords.semantics("#something")).isEqualTo("something");
    }
}
