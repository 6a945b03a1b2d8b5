package org.volans.cli.internal.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.InputException;
import org.volans.api.cli.CliContext;
import org.volans.api.cli.Usage;
import org.volans.api.cli.UsageException;
import org.volans.api.table.TableService;
import picocli.CommandLine.Option;
import uk.ac.starlink.table.RowSequence;
import uk.ac.starlink.table.StarTable;

/** Where a table of results goes: a file, JSON, or the screen. For use as a picocli mixin. */
final class TableOutput {

    private static final int WIDEST_CELL = 48;

    /** The most rows that are put on the screen. */
    static final int SCREEN_ROWS = 200;

    /** How a table is put on the screen. */
    @FunctionalInterface
    interface Screen {
        void print(StarTable table, CliContext context) throws IOException;
    }

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "write the table there; its name decides the format (.vot .fits .csv .ecsv …)")
    @Nullable
    String out;

    @Option(names = "--format", paramLabel = "NAME", defaultValue = "", description = "format of the file")
    String format = "";

    /** What can be known before there is a table: it may take long to come. */
    void check(TableService tables, CliContext context) throws UsageException {
        String file = out;
        Usage.require(file != null || format.isEmpty(), "--format is the format of a file: name it with -o FILE");
        if (file != null) {
            Usage.read(() -> tables.outputFormat(context.path(file), format));
        }
    }

    /** Writes or prints the table, and says on standard error what is worth knowing. */
    void put(StarTable table, boolean overflow, TableService tables, CliContext context)
            throws InputException, IOException {
        put(table, overflow, Map.of(), TableOutput::print, tables, context);
    }

    /**
     * The same with more to tell in JSON.
     *
     * @param more   what stands beside the table there
     * @param screen prints the table where it goes neither into a file nor into JSON
     */
    void put(
            StarTable table,
            boolean overflow,
            Map<String, Object> more,
            Screen screen,
            TableService tables,
            CliContext context)
            throws InputException, IOException {
        Map<String, Object> json = new LinkedHashMap<>(more);
        String file = out;
        if (file != null) {
            Path path = context.path(file);
            tables.save(table, path, format, context.monitor());
            json.put("file", path);
            json.put("rows", table.getRowCount());
            if (!context.json()) {
                context.err().println(Texts.count(table.getRowCount(), "row") + " written to " + path);
            }
        } else {
            json.put("table", table);
            if (!context.json()) {
                screen.print(table, context);
            }
        }
        if (context.json()) {
            json.put("overflow", overflow);
            context.printJson(json);
        }
        if (overflow) {
            context.err().println("The result was cut off: there are more rows than these " + table.getRowCount());
        }
    }

    /** All columns as they are. */
    static void print(StarTable table, CliContext context) throws IOException {
        List<String> headings = new ArrayList<>();
        for (int i = 0; i < table.getColumnCount(); i++) {
            headings.add(String.valueOf(table.getColumnInfo(i).getName()));
        }
        List<List<String>> rows = new ArrayList<>();
        try (RowSequence sequence = table.getRowSequence()) {
            while (rows.size() < SCREEN_ROWS && sequence.next()) {
                List<String> row = new ArrayList<>();
                for (Object cell : sequence.getRow()) {
                    row.add(Texts.shorten(Texts.show(cell), WIDEST_CELL));
                }
                rows.add(row);
            }
        }
        context.printTable(headings, rows);
        sayWhatIsLeft(table, rows.size(), context);
    }

    static void sayWhatIsLeft(StarTable table, int shown, CliContext context) {
        if (table.getRowCount() > shown) {
            context.err().println("… " + shown + " of " + table.getRowCount() + " rows shown; -o FILE writes them all");
        }
    }
}
