package org.volans.sdk.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.volans.api.InputException;
import org.volans.api.table.TableFormat;
import org.volans.sdk.testing.Events;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.RowAccess;
import uk.ac.starlink.table.RowListStarTable;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.Tables;

/**
 * What {@link TableFormat} promises, as tests. An
 * author's test extends this and makes the format.
 *
 * {@snippet class="org.volans.sdk.examples.ExamplesTest" region="format"}
 */
@TimeLimit
public abstract class TableFormatContract {

    /** For files of the test; empty at first and gone at the end. */
    @TempDir
    protected Path folder = Path.of("");

    /** For a test of a format. */
    protected TableFormatContract() {}

    /** Makes the format. */
    protected abstract TableFormat format() throws Exception;

    /** A table that the format can hold; to be overridden where it cannot hold all of this. */
    protected StarTable sample() {
        RowListStarTable table = Events.table(
                new ColumnInfo("name", String.class, "what it is called"),
                Events.number("ra", "deg", "pos.eq.ra;meta.main"),
                new ColumnInfo("n", Integer.class, ""),
                new ColumnInfo("big", Long.class, ""),
                new ColumnInfo("good", Boolean.class, ""));
        table.addRow(new Object[] {"Vega", 279.234734, 1, 1L << 40, true});
        table.addRow(new Object[] {"\u03b1 Lyr, \"the\" star", -0.0, -7, -1L, false});
        table.addRow(new Object[] {"x", 1e-300, Integer.MAX_VALUE, Long.MAX_VALUE, true});
        return table;
    }

    /** Writes {@link #sample} into a file; to be overridden where the format itself does not write. */
    protected void writeSample(Path file) throws Exception {
        TableFormat format = format();
        assertThat(format.writable())
                .as("the format writes, or writeSample is overridden")
                .isTrue();
        format.write(sample(), file, new NullProgressMonitor());
    }

    private Path file() throws Exception {
        Path file = folder.resolve("sample." + format().endings().getFirst());
        writeSample(file);
        return file;
    }

    private StarTable read(Path file) throws Exception {
        return format().read(file, new NullProgressMonitor());
    }

    private static List<List<Object>> rows(StarTable table) throws IOException {
        List<List<Object>> rows = new ArrayList<>();
        try (RowAccess access = table.getRowAccess()) {
            for (long row = 0; row < table.getRowCount(); row++) {
                access.setRowIndex(row);
                rows.add(Arrays.asList(access.getRow().clone())); // the next row may be put into the same array
            }
        }
        return rows;
    }

    private static byte[] beginning(Path file) throws IOException {
        byte[] all = Files.readAllBytes(file);
        return Arrays.copyOf(all, Math.min(all.length, 512));
    }

    /** Users can name it, and its files are known by their endings. */
    @Test
    protected void hasNameAndEndings() throws Exception {
        assertThat(format().name()).as("name").matches("[a-z][a-z0-9_-]*");
        assertThat(format().endings())
                .as("endings")
                .isNotEmpty()
                .allSatisfy(ending -> assertThat(ending).matches("[a-z0-9]+(\\.[a-z0-9]+)*"));
    }

    /** It knows its own files by how they begin, and nobody else's. */
    @Test
    protected void recognisesItsOwnFiles() throws Exception {
        assertThat(format().recognises(beginning(file())))
                .as("a file of its own")
                .isTrue();
        for (String other : List.of(
                "",
                "<",
                "SIMPLE  =                    T",
                "<?xml version='1.0'?><VOTABLE>",
                "ra,dec\n1,2\n",
                "# %ECSV 1.0\n",
                "\u0000\u0000")) {
            byte[] bytes = other.getBytes(StandardCharsets.US_ASCII);
            assertThat(format().recognises(bytes))
                    .as("a file that begins with '%s'", other)
                    .isFalse();
        }
    }

    /** Names and values come back as they were written. */
    @Test
    protected void givesBackWhatWasWritten() throws Exception {
        StarTable sample = sample();
        StarTable read = read(file());
        assertThat(read.isRandom()).as("random access").isTrue();
        assertThat(Arrays.stream(Tables.getColumnInfos(read))
                        .map(ColumnInfo::getName)
                        .toList())
                .as("names of columns")
                .isEqualTo(Arrays.stream(Tables.getColumnInfos(sample))
                        .map(ColumnInfo::getName)
                        .toList());
        assertThat(rows(read)).as("values").isEqualTo(rows(sample));
    }

    /** Several threads read one table, each with a row access of its own. */
    @Test
    protected void isReadBySeveralThreads() throws Exception {
        StarTable read = read(file());
        List<List<Object>> alone = rows(read);
        assertThat(Side.bySide(() -> rows(read)))
                .allSatisfy(rows -> assertThat(rows).isEqualTo(alone));
    }

    /** A table without rows is one, too. */
    @Test
    protected void holdsATableWithoutRows() throws Exception {
        assumeTrue(format().writable(), "it does not write");
        StarTable none = new RowListStarTable(Tables.getColumnInfos(sample()));
        Path file = folder.resolve("none." + format().endings().getFirst());
        format().write(none, file, new NullProgressMonitor());
        assertThat(read(file).getRowCount()).isZero();
        assertThat(read(file).getColumnCount()).isEqualTo(none.getColumnCount());
    }

    /** What is missing, cut off or something else is refused in one line that names the file. */
    @Test
    protected void refusesBadFiles() throws Exception {
        byte[] good = Files.readAllBytes(file());
        String ending = "." + format().endings().getFirst();
        List<Path> bad = List.of(
                folder.resolve("missing" + ending),
                Files.write(folder.resolve("empty" + ending), new byte[0]),
                Files.write(folder.resolve("cut" + ending), Arrays.copyOf(good, good.length / 2)),
                Files.writeString(folder.resolve("letter" + ending), "Dear diary,\n\ntoday we saw nothing.\n"),
                Files.createDirectory(folder.resolve("folder" + ending)));
        for (Path file : bad) {
            assertThatThrownBy(() -> rows(read(file)))
                    .as("reading %s", file.getFileName())
                    .isInstanceOfSatisfying(InputException.class, Side::oneLine)
                    .hasMessageContaining(String.valueOf(file.getFileName()));
        }
    }

    /** What cannot be written is refused in one line. */
    @Test
    protected void refusesBadPlaces() throws Exception {
        assumeTrue(format().writable(), "it does not write");
        Path nowhere = folder.resolve("no-such-folder")
                .resolve("t." + format().endings().getFirst());
        assertThatThrownBy(() -> format().write(sample(), nowhere, new NullProgressMonitor()))
                .isInstanceOfSatisfying(InputException.class, Side::oneLine);
    }

    /** Cancelled from the start it does nothing, or ends at once. */
    @Test
    protected void stopsWhenCancelled() throws Exception {
        Path file = file();
        IProgressMonitor cancelled = new NullProgressMonitor();
        cancelled.setCanceled(true);
        assertThatThrownBy(() -> format().read(file, cancelled)).isInstanceOf(OperationCanceledException.class);
    }
}
