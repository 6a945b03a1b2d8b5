package org.volans.table.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.volans.api.InputException;
import uk.ac.starlink.table.RowListStarTable;
import uk.ac.starlink.table.StarTable;

class TableOpenerTest {

    @TempDir
    Path folder = Path.of("");

    private final TableProvider provider = new TableProvider();

    private StarTable open(String name) throws InputException {
        return provider.open(folder.resolve(name), "", new NullProgressMonitor());
    }

    private void fails(String name, String message) {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> open(name))
                .withMessage(message.replace("%", folder.resolve(name).toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.vot",
                "a.fits",
                "a.colfits",
                "a.csv",
                "a.ecsv",
                "a.tsv",
                "a.tbl",
                "a.txt",
                "a.tst",
                "a.vot.gz",
                "a.csv.gz"
            })
    void readsBackWhatItWrites(String name) throws Exception {
        provider.save(Samples.table(), folder.resolve(name), "", new NullProgressMonitor());
        StarTable table = open(name);
        assertThat(table.isRandom()).isTrue();
        assertThat(table.getRowCount()).isEqualTo(3);
        assertThat(table.getColumnCount()).isEqualTo(3);
        assertThat(table.getCell(0, 0)).isEqualTo("A & <B>");
        assertThat(((Number) table.getCell(0, 1)).doubleValue()).isEqualTo(1.25);
        assertThat(((Number) table.getCell(2, 2)).longValue()).isEqualTo(9_007_199_254_740_993L);
    }

    @ParameterizedTest
    @CsvSource({
        "a.vot,votable.dat",
        "a.fits,fits.txt",
        "a.ecsv,ecsv.csv",
        "a.csv,noending",
        "a.tsv,tabs.txt",
        "a.tbl,ipac.txt"
    })
    void looksAtTheContentBeforeTheName(String written, String renamed) throws Exception {
        provider.save(Samples.table(), folder.resolve(written), "", new NullProgressMonitor());
        Files.move(folder.resolve(written), folder.resolve(renamed));
        assertThat(open(renamed).getCell(2, 0)).isEqualTo("C");
    }

    @ParameterizedTest
    @ValueSource(strings = {"big.vot", "big.fits", "big.csv", "big.vot.gz"})
    void readsFilesLargerThanItsLookAtTheBeginning(String name) throws Exception {
        RowListStarTable big = Samples.table();
        for (int i = 0; i < 20_000; i++) {
            big.addRow(new Object[] {"row " + i, i / 8.0, (long) i});
        }
        provider.save(big, folder.resolve(name), "", new NullProgressMonitor());
        StarTable table = open(name);
        assertThat(table.getRowCount()).isEqualTo(20_003);
        assertThat(table.getCell(20_002, 0)).isEqualTo("row 19999");
    }

    @Test
    void takesAFormatThatIsNamed() throws Exception {
        Files.writeString(folder.resolve("x.dat"), "a,b\n1,2\n");
        assertThat(provider.open(folder.resolve("x.dat"), "csv", new NullProgressMonitor())
                        .getRowCount())
                .isEqualTo(1);
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> provider.open(folder.resolve("x.dat"), "excel", new NullProgressMonitor()))
                .withMessageContaining("no format 'excel'")
                .withMessageContaining("votable");
    }

    @Test
    void choosesATableByNumberOrName() throws Exception {
        String second =
                Samples.TABLE.replace("name='t'", "name='second'").replace("<TR><TD>a</TD><TD>1.5</TD></TR>", "");
        Files.writeString(
                folder.resolve("two.vot"),
                Samples.HEAD + Samples.RESULTS + Samples.TABLE + second + "</RESOURCE></VOTABLE>");
        assertThat(open("two.vot").getRowCount()).isEqualTo(2);
        assertThat(open("two.vot#1").getRowCount()).isEqualTo(2);
        assertThat(open("two.vot#2").getRowCount()).isEqualTo(1);
        assertThat(open("two.vot#Second").getRowCount()).isEqualTo(1);
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> open("two.vot#3"))
                .withMessage("'" + folder.resolve("two.vot") + "' has 2 tables; there is no #3");
        Files.copy(folder.resolve("two.vot"), folder.resolve("odd#2"));
        assertThat(open("odd#2").getRowCount()).isEqualTo(2);
    }

    @Test
    void stopsWhenCancelled() throws Exception {
        NullProgressMonitor monitor = new NullProgressMonitor();
        provider.save(Samples.table(), folder.resolve("a.csv"), "", monitor);
        monitor.setCanceled(true);
        assertThatExceptionOfType(OperationCanceledException.class)
                .isThrownBy(() -> provider.open(folder.resolve("a.csv"), "", monitor));
    }

    @Test
    void saysInOneLineWhatIsWrongWithAFile() throws Exception {
        fails("missing.vot", "'%' does not exist");
        Files.createDirectory(folder.resolve("sub"));
        fails("sub", "'%' is a folder, not a table");
        Files.writeString(folder.resolve("empty.csv"), "");
        fails("empty.csv", "'%' is empty, not a table");
        Files.writeString(folder.resolve("page.vot"), "<html><head><title>404</title></head></html>");
        fails("page.vot", "'%' is an HTML page ('404'), not a table");
        Files.writeString(folder.resolve("job.xml"), "<?xml version='1.0'?><job/>");
        fails("job.xml", "'%' is XML (<job>), not a VOTable; not a table in a known format");
        Files.writeString(folder.resolve("prose"), "hello world");
        fails("prose", "'%' is text that begins 'hello world'; not a table in a known format");
        Files.write(folder.resolve("noise"), new byte[] {1, 2, 3, 0, 5, 6});
        fails("noise", "'%' is binary data of an unknown kind; not a table in a known format");
        Files.writeString(folder.resolve("a.parquet"), "PAR1....PAR1");
        fails("a.parquet", "'%' is a Parquet file: " + TableSaver.PARQUET);
        Files.writeString(folder.resolve("ragged.csv"), "a,b\n1,2\n3,4,5\n");
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> open("ragged.csv"))
                .withMessageContaining("ragged.csv' is not a table in the format CSV")
                .withMessageContaining("row 2");
    }

    @Test
    void saysSoWhenAVotableHoldsAnErrorOrIsCutOff() throws Exception {
        Files.writeString(
                folder.resolve("error.vot"),
                Samples.HEAD
                        + "<RESOURCE><INFO name='QUERY_STATUS' value='ERROR'>no such column</INFO></RESOURCE></VOTABLE>");
        fails("error.vot", "'%' is a VOTable without a table; it says: no such column");
        Files.writeString(folder.resolve("cut.vot"), Samples.WHOLE.substring(0, Samples.WHOLE.indexOf("<TR><TD>b")));
        fails("cut.vot", "'%': the VOTable ended early after 1 rows");
    }

    @Test
    void saysSoWhenFitsHoldsNoTableOrIsCutOff() throws Exception {
        StringBuilder header = new StringBuilder();
        for (String card : new String[] {
            "SIMPLE  =                    T", "BITPIX  =                    8", "NAXIS   =                    0", "END"
        }) {
            header.append(String.format("%-80s", card));
        }
        Files.writeString(folder.resolve("image.fits"), String.format("%-2880s", header));
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> open("image.fits"))
                .withMessageEndingWith("image.fits' is a FITS file without a table");
        Files.writeString(folder.resolve("words.fits"), "hello world\n".repeat(9));
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> open("words.fits"))
                .withMessageContaining("words.fits' is text that begins 'hello world hello");
        provider.save(Samples.table(), folder.resolve("whole.fits"), "", new NullProgressMonitor());
        byte[] bytes = Files.readAllBytes(folder.resolve("whole.fits"));
        Files.write(folder.resolve("cut.fits"), java.util.Arrays.copyOf(bytes, bytes.length - 2880 - 100));
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> open("cut.fits"))
                .withMessageEndingWith("cut.fits': it is cut short or damaged; fetch it again");
    }

    @Test
    void readsTheSeparatorsThatProgramsWriteIntoCsv() throws Exception {
        for (String separator : new String[] {",", ";", "\t", "|"}) {
            Files.writeString(folder.resolve("s.csv"), "a,b,c\n1,x,2.5\n2,\"y\",3\n".replace(",", separator));
            StarTable table = open("s.csv");
            assertThat(table.getColumnCount())
                    .as("columns with '%s'", separator)
                    .isEqualTo(3);
            assertThat(table.getCell(1, 1)).isEqualTo("y");
            assertThat(table.getCell(0, 2)).isEqualTo(2.5f);
        }
    }

    @Test
    void takesTheFirstLineOfTextForNames() throws Exception {
        Files.writeString(folder.resolve("t.csv"), "name,type\nM 31,galaxy\nM 13,cluster\n");
        StarTable table = open("t.csv");
        assertThat(table.getRowCount()).isEqualTo(2);
        assertThat(table.getColumnInfo(1).getName()).isEqualTo("type");
        Files.writeString(folder.resolve("n.csv"), "16:01:56,+46:46:05\n16:02:56,+46:40:05\n");
        assertThat(open("n.csv").getRowCount()).isEqualTo(2);
    }

    @Test
    void readsCsvWithoutRows() throws Exception {
        Files.writeString(folder.resolve("none.csv"), "ra,dec\n");
        StarTable table = open("none.csv");
        assertThat(table.getRowCount()).isZero();
        assertThat(table.getColumnInfo(1).getName()).isEqualTo("dec");
    }

    @Test
    void saysWhatIsWrongInABinaryStream() throws Exception {
        Files.writeString(
                folder.resolve("b.vot"),
                Samples.HEAD
                        + "<RESOURCE><TABLE><FIELD name='x' datatype='int'/><DATA><BINARY><STREAM encoding='base64'>"
                        + "AAAAAQ!!!!AAAA/////w==</STREAM></BINARY></DATA></TABLE></RESOURCE></VOTABLE>");
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> open("b.vot"))
                .withMessageContaining("base64")
                .withMessageNotContaining("overwrite");
    }

    @Test
    void readsDataBesideALocalDocumentButNotElsewhere() throws Exception {
        Files.createDirectories(folder.resolve("in"));
        String doc = Samples.HEAD + "<RESOURCE><TABLE><FIELD name='x' datatype='int'/><DATA><BINARY>"
                + "<STREAM href='%s'/></BINARY></DATA></TABLE></RESOURCE></VOTABLE>";
        Files.write(folder.resolve("in/x.bin"), new byte[] {0, 0, 0, 5, 0, 0, 0, 6});
        Files.write(folder.resolve("x.bin"), new byte[] {0, 0, 0, 7});
        Files.writeString(folder.resolve("in/good.vot"), doc.formatted("x.bin"));
        Files.writeString(folder.resolve("in/bad.vot"), doc.formatted("../x.bin"));
        StarTable table = open("in/good.vot");
        assertThat(table.getRowCount()).isEqualTo(2);
        assertThat(table.getCell(1, 0)).isEqualTo(6);
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> open("in/bad.vot"))
                .withMessageContaining("'../x.bin'");
    }
}
