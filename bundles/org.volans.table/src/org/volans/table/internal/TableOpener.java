package org.volans.table.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.volans.api.InputException;
import org.volans.api.ProtocolException;
import org.volans.api.table.VotableDocument;
import uk.ac.starlink.table.MultiTableBuilder;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.StoragePolicy;
import uk.ac.starlink.table.TableBuilder;
import uk.ac.starlink.table.TableFormatException;
import uk.ac.starlink.table.TableSequence;
import uk.ac.starlink.util.FileDataSource;

/** Opens table files: by content, then by name, then, for text without a telling name, by its separators. */
final class TableOpener {

    private final StoragePolicy policy;
    private final VotableReader votables;

    TableOpener(StoragePolicy policy, VotableReader votables) {
        this.policy = policy;
        this.votables = votables;
    }

    StarTable open(Path path, String format, IProgressMonitor monitor) throws InputException {
        TableAddress address = TableAddress.of(path);
        Path file = address.file();
        try {
            FileDataSource source = source(file, monitor);
            Beginning beginning = beginning(source);
            refuse(file, format, beginning);
            StarTable table = beginning.kind() == Beginning.Kind.VOTABLE || "votable".equalsIgnoreCase(format.strip())
                    ? votable(source, address, monitor)
                    : other(source, address, format, beginning);
            if (table.getName() == null || table.getName().isBlank()) {
                table.setName(String.valueOf(file.getFileName()));
            }
            return table;
        } catch (IOException e) {
            throw new InputException("cannot read '" + file + "': " + Faults.words(e), e);
        }
    }

    private static FileDataSource source(Path file, IProgressMonitor monitor) throws InputException, IOException {
        if (!Files.exists(file)) {
            throw new InputException("'" + file + "' does not exist");
        }
        if (Files.isDirectory(file)) {
            throw new InputException("'" + file + "' is a folder, not a table");
        }
        if (!Files.isReadable(file)) {
            throw new InputException("'" + file + "' cannot be read: no permission");
        }
        return new CancellableFile(file, monitor);
    }

    /** The first bytes, decompressed; the library's own buffer for them is too small and cannot be made larger. */
    private static Beginning beginning(FileDataSource source) throws IOException {
        try (InputStream in = source.getInputStream()) {
            return Beginning.of(in.readNBytes(Beginning.LENGTH));
        }
    }

    private static void refuse(Path file, String format, Beginning beginning) throws InputException {
        switch (beginning.kind()) {
            case EMPTY -> throw new InputException("'" + file + "' is empty, not a table");
            case HTML -> throw new InputException("'" + file + "' is " + beginning.words() + ", not a table");
            case PARQUET -> throw new InputException("'" + file + "' is a Parquet file: " + TableSaver.PARQUET);
            default -> {
                if (format.strip().toLowerCase(java.util.Locale.ROOT).startsWith("parquet")) {
                    throw new InputException("cannot read '" + file + "': " + TableSaver.PARQUET);
                }
            }
        }
    }

    private StarTable votable(FileDataSource source, TableAddress address, IProgressMonitor monitor)
            throws InputException, IOException {
        Path file = address.file();
        try (InputStream in = new BufferedInputStream(source.getInputStream())) {
            VotableDocument document =
                    votables.read(in, "'" + file + "'", VotableFilter.hrefsIn(file.toUri()), monitor);
            if (document.tables().isEmpty()) {
                Optional<String> error = document.error();
                throw new InputException("'" + file + "' is a VOTable without a table"
                        + error.map(e -> "; it says: " + Beginning.line(e)).orElse(""));
            }
            return choose(document.tables(), address);
        } catch (ProtocolException e) {
            throw new InputException(e.getMessage(), e);
        }
    }

    private StarTable other(FileDataSource source, TableAddress address, String format, Beginning beginning)
            throws InputException, IOException {
        Path file = address.file();
        if (!format.isBlank()) {
            TableBuilder builder = InputFormats.named(format)
                    .orElseThrow(() -> new InputException("no format '" + format + "' for '" + file + "'; known: "
                            + String.join(", ", InputFormats.names())));
            return choose(read(builder, source, address), address);
        }
        for (TableBuilder builder : InputFormats.byContent()) {
            try {
                return choose(load(builder, source, address), address);
            } catch (TableFormatException e) {
                continue; // the library's way of saying that the content is of another format
            }
        }
        Optional<TableBuilder> named = InputFormats.byName(String.valueOf(file.getFileName()));
        if (named.isPresent() && beginning.kind() != Beginning.Kind.OTHER_XML) {
            return choose(read(named.get(), source, address), address);
        }
        return choose(guess(source, beginning, address), address);
    }

    /** Reads in a format that was named: what is wrong is then a fault of the file. */
    private List<StarTable> read(TableBuilder builder, FileDataSource source, TableAddress address)
            throws InputException, IOException {
        try {
            return load(builder, source, address);
        } catch (TableFormatException e) {
            throw new InputException(
                    "'" + address.file() + "' is not a table in the format " + builder.getFormatName() + ": "
                            + Faults.words(e),
                    e);
        }
    }

    private List<StarTable> guess(FileDataSource source, Beginning beginning, TableAddress address)
            throws InputException, IOException {
        InputException failure = new InputException("'" + address.file() + "' is "
                + (beginning.kind() == Beginning.Kind.FITS ? "a FITS file without a table" : beginning.words())
                + "; not a table in a known format");
        if (beginning.kind() != Beginning.Kind.TEXT) {
            throw failure;
        }
        try {
            List<StarTable> tables = load(InputFormats.bySeparator(beginning.text()), source, address);
            StarTable table = tables.get(0);
            if (plausible(table)) {
                return tables;
            }
        } catch (TableFormatException e) {
            failure.addSuppressed(e);
        }
        throw failure;
    }

    /** Any line of words can be read as a table; a real one has numbers or at least several rows of the same length. */
    private static boolean plausible(StarTable table) {
        boolean numbers = false;
        for (int i = 0; i < table.getColumnCount(); i++) {
            numbers |= Number.class.isAssignableFrom(table.getColumnInfo(i).getContentClass());
        }
        return table.getColumnCount() > 1 && table.getRowCount() > (numbers ? 0 : 1);
    }

    private List<StarTable> load(TableBuilder builder, FileDataSource source, TableAddress address) throws IOException {
        try {
            List<StarTable> tables = new ArrayList<>();
            if (builder instanceof MultiTableBuilder multi && !address.part().isEmpty()) {
                TableSequence sequence = multi.makeStarTables(source, policy);
                for (StarTable table = sequence.nextTable(); table != null; table = sequence.nextTable()) {
                    tables.add(policy.randomTable(table));
                }
            } else {
                tables.add(policy.randomTable(builder.makeStarTable(source, true, policy)));
            }
            if (tables.isEmpty()) {
                throw new TableFormatException("it holds no table");
            }
            return tables;
        } catch (LinkageError e) {
            throw new TableFormatException("Volans lacks what the library needs for it (" + e.getMessage() + ")", e);
        } catch (IllegalArgumentException | IndexOutOfBoundsException | NullPointerException | ArithmeticException e) {
            // parsers of damaged binary files trip in these ways
            throw new TableFormatException(Faults.words(e), e);
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
