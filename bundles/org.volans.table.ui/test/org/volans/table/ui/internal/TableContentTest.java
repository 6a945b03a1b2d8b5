package org.volans.table.ui.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.eclipse.core.runtime.content.IContentDescriber;
import org.junit.jupiter.api.Test;

@SuppressWarnings("null")
class TableContentTest {

    private static int judged(IContentDescriber describer, String content) throws IOException {
        return describer.describe(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)), null);
    }

    /** Cards of 80 characters, filled up to a block of 2880 (FITS 4.0, section 3.3.1). */
    private static String block(String... cards) {
        StringBuilder text = new StringBuilder();
        for (String card : cards) {
            text.append(String.format("%-80s", card));
        }
        return String.format("%-2880s", text);
    }

    @Test
    void tellsVotablesFromOtherXml() throws IOException {
        var votable = new TableContent.Votable();
        assertThat(judged(votable, "<?xml version='1.0'?>\n<!-- x --><VOTABLE version='1.4'>"))
                .isEqualTo(IContentDescriber.VALID);
        assertThat(judged(votable, "<vot:VOTABLE xmlns:vot='u'>")).isEqualTo(IContentDescriber.VALID);
        assertThat(judged(votable, "<project/>")).isEqualTo(IContentDescriber.INVALID);
        assertThat(judged(votable, "")).isEqualTo(IContentDescriber.INVALID);
    }

    @Test
    void tellsFitsTablesFromImages() throws IOException {
        var fits = new TableContent.FitsTable();
        String empty = block(
                "SIMPLE  =                    T",
                "BITPIX  =                    8",
                "NAXIS   =                    0",
                "END");
        String image = block(
                "SIMPLE  =                    T",
                "BITPIX  =                  -32",
                "NAXIS   =                    2",
                "END");
        assertThat(judged(fits, empty + block("XTENSION= 'BINTABLE'", "END"))).isEqualTo(IContentDescriber.VALID);
        assertThat(judged(fits, empty + block("XTENSION= 'IMAGE   '"))).isEqualTo(IContentDescriber.INVALID);
        assertThat(judged(fits, image + block("XTENSION= 'BINTABLE'"))).isEqualTo(IContentDescriber.INVALID);
        assertThat(judged(fits, "SIMPLE  = T")).isEqualTo(IContentDescriber.INVALID);
        assertThat(judged(fits, empty + block("XTENSION= 'TABLE   '", "END"))).isEqualTo(IContentDescriber.VALID);
        // an image in compressed tiles is for those who show images
        assertThat(judged(fits, empty + block("XTENSION= 'BINTABLE'", "ZIMAGE  =                    T", "END")))
                .isEqualTo(IContentDescriber.INVALID);
        String plus = block(
                "SIMPLE  =                    T",
                "BITPIX  =                    8",
                "NAXIS   =                    1",
                "VOTMETA =                    T",
                "END");
        assertThat(judged(fits, plus)).isEqualTo(IContentDescriber.VALID);
    }

    @Test
    void looksIntoCompressedFits() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            String text = block("SIMPLE  =                    T", "NAXIS   =                    0", "END")
                    + block("XTENSION= 'BINTABLE'", "END");
            out.write(text.getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(new TableContent.FitsTable().describe(new ByteArrayInputStream(zipped.toByteArray()), null))
                .isEqualTo(IContentDescriber.VALID);
    }
}
