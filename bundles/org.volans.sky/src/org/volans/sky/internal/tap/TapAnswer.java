package org.volans.sky.internal.tap;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import uk.ac.starlink.fits.FitsTableWriter;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.formats.CsvTableWriter;
import uk.ac.starlink.table.formats.TextTableWriter;

/**
 * A query's result in the form that was asked for.
 *
 * @param votable the result with everything around it
 * @param format  to write it in
 */
record TapAnswer(ResultVotable votable, ResultFormat format) {

    String mediaType() {
        return format.mediaType();
    }

    /** Writes it; the stream stays open. */
    void write(OutputStream out) throws IOException {
        StarTable table = votable.table();
        switch (format) {
            case VOTABLE, BINARY2 -> votable.write(out, format == ResultFormat.BINARY2);
            case CSV -> new CsvTableWriter(true).writeStarTable(table, out);
            case TSV -> {
                CsvTableWriter writer = new CsvTableWriter(true);
                writer.setDelimiter('\t');
                writer.writeStarTable(table, out);
            }
            case FITS -> new FitsTableWriter().writeStarTable(table, out);
            case TEXT -> new TextTableWriter().writeStarTable(table, out);
        }
    }

    /** Writes it to a file. */
    void write(Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            write(out);
        }
    }
}
