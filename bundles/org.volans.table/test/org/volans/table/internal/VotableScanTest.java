package org.volans.table.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.volans.table.internal.Samples.FIELDS;
import static org.volans.table.internal.Samples.HEAD;
import static org.volans.table.internal.Samples.RESULTS;
import static org.volans.table.internal.Samples.TABLE;
import static org.volans.table.internal.Samples.WHOLE;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.volans.api.ProtocolException;
import org.volans.api.table.VotableDocument;
import uk.ac.starlink.table.ArrayColumn;
import uk.ac.starlink.table.ColumnStarTable;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.votable.DataFormat;
import uk.ac.starlink.votable.VOTableVersion;
import uk.ac.starlink.votable.VOTableWriter;

@Timeout(60)
class VotableScanTest {

    private final AtomicLong told = new AtomicLong();

    private VotableDocument scan(String text) throws ProtocolException {
        return new TableProvider()
                .scanVotable(
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                        "http://x/tap",
                        told::set,
                        new NullProgressMonitor());
    }

    private static String written(String format) throws Exception {
        ColumnStarTable table = ColumnStarTable.makeTableWithRows(12_345);
        table.addColumn(ArrayColumn.makeColumn("n", new int[12_345]));
        String[] texts = new String[12_345];
        Arrays.setAll(texts, i -> "x".repeat(i % 40));
        table.addColumn(ArrayColumn.makeColumn("text", texts));
        DataFormat serialisation = Stream.of(
                        DataFormat.TABLEDATA, DataFormat.BINARY, DataFormat.BINARY2, DataFormat.FITS)
                .filter(f -> f.toString().equalsIgnoreCase(format))
                .findFirst()
                .orElseThrow();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new VOTableWriter(serialisation, true, VOTableVersion.V13).writeStarTable(table, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static long rows(VotableDocument document) {
        return document.table().orElseThrow().getRowCount();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TABLEDATA", "BINARY", "BINARY2", "FITS"})
    void countsTheRowsOfEachSerialisation(String format) throws Exception {
        assertThat(rows(scan(written(format)))).isEqualTo(12_345);
        assertThat(told).hasValue(12_345);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TABLEDATA", "BINARY2"})
    void whatBreaksOffIsRefused(String format) throws Exception {
        String text = written(format);
        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> scan(text.substring(0, text.length() / 2)))
                .withMessageContaining("ended early");
    }

    @Test
    void keepsColumnsAndInfos() throws Exception {
        VotableDocument document = scan(HEAD + RESULTS + TABLE
                + "<INFO name='QUERY_STATUS' value='ERROR'>time is over</INFO></RESOURCE></VOTABLE>");
        StarTable table = document.table().orElseThrow();
        assertThat(table.getColumnInfo(1).getUnitString()).isEqualTo("Jy");
        assertThat(document.error()).hasValue("time is over");
    }

    @Test
    void countsEachTableByItself() throws Exception {
        VotableDocument document = scan(WHOLE.replace(
                "</RESOURCE>",
                TABLE.replace("<TABLEDATA>", "<TABLEDATA><TR><TD>c</TD><TD>3</TD></TR>") + "</RESOURCE>"));
        assertThat(document.tables()).extracting(StarTable::getRowCount).containsExactly(2L, 3L);
        assertThat(told).hasValue(2);
    }

    @Test
    void aTableWithoutDataHasNoRows() throws Exception {
        assertThat(rows(scan(HEAD + RESULTS + "<TABLE>" + FIELDS + "</TABLE></RESOURCE></VOTABLE>")))
                .isZero();
    }
}
