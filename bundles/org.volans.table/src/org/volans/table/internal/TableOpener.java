package org.volans.table.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.volans.api.InputException;
import org.volans.api.ProtocolException;
import org.volans.api.table.TableFile;
import org.volans.api.table.TableFormat;
import org.volans.api.table.VotableDocument;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.EmptyStarTable;
import uk.ac.starlink.table.MultiTableBuilder;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.StoragePolicy;
import uk.ac.starlink.table.TableBuilder;
import uk.ac.starlink.table.TableFormatException;
import uk.ac.starlink.table.TableSequence;
import uk.ac.starlink.table.formats.CsvTableBuilder;
import uk.ac.starlink.util.ByteArrayDataSource;
import uk.ac.starlink.util.FileDataSource;

/** Opens table files: by content, then by name, then, for text without a telling name, by its separators. */
final class TableOpener {

    /** What can be the name of a column: letters first, no sentence. */
    private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{N}_. ()\\[\\]/*^+-]{0,39}");

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
                read = new Reading(source, file, beginning, all).read(format);
            }
            name(read.tables(), String.valueOf(file.getFileName()));
            return read;
        } catch (IOException e) {
            throw new InputException("cannot read '" + file + "': " + Faults.words(e), e);
        }
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

    /** Reads one file with the library's builders. */
    private final class Reading {

        private final CancellableFile source;
        private final Path file;
        private final Beginning beginning;
        private final boolean all;

        Reading(CancellableFile source, Path file, Beginning beginning, boolean all) {
            this.source = source;
            this.file = file;
            this.beginning = beginning;
            this.all = all;
            if (beginning.kind() == Beginning.Kind.TEXT) {
                source.readTwice();
            }
        }

        TableFile read(String format) throws InputException, IOException {
            if (!format.isBlank()) {
                return read(InputFormats.named(format)
                        .orElseThrow(() -> new InputException("no format '" + format + "' for '" + file + "'; known: "
                                + String.join(", ", InputFormats.names()))));
            }
            for (TableBuilder builder : InputFormats.byContent()) {
                try {
                    return load(builder);
                } catch (TableFormatException e) {
                    continue; // the library's way of saying that the content is of another format
                }
            }
            String name = String.valueOf(file.getFileName());
            Optional<TableBuilder> named = InputFormats.byName(name, beginning.text());
            if (named.isPresent() && InputFormats.byContentOnly(named.get())) {
                throw unknown();
            }
            boolean foreign = beginning.kind() == Beginning.Kind.OTHER_XML || beginning.kind() == Beginning.Kind.FITS;
            return named.isPresent() && !foreign ? read(named.get()) : guess();
        }

        /** Reads in a format that was named: what is wrong is then a fault of the file. */
        private TableFile read(TableBuilder builder) throws InputException, IOException {
            try {
                if (builder instanceof CsvTableBuilder csv) {
                    return onlyHeader() ? withoutRows(csv) : separated(csv);
                }
                return load(builder);
            } catch (TableFormatException e) {
                throw new InputException(
                        "'" + file + "' is not a table in the format " + builder.getFormatName() + ": "
                                + Faults.words(e),
                        e);
            }
        }

        /** The library tells a header by the numbers below it; where all is text, the first line is taken for one. */
        private TableFile separated(CsvTableBuilder csv) throws IOException {
            TableFile read = load(csv);
            StarTable table = read.tables().getFirst();
            if (!namesInFirstRow(table)) {
                return read;
            }
            csv.setHasHeader(true);
            return load(csv);
        }

        private static boolean namesInFirstRow(StarTable table) throws IOException {
            Set<String> names = new HashSet<>();
            for (int i = 0; i < table.getColumnCount(); i++) {
                ColumnInfo info = table.getColumnInfo(i);
                boolean unnamed = info.getName().equals("col" + (i + 1));
                if (!unnamed || info.getContentClass() != String.class || table.getRowCount() < 2) {
                    return false;
                }
                String first = table.getCell(0, i) instanceof String text ? text.strip() : "";
                if (!NAME.matcher(first).matches() || !names.add(first)) {
                    return false;
                }
            }
            return true;
        }

        /** Whether there is but one line; false when that does not show in the beginning of the file. */
        private boolean onlyHeader() {
            String text = beginning.text();
            return beginning.bytes().length < Beginning.LENGTH && text.indexOf('\n') < 0 && text.indexOf('\r') < 0;
        }

        /** Names of columns, of whose types nothing is known: the library wants a row, so it gets one, which is left out. */
        private TableFile withoutRows(CsvTableBuilder csv) throws IOException {
            csv.setHasHeader(true);
            byte[] text = (beginning.text() + "\n" + beginning.text() + "\n").getBytes(StandardCharsets.UTF_8);
            StarTable row = csv.makeStarTable(new ByteArrayDataSource(file.toString(), text), true, policy);
            return new TableFile("csv", List.of(policy.randomTable(new EmptyStarTable(row))), Optional.empty());
        }

        private InputException unknown() {
            return new InputException("'" + file + "' is "
                    + (beginning.kind() == Beginning.Kind.FITS
                            ? "a FITS file without a table"
                            : beginning.words() + "; not a table in a known format"));
        }

        private TableFile guess() throws InputException, IOException {
            InputException failure = unknown();
            if (beginning.kind() != Beginning.Kind.TEXT) {
                throw failure;
            }
            try {
                TableFile read = load(InputFormats.bySeparator(beginning.text()));
                if (plausible(read.tables().get(0))) {
                    return read;
                }
            } catch (TableFormatException e) {
                failure.addSuppressed(e);
            }
            throw failure;
        }

        private TableFile load(TableBuilder builder) throws IOException {
            try {
                List<StarTable> tables = new ArrayList<>();
                if (all && builder instanceof MultiTableBuilder multi) {
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
                return new TableFile(builder.getFormatName().toLowerCase(Locale.ROOT), tables, Optional.empty());
            } catch (TableFormatException e) {
                throw e;
            } catch (IOException e) {
                if (String.valueOf(e.getMessage()).startsWith("No table HDUs")) {
                    throw new TableFormatException(Faults.words(e), e);
                }
                throw e;
            } catch (LinkageError e) {
                throw new TableFormatException(
                        "Volans lacks what the library needs for it (" + e.getMessage() + ")", e);
            } catch (IllegalArgumentException
                    | IndexOutOfBoundsException
                    | NegativeArraySizeException
                    | NullPointerException
                    | ArithmeticException e) {
                // parsers of damaged binary files trip in these ways
                throw new TableFormatException(Faults.words(e), e);
            }
        }
    }

    /** Any line of words can be read as a table; a real one has numbers or at least several rows of the same length. */
    private static boolean plausible(StarTable table) {
        boolean numbers = false;
        for (int i = 0; i < table.getColumnCount(); i++) {
            numbers |= Number.class.isAssignableFrom(table.getColumnInfo(i).getContentClass());
        }
        return table.getColumnCount() > 1 && table.getRowCount() > (numbers ? 0 : 1);
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
