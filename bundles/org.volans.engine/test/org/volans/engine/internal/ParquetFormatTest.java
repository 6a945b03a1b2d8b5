package org.volans.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.volans.api.InputException;
import uk.ac.starlink.table.RowListStarTable;
import uk.ac.starlink.table.StarTable;

class ParquetFormatTest {

    @TempDir
    Path folder = Path.of("");

    private final ParquetFormat format = new ParquetFormat();

    private StarTable through(StarTable table, String name) throws InputException {
        Path file = folder.resolve(name);
        format.write(table, file, new NullProgressMonitor());
        return format.read(file, new NullProgressMonitor());
    }

    @Test
    void readsBackWhatItWrites() throws InputException, IOException {
        RowListStarTable table = TestTables.table(
                TestTables.column("name", String.class),
                TestTables.column("Name", Double.class),
                TestTables.column("n", Integer.class),
                TestTables.column("big", Long.class),
                TestTables.column("flag", Boolean.class),
                TestTables.column("spectrum", float[].class));
        table.addRow(new Object[] {"NGC \"1\", 'a'", 1.25, 3, 9_007_199_254_740_993L, true, new float[] {1, 2.5f}});
        table.addRow(new Object[] {null, Double.NaN, null, null, null, null});
        StarTable read = through(table, "a [1]*.parquet");
        assertThat(read.isRandom()).isTrue();
        assertThat(read.getRowCount()).isEqualTo(2);
        assertThat(read.getColumnInfo(1).getName()).isEqualTo("Name_2");
        assertThat(read.getRow(0))
                .containsExactly("NGC \"1\", 'a'", 1.25, 3, 9_007_199_254_740_993L, true, new float[] {1, 2.5f});
        assertThat(read.getCell(1, 0)).isNull();
        assertThat((Double) read.getCell(1, 1)).isNaN();
        assertThat(read.getCell(1, 2)).isNull();
    }

    @Test
    void recognisesFilesByTheirFirstLetters() {
        assertThat(format.recognises("PAR1xyz".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isTrue();
        assertThat(format.recognises(new byte[] {'P'})).isFalse();
    }

    @Test
    void saysThatAFileIsDamaged() throws IOException {
        Path file = Files.writeString(folder.resolve("a.parquet"), "PAR1....PAR1");
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> format.read(file, new NullProgressMonitor()))
                .withMessageStartingWith("'" + file + "' cannot be read as Parquet: ");
    }

    @Test
    void stopsWhenCancelled() throws InputException {
        Path file = folder.resolve("b.parquet");
        format.write(TestTables.spiral(5000), file, new NullProgressMonitor());
        NullProgressMonitor monitor = new NullProgressMonitor();
        monitor.setCanceled(true);
        assertThatExceptionOfType(OperationCanceledException.class).isThrownBy(() -> format.read(file, monitor));
    }
}
