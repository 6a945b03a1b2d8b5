package org.volans.image.ui.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.eclipse.core.runtime.content.IContentDescriber;
import org.junit.jupiter.api.Test;

class FitsImageDescriberTest {

    private static final String EMPTY = header("SIMPLE  = T", "BITPIX  = 8", "NAXIS   = 0");

    private static String header(String... cards) {
        StringBuilder text = new StringBuilder();
        for (String card : cards) {
            text.append(String.format("%-80s", card));
        }
        text.append(String.format("%-80s", "END"));
        return String.format("%-2880s", text);
    }

    private static int describe(String text) throws IOException {
        return describe(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static int describe(byte[] bytes) throws IOException {
        return new FitsImageDescriber().describe(new ByteArrayInputStream(bytes), null);
    }

    @Test
    void imagesAreRecognised() throws Exception {
        assertThat(describe(header("SIMPLE  = T", "NAXIS   = 2 / axes", "NAXIS1  = 5", "NAXIS2  = 5")))
                .isEqualTo(IContentDescriber.VALID);
        assertThat(describe(EMPTY + header("XTENSION= 'IMAGE   '", "NAXIS   = 2")))
                .isEqualTo(IContentDescriber.VALID);
        assertThat(describe(EMPTY + header("XTENSION= 'BINTABLE'", "ZIMAGE  = T / compressed")))
                .isEqualTo(IContentDescriber.VALID);
    }

    @Test
    void othersAreNot() throws Exception {
        assertThat(describe(EMPTY + header("XTENSION= 'BINTABLE'"))).isEqualTo(IContentDescriber.INVALID);
        assertThat(describe(header("SIMPLE  = T", "NAXIS   = 3", "NAXIS1  = 0", "GROUPS  = T")))
                .isEqualTo(IContentDescriber.INVALID);
        assertThat(describe("<html></html>")).isEqualTo(IContentDescriber.INVALID);
        assertThat(describe("")).isEqualTo(IContentDescriber.INVALID);
        assertThat(describe(EMPTY)).isEqualTo(IContentDescriber.INDETERMINATE);
    }

    @Test
    void zippedOnesToo() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(header("SIMPLE  = T", "NAXIS   = 2", "NAXIS1  = 5", "NAXIS2  = 5")
                    .getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(describe(bytes.toByteArray())).isEqualTo(IContentDescriber.VALID);
    }
}
