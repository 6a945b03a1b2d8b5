package org.volans.table.ui.internal.received;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.volans.api.InputException;
import org.volans.api.io.WholeFile;
import org.volans.api.table.SharedTable;

/**
 * How a table that another program sent is stored: its file as it is, under the ending that says what it is, or, where no
 * ending does, written anew as a VOTable.
 *
 * @param extension of the new file
 * @param copied    the file to copy; empty when the table is to be written
 */
record StoredForm(String extension, Optional<Path> copied) {

    /** Endings that open in the table editor; a file that was fetched is called anything. */
    private static final Pattern ENDING =
            Pattern.compile("\\.((vot|votable|fits|fit|fts|csv|tsv|ecsv|parquet|parq|feather|fea)(\\.gz)?)$");

    private static final String FITS = "SIMPLE  =";
    private static final String GZIP = "\u001f\u008b";
    private static final String BZIP2 = "BZh";
    private static final String COMPRESS = "\u001f\u009d";
    private static final String VOTABLE = "vot";

    /** @throws InputException when its file cannot be read any more */
    static StoredForm of(SharedTable table) throws InputException {
        return table.file().isPresent()
                ? of(table.file().get(), table.document().isPresent())
                : written();
    }

    private static StoredForm written() {
        return new StoredForm(VOTABLE, Optional.empty());
    }

    private static StoredForm of(Path file, boolean votable) throws InputException {
        Matcher ending = ENDING.matcher(String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT));
        boolean named = ending.find();
        boolean gzipped = named && ending.group(3) != null;
        String kind = named ? ending.group(2) : "";
        String beginning = beginning(file);
        if (beginning.startsWith(GZIP)) {
            // of one that is compressed the name must say what is in it
            return gzipped && kind.startsWith(VOTABLE) == votable ? copy(file, ending.group(1)) : written();
        }
        if (beginning.startsWith(BZIP2) || beginning.startsWith(COMPRESS)) {
            return written();
        }
        if (votable) {
            return copy(file, VOTABLE);
        }
        if (beginning.equals(FITS)) {
            return copy(file, "fits");
        }
        return named && !gzipped && !kind.matches("vot.*|fi?ts?") ? copy(file, kind) : written();
    }

    private static StoredForm copy(Path file, String extension) {
        return new StoredForm(extension, Optional.of(file));
    }

    private static String beginning(Path file) throws InputException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(FITS.length()), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new InputException("'" + file + "' cannot be read: " + WholeFile.reason(e), e);
        }
    }
}
