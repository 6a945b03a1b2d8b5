package org.volans.table.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.volans.api.InputException;
import org.volans.api.table.TableFile;
import org.volans.api.table.TableFormat;
import uk.ac.starlink.fits.FitsTableWriter;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.RowAccess;
import uk.ac.starlink.table.RowListStarTable;
import uk.ac.starlink.table.RowSequence;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.TableSequence;
import uk.ac.starlink.table.Tables;

/** Whole files, and formats that others bring. */
class TableFileTest {

    @TempDir
    Path folder = Path.of("");

    private final TableProvider provider = new TableProvider(List.of(new Letters()));

    private TableFile open(String name) throws InputException {
        return provider.openFile(folder.resolve(name), "", new NullProgressMonitor());
    }

    @Test
    void givesAllOfAVotable() throws Exception {
        String second = Samples.TABLE.replace("name='t'", "").replace("col_", "second_");
        Files.writeString(
                folder.resolve("two.vot"),
                Samples.HEAD + Samples.RESULTS + Samples.TABLE + second + "</RESOURCE></VOTABLE>");
        TableFile file = open("two.vot");
        assertThat(file.format()).isEqualTo("votable");
        assertThat(file.tables()).extracting(StarTable::getName).containsExactly("t", "two.vot#2");
        assertThat(file.document().orElseThrow().infos()).hasSize(1);
    }

    @Test
    void givesAllTablesOfAFitsFile() throws Exception {
        try (var out = Files.newOutputStream(folder.resolve("two.fits"))) {
            new FitsTableWriter().writeStarTables(sequence(Samples.table(), numbers(50_000)), out);
        }
        TableFile file = open("two.fits");
        assertThat(file.tables()).extracting(StarTable::getRowCount).containsExactly(3L, 50_000L);
        assertThat(file.document()).isEmpty();
        assertThat(provider.open(folder.resolve("two.fits#2"), "", new NullProgressMonitor())
                        .getRowCount())
                .isEqualTo(50_000);
    }

    private static TableSequence sequence(StarTable... tables) {
        return Tables.arrayTableSequence(tables);
    }

    private static StarTable numbers(int count) {
        RowListStarTable table = new RowListStarTable(new ColumnInfo[] {new ColumnInfo("n", Integer.class, null)});
        for (int i = 0; i < count; i++) {
            table.addRow(new Object[] {i});
        }
        return table;
    }

    @Test
    void tablesCanBeReadByThreadsSideBySide() throws Exception {
        // several rounds: the library once unmapped a file while others read it
        for (String name : List.of("n.fits", "n.vot", "n.csv", "n.fits", "n.fits", "n.fits")) {
            provider.save(numbers(20_000), folder.resolve(name), "", new NullProgressMonitor());
            StarTable table = open(name).tables().get(0);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<Long>> sums = threads.invokeAll(java.util.Collections.nCopies(8, () -> sum(table)));
                for (Future<Long> sum : sums) {
                    assertThat(sum.get()).as(name).isEqualTo(20_000L * 19_999 / 2);
                }
            }
        }
    }

    private static long sum(StarTable table) throws IOException {
        long sum = 0;
        try (RowAccess rows = table.getRowAccess()) {
            for (long row = 0; row < table.getRowCount(); row++) {
                rows.setRowIndex(row);
                sum += ((Number) rows.getCell(0)).longValue();
            }
        }
        return sum;
    }

    /** Counts what is still to be done. */
    @NonNullByDefault({})
    private static final class Remaining extends NullProgressMonitor {

        private double work;

        @Override
        public void beginTask(String name, int total) {
            work += total;
        }

        @Override
        public void internalWorked(double done) {
            work -= done;
        }

        @Override
        public void worked(int done) {
            work -= done;
        }
    }

    @Test
    void tellsHowFarItHasCome() throws Exception {
        for (String name : List.of("n.csv", "n.fits", "n.vot", "n.ltr")) {
            Remaining writing = new Remaining();
            provider.save(numbers(100_000), folder.resolve(name), "", writing);
            assertThat(writing.work).as("writing " + name).isBetween(0.0, WatchedTable.WORK / 10.0);
        }
        Remaining reading = new Remaining();
        provider.openFile(folder.resolve("n.csv"), "", reading);
        assertThat(reading.work).isBetween(0.0, CancellableFile.WORK / 10.0);
    }

    @Test
    void formatsOfOthersAreReadAndWritten() throws Exception {
        assertThat(provider.inputFormats()).contains("letters");
        assertThat(provider.outputFormats()).contains("letters");
        assertThat(provider.inputFormat("letters")).isEqualTo("letters");
        assertThat(provider.outputFormat(Path.of("a.ltr"), "")).isEqualTo("letters");
        provider.save(numbers(26), folder.resolve("a.ltr"), "", new NullProgressMonitor());
        assertThat(folder.resolve("a.ltr")).hasContent("LETTERS26");
        TableFile file = open("a.ltr");
        assertThat(file.format()).isEqualTo("letters");
        assertThat(file.tables().get(0).getName()).isEqualTo("a.ltr");
        Files.writeString(folder.resolve("plain.txt"), "LETTERS3");
        assertThat(open("plain.txt").tables().get(0).getRowCount()).isEqualTo(3);
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> provider.save(
                        Samples.table(), folder.resolve("no/b.ltr"), "letters", new NullProgressMonitor()))
                .withMessageContaining("b.ltr");
    }

    /** As many rows as the file says. */
    private static final class Letters implements TableFormat {

        @Override
        public String name() {
            return "letters";
        }

        @Override
        public List<String> endings() {
            return List.of("ltr");
        }

        @Override
        public boolean recognises(byte[] beginning) {
            return new String(beginning, StandardCharsets.UTF_8).startsWith("LETTERS");
        }

        @Override
        public StarTable read(Path file, IProgressMonitor monitor) throws InputException {
            try {
                return numbers(Integer.parseInt(Files.readString(file).substring(7)));
            } catch (IOException e) {
                throw new InputException(file + " cannot be read", e);
            }
        }

        @Override
        public boolean writable() {
            return true;
        }

        @Override
        public void write(StarTable table, Path file, IProgressMonitor monitor) throws InputException {
            try {
                Files.writeString(file, "LETTERS" + count(table));
            } catch (IOException e) {
                throw new InputException(file + " cannot be written", e);
            }
        }

        private static long count(StarTable table) throws IOException {
            long count = 0;
            try (RowSequence rows = table.getRowSequence()) {
                while (rows.next()) {
                    count++;
                }
            }
            return count;
        }
    }
}
