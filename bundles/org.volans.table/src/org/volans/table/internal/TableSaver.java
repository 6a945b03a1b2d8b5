package org.volans.table.internal;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.volans.api.InputException;
import org.volans.api.io.WholeFile;
import org.volans.api.table.TableFormat;
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

    /** The library's Parquet needs Hadoop, which Volans does not bring: the format comes from another bundle, or not. */
    static final String PARQUET = "Parquet is not supported here; use VOTable (.vot) or FITS (.fits) instead";

    private static final Set<String> OWN_ENDINGS =
            Set.of("vot", "votable", "xml", "fits", "fit", "fts", "csv", "tsv", "ecsv");

    private final Supplier<List<TableFormat>> added;

    /** @param added formats that others bring */
    TableSaver(Supplier<List<TableFormat>> added) {
        this.added = added;
    }

    /** Names of the formats: the library's without its Parquet, plain tab-separated values, and what others bring. */
    List<String> formats() {
        return Stream.concat(
                        library().stream(),
                        added.get().stream().filter(TableFormat::writable).map(TableFormat::name))
                .toList();
    }

    private static List<String> library() {
        return Stream.concat(new StarTableOutput().getKnownFormats().stream(), Stream.of("tsv"))
                .map(f -> f.toLowerCase(Locale.ROOT))
                .filter(f -> !f.equals("parquet") && !f.equals("jdbc"))
                .toList();
    }

    /** The name of the format that would be written. */
    String format(Path file, String format) throws InputException {
        Optional<TableFormat> other = added(file, format);
        if (other.isPresent()) {
            return other.get().name();
        }
        String wanted = wanted(file, format);
        // one writer serves several formats
        return library().contains(wanted)
                ? wanted
                : writer(file, format).getFormatName().toLowerCase(Locale.ROOT);
    }

    private static String wanted(Path file, String format) {
        String wanted = format.isBlank()
                ? Beginning.extension(String.valueOf(file.getFileName()))
                : format.strip().toLowerCase(Locale.ROOT);
        return wanted.equals("tab") ? "tsv" : wanted;
    }

    void save(StarTable table, Path file, String format, IProgressMonitor monitor) throws InputException {
        if (Files.isDirectory(file)) {
            // said before its name is searched for a format
            throw new InputException("cannot write '" + file + "': it is a folder");
        }
        SubMonitor progress = SubMonitor.convert(monitor, "Writing " + file.getFileName(), WatchedTable.WORK);
        StarTable watched = new WatchedTable(table, progress);
        Optional<TableFormat> other = added(file, format);
        if (other.isPresent()) {
            save(watched, file, other.get(), progress);
        } else {
            save(watched, file, writer(file, format), progress);
        }
    }

    private static void save(StarTable table, Path file, StarTableWriter writer, IProgressMonitor monitor)
            throws InputException {
        try {
            WholeFile.write(file, out -> write(table, file, writer, new Cancellable(out, monitor)));
        } catch (OperationCanceledException e) {
            throw e;
        } catch (RuntimeException | InternalError e) {
            // some formats cannot hold every kind of column and say so this way; a mapped file may have become shorter
            throw new InputException(
                    "cannot write '" + file + "' as " + writer.getFormatName() + ": " + Faults.words(e), e);
        }
    }

    private Optional<TableFormat> added(Path file, String format) {
        String wanted = format.strip().toLowerCase(Locale.ROOT);
        String ending = Beginning.extension(String.valueOf(file.getFileName()));
        if (wanted.isEmpty()
                ? OWN_ENDINGS.contains(ending)
                : wanted.startsWith("votable") || wanted.startsWith("fits")) {
            // nobody else need be started and asked
            return Optional.empty();
        }
        return added.get().stream()
                .filter(TableFormat::writable)
                .filter(f -> wanted.isEmpty()
                        ? f.endings().contains(ending)
                        : f.name().equals(wanted))
                .findFirst();
    }

    /** These write files, not streams. */
    private static void save(StarTable table, Path file, TableFormat format, IProgressMonitor monitor)
            throws InputException {
        try (WholeFile whole = WholeFile.begin(file)) {
            format.write(table, whole.part(), monitor);
            whole.keep();
        } catch (InternalError e) {
            // a mapped file may have become shorter
            throw new InputException("cannot write '" + file + "': " + Faults.words(e), e);
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
        switch (wanted(file, format)) {
            case "votable", "vot", "xml":
                return new VOTableWriter(DataFormat.TABLEDATA, true, VOTableVersion.V14);
            case "tsv":
                CsvTableWriter tsv = new CsvTableWriter();
                tsv.setDelimiter('\t');
                return tsv;
            case "parquet":
                throw new InputException("cannot write '" + file + "': " + PARQUET);
            default:
                return other(file, format, "x." + wanted(file, ""));
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
                    "cannot write '" + file + "': " + which + "; known: " + String.join(", ", library()), e);
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
