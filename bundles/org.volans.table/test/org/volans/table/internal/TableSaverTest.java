package org.volans.table.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.volans.api.InputException;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.RowListStarTable;
import uk.ac.starlink.table.StarTable;

class TableSaverTest {

    @TempDir
    Path folder = Path.of("");

    private final TableProvider provider = new TableProvider();

    private void save(StarTable table, String name) throws InputException {
        provider.save(table, folder.resolve(name), "", new NullProgressMonitor());
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"m.vot", "m.xml", "m.ecsv"})
    void keepsTheMetadata(String name) throws Exception {
        save(Samples.table(), name);
        StarTable table = provider.open(folder.resolve(name), "", new NullProgressMonitor());
        ColumnInfo flux = table.getColumnInfo(1);
        assertThat(flux.getUCD()).isEqualTo("phot.flux;em.radio");
        assertThat(flux.getUnitString()).isEqualTo("mJy");
        assertThat(flux.getDescription()).isEqualTo("total flux");
        assertThat(flux.getXtype()).isEqualTo("adql:REAL");
        assertThat(flux.getUtype()).isEqualTo("obs:flux");
        assertThat(table.getParameterByName("EPOCH").getValue()).isEqualTo(2016.5);
    }

    @Test
    void writesVotableAsTabledataOfVersion14() throws Exception {
        save(Samples.table(), "m.vot");
        assertThat(Files.readString(folder.resolve("m.vot")))
                .contains("<VOTABLE version=\"1.4\"")
                .contains("<TABLEDATA>")
                .contains("A &amp; &lt;B&gt;");
    }

    @Test
    void leavesTheOldFileWhenTheNewOneFails() throws Exception {
        Files.writeString(folder.resolve("old.csv"), "precious");
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> save(Samples.failing(new IOException("No space left on device")), "old.csv"))
                .withMessage("cannot write '" + folder.resolve("old.csv") + "': the disk is full");
        assertThat(files()).containsExactly("old.csv");
        assertThat(Files.readString(folder.resolve("old.csv"))).isEqualTo("precious");
    }

    @Test
    void saysThatADiskIsFull() throws Exception {
        Path full = Path.of("/dev/full");
        assumeThat(Files.exists(full)).isTrue();
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> provider.save(Samples.table(), full, "votable", new NullProgressMonitor()))
                .withMessage("cannot write '/dev/full': the disk is full");
        assertThat(Files.isRegularFile(full)).isFalse();
    }

    @Test
    void leavesNothingWhenCancelled() throws Exception {
        NullProgressMonitor monitor = new NullProgressMonitor();
        monitor.setCanceled(true);
        assertThatExceptionOfType(OperationCanceledException.class)
                .isThrownBy(() -> provider.save(Samples.table(), folder.resolve("x.vot"), "", monitor));
        assertThat(files()).isEmpty();
    }

    @Test
    void writesThroughALink() throws Exception {
        Files.writeString(folder.resolve("real.csv"), "old");
        Files.createSymbolicLink(folder.resolve("link.csv"), Path.of("real.csv"));
        save(Samples.table(), "link.csv");
        assertThat(Files.isSymbolicLink(folder.resolve("link.csv"))).isTrue();
        assertThat(Files.readString(folder.resolve("real.csv"))).startsWith("name,flux,n\n");
    }

    @Test
    void namesWhatItCannotWriteTo() throws Exception {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> save(Samples.table(), "no/x.vot"))
                .withMessage("cannot write '" + folder.resolve("no/x.vot") + "': there is no folder '"
                        + folder.resolve("no") + "'");
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> save(Samples.table(), ""))
                .withMessageContaining("it is a folder");
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> save(Samples.table(), "x.json"))
                .withMessageContaining("no ending of a known format")
                .withMessageContaining("votable");
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> save(Samples.table(), "x.parquet"))
                .withMessage("cannot write '" + folder.resolve("x.parquet") + "': " + TableSaver.PARQUET);
        assertThat(files()).isEmpty();
    }

    @Test
    void offersOnlyFormatsThatWork() throws Exception {
        assertThat(provider.inputFormats())
                .contains("votable", "fits", "csv", "tsv")
                .doesNotContain("parquet");
        assertThat(provider.outputFormats()).contains("votable", "fits", "csv", "tsv", "html");
        for (String format : provider.outputFormats()) {
            if (format.equals("fits-healpix")) {
                continue; // wants a table of HEALPix pixels
            }
            provider.save(Samples.table(), folder.resolve("x"), format, new NullProgressMonitor());
            assertThat(folder.resolve("x")).isNotEmptyFile();
        }
    }

    /** Before anything is read or written. */
    @Test
    void saysWhichFormatItWouldBe() throws Exception {
        Path nowhere = folder.resolve("nofolder/x");
        assertThat(provider.outputFormat(Path.of(nowhere + ".vot"), "")).isEqualTo("votable");
        assertThat(provider.outputFormat(Path.of(nowhere + ".tsv"), "")).isEqualTo("tsv");
        assertThat(provider.outputFormat(Path.of(nowhere + ".tab"), "")).isEqualTo("tsv");
        assertThat(provider.outputFormat(Path.of(nowhere + ".fits"), "CSV")).isEqualTo("csv");
        for (String format : provider.outputFormats()) {
            assertThat(provider.outputFormat(nowhere, format)).isEqualTo(format);
        }
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> provider.outputFormat(Path.of(nowhere + ".xyz"), ""))
                .withMessageContaining("no ending of a known format");
        for (String format : provider.inputFormats()) {
            assertThat(provider.inputFormat(format)).isEqualTo(format);
        }
        assertThat(provider.inputFormat("")).isEmpty();
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> provider.inputFormat("cvs"))
                .withMessageContaining("there is no format 'cvs'; known: ");
    }

    @Property(tries = 200)
    void anyValueSurvivesAVotable(@ForAll("texts") String text, @ForAll double number, @ForAll int whole)
            throws Exception {
        RowListStarTable table = new RowListStarTable(new ColumnInfo[] {
            new ColumnInfo("t", String.class, null),
            new ColumnInfo("d", Double.class, null),
            new ColumnInfo("i", Integer.class, null)
        });
        table.addRow(new Object[] {"x" + text + "x", number, whole});
        Path file = Files.createTempFile("any", ".vot");
        try {
            provider.save(table, file, "", new NullProgressMonitor());
            StarTable back = provider.open(file, "", new NullProgressMonitor());
            assertThat(back.getRow(0)).containsExactly("x" + text + "x", number, whole);
        } finally {
            Files.delete(file);
        }
    }

    /** Texts that XML can hold. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withCharRange(' ', '~')
                .withCharRange('\u00a0', '\u2fff')
                .ofMaxLength(30);
    }
}
