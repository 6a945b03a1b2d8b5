package org.volans.table.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.volans.api.InputException;
import org.volans.api.ProtocolException;
import org.volans.api.table.TableFile;
import org.volans.api.table.TableFormat;
import org.volans.api.table.VotableDocument;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.StoragePolicy;
import uk.ac.starlink.util.FileDataSource;

/** Opens table files: by content, then by name, then, for text without a telling name, by its separators. */
final class TableOpener {

    private final StoragePolicy policy;
    private final VotableReader votables;
    private final Supplier<List<TableFormat>> formats;

    /** @param formats those that others bring */
    TableOpener(StoragePolicy policy, VotableReader votables, Supplier<List<TableFormat>> formats) {
        this.policy = policy;
        this.votables = votables;
        this.formats = formats;
    }

    /** One table of a file. */
    StarTable open(Path path, String format, IProgressMonitor monitor) throws InputException {
        TableAddress address = TableAddress.of(path);
        return choose(
                read(address.file(), format, !address.part().isEmpty(), monitor).tables(), address);
    }

    /** All tables of a file. */
    TableFile openFile(Path file, String format, IProgressMonitor monitor) throws InputException {
        return read(file, format, true, monitor);
    }

    private TableFile read(Path file, String format, boolean all, IProgressMonitor monitor) throws InputException {
        check(file);
        SubMonitor progress = SubMonitor.convert(monitor, "Reading " + file.getFileName(), CancellableFile.WORK);
        try {
            CancellableFile source = new CancellableFile(file, progress);
            Beginning beginning = beginning(source);
            refuse(file, beginning);
            Optional<TableFormat> added = added(format, file, beginning);
            TableFile read;
            if (added.isPresent()) {
                StarTable table = added.get().read(file, progress);
                read = new TableFile(added.get().name(), List.of(table), Optional.empty());
            } else if (beginning.kind() == Beginning.Kind.VOTABLE || "votable".equalsIgnoreCase(format.strip())) {
                read = votable(source, file, progress);
            } else {
                read = new LibraryReading(policy, source, file, beginning, all).read(format);
            }
            name(read.tables(), String.valueOf(file.getFileName()));
            return read;
        } catch (IOException e) {
            throw new InputException("cannot read '" + file + "': " + Faults.words(e), e);
        }
    }

    /** The name of the format that a user's word means; empty for none. */
    String format(String typed) throws InputException {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        boolean own = wanted.isEmpty() || InputFormats.names().contains(wanted);
        if (own || formats.get().stream().anyMatch(f -> f.name().equals(wanted))) {
            return wanted;
        }
        if (wanted.startsWith("parquet")) {
            throw new InputException(TableSaver.PARQUET);
        }
        return InputFormats.named(typed)
                .orElseThrow(() -> new InputException(
                        "there is no format '" + typed + "'; known: " + String.join(", ", InputFormats.names())))
                .getFormatName();
    }

    private static void name(List<StarTable> tables, String file) {
        for (int i = 0; i < tables.size(); i++) {
            StarTable table = tables.get(i);
            // the library calls nameless tables of a document #1, #2…
            String name = table.getName() == null ? "" : table.getName();
            if (name.isBlank() || name.startsWith("#")) {
                table.setName(tables.size() == 1 ? file : file + "#" + (i + 1));
            }
        }
    }

    private static void check(Path file) throws InputException {
        if (!Files.exists(file)) {
            throw new InputException("'" + file + "' does not exist");
        }
        if (Files.isDirectory(file)) {
            throw new InputException("'" + file + "' is a folder, not a table");
        }
        if (!Files.isReadable(file)) {
            throw new InputException("'" + file + "' cannot be read: no permission");
        }
    }

    private Optional<TableFormat> added(String format, Path file, Beginning beginning) throws InputException {
        String wanted = format.strip().toLowerCase(Locale.ROOT);
        if (own(wanted, file, beginning)) {
            return Optional.empty();
        }
        Optional<TableFormat> added = formats.get().stream()
                .filter(f -> wanted.isEmpty()
                        ? f.recognises(beginning.bytes())
                        : f.name().equals(wanted))
                .findFirst();
        if (added.isEmpty() && beginning.kind() == Beginning.Kind.PARQUET) {
            throw new InputException("'" + file + "' is a Parquet file: " + TableSaver.PARQUET);
        }
        if (added.isEmpty() && wanted.startsWith("parquet")) {
            throw new InputException("cannot read '" + file + "': " + TableSaver.PARQUET);
        }
        return added;
    }

    /** Whether the library's own readers are meant, so that nobody else need be started and asked. */
    private static boolean own(String wanted, Path file, Beginning beginning) {
        if (!wanted.isEmpty()) {
            return InputFormats.names().contains(wanted);
        }
        return switch (beginning.kind()) {
            case VOTABLE, FITS -> true;
            case TEXT ->
                InputFormats.byName(String.valueOf(file.getFileName()), beginning.text())
                        .isPresent();
            default -> false;
        };
    }

    /** The first bytes, decompressed; the library's own buffer for them is too small and cannot be made larger. */
    private static Beginning beginning(FileDataSource source) throws IOException {
        try (InputStream in = source.getInputStream()) {
            return Beginning.of(in.readNBytes(Beginning.LENGTH));
        }
    }

    private static void refuse(Path file, Beginning beginning) throws InputException {
        switch (beginning.kind()) {
            case EMPTY -> throw new InputException("'" + file + "' is empty, not a table");
            case HTML -> throw new InputException("'" + file + "' is " + beginning.words() + ", not a table");
            default -> {
                // perhaps a table
            }
        }
    }

    private TableFile votable(FileDataSource source, Path file, IProgressMonitor monitor)
            throws InputException, IOException {
        try (InputStream in = new BufferedInputStream(source.getInputStream())) {
            VotableDocument document =
                    votables.read(in, "'" + file + "'", VotableFilter.hrefsIn(file.toUri()), monitor);
            if (document.tables().isEmpty()) {
                Optional<String> error = document.error();
                throw new InputException("'" + file + "' is a VOTable without a table"
                        + error.map(e -> "; it says: " + Beginning.line(e)).orElse(""));
            }
            return new TableFile("votable", document.tables(), Optional.of(document));
        } catch (ProtocolException e) {
            throw new InputException(e.getMessage(), e);
        }
    }

    private static StarTable choose(List<StarTable> tables, TableAddress address) throws InputException {
        String part = address.part();
        if (part.isEmpty()) {
            return tables.get(0);
        }
        if (part.matches("[0-9]{1,6}")) {
            int number = Integer.parseInt(part);
            if (number >= 1 && number <= tables.size()) {
                return tables.get(number - 1);
            }
        }
        for (StarTable table : tables) {
            if (part.equalsIgnoreCase(table.getName())) {
                return table;
            }
        }
        throw new InputException("'" + address.file() + "' has "
                + (tables.size() == 1 ? "one table" : tables.size() + " tables") + "; there is no #" + part);
    }
}
