package org.volans.table.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.volans.api.InputException;
import org.volans.api.table.TableFile;
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

/** Reads one file with the library's builders. For one thread. */
final class LibraryReading {

    /** What can be the name of a column: letters first, no sentence. */
    private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{N}_. ()\\[\\]/*^+-]{0,39}");

    private final StoragePolicy policy;
    private final CancellableFile source;
    private final Path file;
    private final Beginning beginning;
    private final boolean all;

    /** @param all whether all tables of the file are wanted, else the first */
    LibraryReading(StoragePolicy policy, CancellableFile source, Path file, Beginning beginning, boolean all) {
        this.policy = policy;
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
                    "'" + file + "' is not a table in the format " + builder.getFormatName() + ": " + Faults.words(e),
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
            throw new TableFormatException("Volans lacks what the library needs for it (" + e.getMessage() + ")", e);
        } catch (IllegalArgumentException
                | IndexOutOfBoundsException
                | NegativeArraySizeException
                | NullPointerException
                | ArithmeticException e) {
            // parsers of damaged binary files trip in these ways
            throw new TableFormatException(Faults.words(e), e);
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
}
