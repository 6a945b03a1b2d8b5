package org.volans.table.ui.internal.received;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.volans.api.table.SharedTable;
import org.volans.api.table.VotableDocument;
import org.volans.table.ui.internal.rows.Columns;

@SuppressWarnings("null")
class StoredFormTest {

    private static final String CSV = "name,mag\nA,1\n";

    @TempDir
    private Path folder;

    private static SharedTable table(Optional<Path> file, boolean votable) {
        Optional<VotableDocument> document =
                votable ? Optional.of(new VotableDocument(List.of(), List.of(), List.of())) : Optional.empty();
        return new SharedTable(
                "t",
                Optional.empty(),
                "t",
                Columns.table(new Columns.Column("n", Integer.class, 1)),
                document,
                file,
                "");
    }

    @ParameterizedTest
    @CsvSource({
        // name of the file, how it begins, whether it was read as a VOTable, what it is stored as
        "objects.csv, 'name,mag', false, csv",
        "objects.CSV, 'name,mag', false, csv",
        "objects.ecsv, '# %ECSV', false, ecsv",
        "objects.parquet, PAR1, false, parquet",
        "objects.xml, <?xml?>, true, vot",
        "objects.csv, <?xml?>, true, vot",
        "t1.dat, <?xml?>, true, vot",
        "t1.dat, 'SIMPLE  =  T', false, fits",
        "objects.vot, 'SIMPLE  =  T', false, fits",
    })
    void endingSaysWhatTheFileIs(String name, String text, boolean votable, String extension) throws Exception {
        Path file = Files.writeString(folder.resolve(name), text);
        assertThat(StoredForm.of(table(Optional.of(file), votable)))
                .isEqualTo(new StoredForm(extension, Optional.of(file)));
    }

    @ParameterizedTest
    @CsvSource({"t1.dat, 'name,mag'", "objects.txt, a b", "objects.vot, 'name,mag'", "objects.csv.gz, 'name,mag'"})
    void withoutSuchAnEndingItIsWrittenAsVotable(String name, String text) throws Exception {
        Path file = Files.writeString(folder.resolve(name), text);
        assertThat(StoredForm.of(table(Optional.of(file), false))).isEqualTo(new StoredForm("vot", Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "objects.csv.gz, false, csv.gz",
        "objects.vot.gz, true, vot.gz",
        "objects.fits.gz, false, fits.gz",
        "objects.vot, true, ''",
        "t1.dat, true, ''",
        "objects.vot.gz, false, ''",
    })
    void compressedOneKeepsAnEndingThatIsTrue(String name, boolean votable, String extension) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(CSV.getBytes(StandardCharsets.UTF_8));
        }
        Path file = Files.write(folder.resolve(name), bytes.toByteArray());
        assertThat(StoredForm.of(table(Optional.of(file), votable)))
                .isEqualTo(
                        extension.isEmpty()
                                ? new StoredForm("vot", Optional.empty())
                                : new StoredForm(extension, Optional.of(file)));
    }

    @Test
    void tableWithoutFileIsWritten() throws Exception {
        assertThat(StoredForm.of(table(Optional.empty(), false))).isEqualTo(new StoredForm("vot", Optional.empty()));
    }
}
