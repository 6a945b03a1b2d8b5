package org.volans.table.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.volans.table.internal.Samples.HEAD;
import static org.volans.table.internal.Samples.RESULTS;
import static org.volans.table.internal.Samples.ROWS;
import static org.volans.table.internal.Samples.TABLE;
import static org.volans.table.internal.Samples.WHOLE;
import static org.volans.table.internal.Samples.read;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.volans.api.ProtocolException;
import org.volans.api.table.VotableDocument;
import org.volans.api.table.VotableDocument.Info;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.votable.DataFormat;
import uk.ac.starlink.votable.VOStarTable;
import uk.ac.starlink.votable.VOTableWriter;
import uk.ac.starlink.votable.datalink.ServiceDescriptor;

class VotableReaderTest {

    private static final String DESCRIPTOR = "<RESOURCE type='meta' utype='%s' ID='dl'>"
            + "<PARAM name='standardID' datatype='char' arraysize='*' value='ivo://ivoa.net/std/DataLink#links-1.1'/>"
            + "<PARAM name='accessURL' datatype='char' arraysize='*' value='http://x/links'/>"
            + "<GROUP name='inputParams'><PARAM name='ID' datatype='char' arraysize='*' value='' ref='col_name'/></GROUP>"
            + "</RESOURCE>";

    @ParameterizedTest
    @ValueSource(strings = {"TABLEDATA", "BINARY", "BINARY2"})
    void readsEverySerialisation(String format) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new VOTableWriter(serialisation(format), true).writeStarTable(Samples.table(), out);
        StarTable table = read(out.toByteArray()).table().orElseThrow();
        assertThat(table.isRandom()).isTrue();
        assertThat(table.getRowCount()).isEqualTo(3);
        assertThat(table.getRow(2)).containsExactly("C", 1e-30, 9_007_199_254_740_993L);
        assertThat(table.getCell(1, 0)).isEqualTo("µ Cep");
        assertThat(table.getColumnInfo(1).getUCD()).isEqualTo("phot.flux;em.radio");
    }

    private static DataFormat serialisation(String name) {
        return switch (name) {
            case "BINARY" -> DataFormat.BINARY;
            case "BINARY2" -> DataFormat.BINARY2;
            default -> DataFormat.TABLEDATA;
        };
    }

    @Test
    void readsWhatIsCompressed() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(WHOLE.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(read(bytes.toByteArray()).table().orElseThrow().getRowCount())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"adhoc:service", "Adhoc:Service"})
    void findsDescriptorsAndResolvesTheirReferences(String utype) throws Exception {
        VotableDocument document =
                read(HEAD + RESULTS + TABLE + "</RESOURCE>" + DESCRIPTOR.formatted(utype) + "</VOTABLE>");
        assertThat(document.descriptors()).hasSize(1);
        ServiceDescriptor descriptor = document.descriptors().get(0);
        assertThat(descriptor.getDescriptorId()).isEqualTo("dl");
        String ref = String.valueOf(descriptor.getInputParams()[0].getRef());
        StarTable wrapped =
                uk.ac.starlink.table.Tables.randomTable(document.tables().get(0));
        assertThat(VOStarTable.getRefColumnIndex(ref, wrapped)).isZero();
        assertThat(VOStarTable.getRefColumnIndex("col_flux", wrapped)).isEqualTo(1);
    }

    @Test
    void collectsInfosOfAllResourcesInOrder() throws Exception {
        VotableDocument document = read(HEAD + "<INFO name='top' value='1'>a &amp; b</INFO>" + RESULTS + TABLE
                + "<INFO name='QUERY_STATUS' value='OVERFLOW'/></RESOURCE>"
                + "<RESOURCE><RESOURCE><INFO name='deep' value=''>text</INFO></RESOURCE></RESOURCE></VOTABLE>");
        assertThat(document.infos())
                .containsExactly(
                        new Info("top", "1", "a & b"),
                        new Info("QUERY_STATUS", "OK", ""),
                        new Info("QUERY_STATUS", "OVERFLOW", ""),
                        new Info("deep", "", "text"));
        assertThat(document.overflow()).isTrue();
    }

    @Test
    void seesAnErrorThatComesAfterTheRows() throws Exception {
        VotableDocument document = read(HEAD + RESULTS + TABLE
                + "<INFO name='QUERY_STATUS' value='ERROR'>out of memory</INFO></RESOURCE></VOTABLE>");
        assertThat(document.error()).contains("out of memory");
        assertThat(document.tables()).hasSize(1);
    }

    @Test
    void refusesADocumentThatEndsInItsRows() {
        String text = WHOLE.substring(0, WHOLE.indexOf("<TD>2.5"));
        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> read(text))
                .withMessage("http://x/tap: the VOTable ended early after 1 rows");
    }

    @Test
    void refusesADocumentThatEndsBeforeAnErrorCouldHaveCome() {
        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> read(HEAD + RESULTS + TABLE))
                .withMessageContaining("ended early after 2 rows");
    }

    @Test
    void refusesADocumentThatEndsInALaterTable() {
        String second = TABLE.substring(0, TABLE.indexOf("<TR><TD>b"));
        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> read(HEAD + RESULTS + TABLE + "</RESOURCE><RESOURCE>" + second))
                .withMessageContaining("ended early after 3 rows");
    }

    @Test
    void refusesWhatAConnectionLost() {
        String text = WHOLE.substring(0, WHOLE.length() - 60);
        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> new TableProvider()
                        .readVotable(Samples.breaking(text), "http://x/tap", new NullProgressMonitor()))
                .withMessage("http://x/tap: the VOTable ended early: Connection reset");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</RESOURCE>",
                "</RESOURCE></VOTABLE>\n<b>Warning</b>: mysql_close() in /var/www & more",
                "</RESOURCE><RESOURCE>& nonsense",
                "</RESOURCE></VOTABLE>\0\0\0"
            })
    void forgivesWhatIsBrokenAfterAWholeResult(String end) throws Exception {
        VotableDocument document = read(HEAD + RESULTS + TABLE + end);
        assertThat(document.table().orElseThrow().getRow(1)).containsExactly("b", 2.5);
    }

    @Test
    void prefersTheServersWordsToABrokenDocument() throws Exception {
        VotableDocument document =
                read(HEAD + "<RESOURCE type='results'><INFO name='QUERY_STATUS' value='ERROR'>no table x</INFO><&");
        assertThat(document.error()).contains("no table x");
    }

    @Test
    void endsTheThreadOfABinaryStreamThatIsCutOff() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new VOTableWriter(DataFormat.BINARY2, true).writeStarTable(Samples.table(), out);
        String text = out.toString(StandardCharsets.UTF_8);
        String cut = text.substring(0, text.indexOf("</STREAM>") - 20);
        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> read(cut))
                .withMessageContaining("ended early");
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getClass().getName().startsWith("uk.ac.starlink.")
                    || String.valueOf(thread.getClass().getSuperclass()).contains("PipeReaderThread")) {
                thread.join(10_000);
                assertThat(thread.isAlive()).isFalse();
            }
        }
    }

    @Test
    void saysWhereADocumentIsNotWellFormed() {
        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> read(WHOLE.replace("<TD>b</TD>", "\n<TD>b & c</TD>")))
                .withMessageContaining("cannot be read at line 2 after 1 rows");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<VOTABLE>",
                "<VOTABLE version='9.9' xmlns='http://www.ivoa.net/xml/VOTable/v9.9'>",
                "<VOTABLE xmlns='http://example.org/not-votable'>",
                "\n\n  <?xml version='1.0'?><VOTABLE>",
                "\uFEFF<?xml version='1.0'?><VOTABLE>",
                "<br />\n<b>Warning</b>: mysql in /var/x.php\n<?xml version='1.0' encoding='UTF-8'?><VOTABLE>",
                "Notice: undefined\n<?xml version='1.0' encoding='US-ASCII'?><VOTABLE>",
                "<!DOCTYPE VOTABLE SYSTEM 'http://us-vo.org/xml/VOTable.dtd'><VOTABLE version='1.0'>"
            })
    void toleratesNamespacesVersionsAndLeadingBlanks(String head) throws Exception {
        assertThat(read(head + RESULTS + TABLE + "</RESOURCE></VOTABLE>").tables())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8,UTF-8,Ångström",
        "ISO-8859-1,ISO-8859-1,Ångström",
        "UTF-16,UTF-16,Ångström",
        "UTF-8,ISO-8859-1,\uFFFDngstr\uFFFDm",
        "US-ASCII,UTF-8,Ångström",
        "martian,UTF-8,Ångström"
    })
    void readsTextWhoseEncodingIsNotWhatItClaims(String claimed, String real, String expected) throws Exception {
        String text = WHOLE.replace("<?xml version='1.0'?>", "<?xml version='1.0' encoding='" + claimed + "'?>")
                .replace("<TD>b</TD>", "<TD>Ångström</TD>");
        assertThat(read(text.getBytes(real)).table().orElseThrow().getCell(1, 0))
                .isEqualTo(expected);
    }

    @Test
    void readsTextWithControlCharacters() throws Exception {
        String text = WHOLE.replace("<TD>b</TD>", "<TD>b\u001b\0</TD>");
        assertThat(read(text).table().orElseThrow().getCell(1, 0)).isEqualTo("b\uFFFD\uFFFD");
    }

    @Test
    void toleratesPrefixesEvenUndeclaredOnes() throws Exception {
        String text = WHOLE.replace("<?xml version='1.0'?>", "")
                .replaceAll("<(/?)([A-Z])", "<$1vot:$2")
                .replaceAll(" xmlns='[^']*'", "");
        VotableDocument document = read(text);
        assertThat(document.table().orElseThrow().getRowCount()).isEqualTo(2);
        assertThat(document.infos()).hasSize(1);
    }

    @Test
    void readsNoFileThatADocumentNames(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "S3CRET");
        String text = "<!DOCTYPE VOTABLE [<!ENTITY x SYSTEM '" + secret.toUri() + "'>]>"
                + WHOLE.substring(WHOLE.indexOf("<VOTABLE")).replace("<TD>b</TD>", "<TD>b&x;</TD>");
        assertThat(read(text).table().orElseThrow().getCell(1, 0)).isEqualTo("b");
    }

    @Test
    void refusesDataThatAreElsewhere() {
        String stream = TABLE.replace(
                "<TABLEDATA>" + ROWS + "</TABLEDATA>", "<BINARY><STREAM href='file:///etc/passwd'/></BINARY>");
        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> read(HEAD + RESULTS + stream + "</RESOURCE></VOTABLE>"))
                .withMessageContaining("file:///etc/passwd");
    }

    @Test
    void refusesEntitiesThatExplode() {
        StringBuilder doctype = new StringBuilder("<!DOCTYPE VOTABLE [<!ENTITY e0 'ha'>");
        for (int i = 1; i < 30; i++) {
            doctype.append("<!ENTITY e%d '&e%d;&e%d;'>".formatted(i, i - 1, i - 1));
        }
        String text =
                doctype + "]>" + WHOLE.substring(WHOLE.indexOf("<VOTABLE")).replace("<TD>b</TD>", "<TD>&e29;</TD>");
        assertThatExceptionOfType(ProtocolException.class).isThrownBy(() -> read(text));
    }

    @Test
    void takesAnyNumberOfEscapedCharacters() throws Exception {
        String text = WHOLE.replace("<TD>b</TD>", "<TD>" + "&amp;&#38;".repeat(100_000) + "</TD>");
        assertThat(read(text).table().orElseThrow().getCell(1, 0)).isEqualTo("&".repeat(200_000));
    }

    @Test
    void readsATableWithoutRows() throws Exception {
        assertThat(read(WHOLE.replace("<DATA><TABLEDATA>" + ROWS + "</TABLEDATA></DATA>", ""))
                        .table()
                        .orElseThrow()
                        .getRowCount())
                .isZero();
        assertThat(read(WHOLE.replace(ROWS, "")).table().orElseThrow().getRowCount())
                .isZero();
    }

    @Test
    void namesWhatCameInsteadOfAVotable() {
        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> read("<!DOCTYPE html><html><head><title>Please\n log in</title></head></html>"))
                .withMessage("http://x/tap: the answer is an HTML page ('Please log in'), not a VOTable");
        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> read(" \n"))
                .withMessage("http://x/tap: the answer is empty where a VOTable was expected");
        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> read("{\"error\": \"no\"}"))
                .withMessage("http://x/tap: the answer is text that begins '{\"error\": \"no\"}', not a VOTable");
        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> read("<?xml version='1.0'?><uws:job/>"))
                .withMessage("http://x/tap: the answer is XML (<uws:job>), not a VOTable");
    }

    @Test
    void stopsWhenCancelled() {
        NullProgressMonitor monitor = new NullProgressMonitor();
        monitor.setCanceled(true);
        assertThatExceptionOfType(OperationCanceledException.class)
                .isThrownBy(() -> new TableProvider()
                        .readVotable(
                                new java.io.ByteArrayInputStream(WHOLE.getBytes(StandardCharsets.UTF_8)),
                                "x",
                                monitor));
    }
}
