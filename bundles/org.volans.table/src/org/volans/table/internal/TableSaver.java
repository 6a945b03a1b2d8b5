package org.volans.table.internal;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.volans.api.InputException;
import org.volans.api.io.WholeFile;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.StarTableOutput;
import uk.ac.starlink.table.StarTableWriter;
import uk.ac.starlink.table.TableFormatException;
import uk.ac.starlink.table.formats.CsvTableWriter;
import uk.ac.starlink.votable.DataFormat;
import uk.ac.starlink.votable.VOTableVersion;
import uk.ac.starlink.votable.VOTableWriter;

/** Writes tables in the formats of the library. */
final class TableSaver {

    /** Names of the formats: the library's, without Parquet (see {@link #PARQUET}), and plain tab-separated values. */
    static List<String> formats() {
        return Stream.concat(new StarTableOutput().getKnownFormats().stream(), Stream.of("tsv"))
                .map(f -> f.toLowerCase(Locale.ROOT))
                .filter(f -> !f.equals("parquet") && !f.equals("jdbc"))
                .toList();
    }

    /** The library's Parquet needs Hadoop, which Volans does not bring. */
    static final String PARQUET = "Parquet is not supported here; use VOTable (.vot) or FITS (.fits) instead";

    void save(StarTable table, Path file, String format, IProgressMonitor monitor) throws InputException {
        if (Files.isDirectory(file)) {
            // said before its name is searched for a format
            throw new InputException("cannot write '" + file + "': it is a folder");
        }
        StarTableWriter writer = writer(file, format);
        try {
            WholeFile.write(file, out -> write(table, file, writer, new Cancellable(out, monitor)));
        } catch (OperationCanceledException e) {
            throw e;
        } catch (RuntimeException e) {
            // some formats cannot hold every kind of column and say so this way
            throw new InputException(
                    "cannot write '" + file + "' as " + writer.getFormatName() + ": " + Faults.words(e), e);
        }
    }

    /** Writes to a stream; apart, so that a full disk can be played. */
    static void write(StarTable table, Path file, StarTableWriter writer, OutputStream out) throws IOException {
        if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".gz")) {
            writer.writeStarTable(table, out);
            out.flush();
            return;
        }
        GZIPOutputStream zip = new GZIPOutputStream(out, 1 << 16);
        writer.writeStarTable(table, zip);
        zip.finish();
    }

    static StarTableWriter writer(Path file, String format) throws InputException {
        String name = String.valueOf(file.getFileName());
        String extension = Beginning.extension(name);
        String wanted = format.isBlank() ? extension : format.strip().toLowerCase(Locale.ROOT);
        switch (wanted) {
            case "votable", "vot", "xml":
                return new VOTableWriter(DataFormat.TABLEDATA, true, VOTableVersion.V14);
            case "tsv", "tab":
                CsvTableWriter tsv = new CsvTableWriter();
                tsv.setDelimiter('\t');
                return tsv;
            case "parquet":
                throw new InputException("cannot write '" + file + "': " + PARQUET);
            default:
                return other(file, format, "x." + extension);
        }
    }

    private static StarTableWriter other(Path file, String format, String name) throws InputException {
        try {
            StarTableOutput output = new StarTableOutput();
            return format.isBlank()
                    ? output.getHandler(StarTableOutput.AUTO_HANDLER, name)
                    : output.getHandler(format.strip());
        } catch (TableFormatException | LinkageError e) {
            String which = format.isBlank() ? "its name has no ending of a known format" : "no format '" + format + "'";
            throw new InputException(
                    "cannot write '" + file + "': " + which + "; known: " + String.join(", ", formats()), e);
        }
    }

    /** Stops when the monitor is cancelled. */
    private static final class Cancellable extends FilterOutputStream {

        private final IProgressMonitor monitor;

        Cancellable(OutputStream out, IProgressMonitor monitor) {
            super(out);
            this.monitor = monitor;
        }

        @Override
        public void write(int b) throws IOException {
            check();
            out.write(b);
        }

        @Override
        @NonNullByDefault({})
        public void write(byte[] bytes, int offset, int length) throws IOException {
            check();
            out.write(bytes, offset, length);
        }

        private void check() {
            if (monitor.isCanceled()) {
                throw new OperationCanceledException();
            }
        }
    }
}
