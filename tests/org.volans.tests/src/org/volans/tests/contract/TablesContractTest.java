package org.volans.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.volans.api.InputException;
import org.volans.api.ProtocolException;
import org.volans.api.table.PositionColumns;
import org.volans.api.table.TableService;
import uk.ac.starlink.table.StarTable;

@ExtendWith(House.class)
class TablesContractTest {

    private final TableService tables;
    private final Sky sky;

    @TempDir
    private Path folder;

    TablesContractTest(TableService tables, Sky sky) {
        this.tables = tables;
        this.sky = sky;
    }

    /** Values to the last bit, units and UCDs through each format that can hold them. */
    @ParameterizedTest
    @ValueSource(strings = {"colours.vot", "colours.fits", "colours.ecsv"})
    void writesWhatItReads(String name) throws Exception {
        Path file = folder.resolve(name);
        tables.save(sky.published(), file, "", new NullProgressMonitor());
        StarTable read = tables.open(file, "", new NullProgressMonitor());
        assertThat(rows(read)).isEqualTo(rows(sky.published()));
        assertThat(read.getColumnInfo(3).getUnitString()).isEqualTo("mag");
        assertThat(PositionColumns.of(read)).map(c -> c.ra().name()).contains("ra");
    }

    @Test
    void csvKeepsNamesAndValues() throws Exception {
        Path file = folder.resolve("colours.csv");
        tables.save(sky.published(), file, "", new NullProgressMonitor());
        StarTable read = tables.open(file, "", new NullProgressMonitor());
        assertThat(read.getRowCount()).isEqualTo(23);
        assertThat(((Number) read.getCell(0, 1)).doubleValue())
                .isEqualTo(((Number) sky.published().getCell(0, 1)).doubleValue());
    }

    @Test
    void namesFilesThatAreNoTables() throws Exception {
        Path empty = Files.createFile(folder.resolve("empty.vot"));
        Path text = Files.writeString(folder.resolve("notes.txt"), "Dear diary,\n\ntoday we saw \u0007 nothing.\n");
        for (Path file : List.of(empty, text, folder.resolve("missing.vot"))) {
            assertThatThrownBy(() -> tables.open(file, "", new NullProgressMonitor()))
                    .as(file.toString())
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining(file.getFileName().toString())
                    .hasMessageNotContaining("\n");
        }
    }

    @Test
    void anAnswerThatIsNoVotableBreaksTheProtocol() {
        byte[] page = "<html><body>Welcome</body></html>".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> tables.readVotable(
                        new ByteArrayInputStream(page), "http://example.org/tap", new NullProgressMonitor()))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("http://example.org/tap");
    }

    @Test
    void aTableThatCannotBeWrittenLeavesNothing() throws Exception {
        Path file = folder.resolve("no-such-folder").resolve("colours.vot");
        assertThatThrownBy(() -> tables.save(sky.published(), file, "", new NullProgressMonitor()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no-such-folder");
        assertThatThrownBy(() -> tables.save(sky.published(), folder.resolve("a.xyz"), "", new NullProgressMonitor()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("xyz");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    private static List<List<Object>> rows(StarTable table) throws IOException {
        List<List<Object>> rows = new ArrayList<>();
        for (long row = 0; row < table.getRowCount(); row++) {
            rows.add(Arrays.asList(table.getRow(row)));
        }
        return rows;
    }
}
