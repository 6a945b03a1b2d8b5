package org.volans.cli.internal.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.volans.api.VoException;
import org.volans.api.cli.CliCommand;
import org.volans.api.cli.CliContext;
import org.volans.api.cli.Usage;
import org.volans.api.table.ColumnMeta;
import org.volans.api.table.PositionColumns;
import org.volans.api.table.TableService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uk.ac.starlink.table.DescribedValue;
import uk.ac.starlink.table.StarTable;

/** {@code volans table}. */
@Component(
        service = CliCommand.class,
        scope = ServiceScope.PROTOTYPE,
        property = {CliCommand.NAME + "=table", CliCommand.SUMMARY + "=show, describe and convert table files"})
@Command(description = "Works on table files.", footer = "  volans table info objects.vot")
public final class TableCommand extends Group {

    private final TableService tables;

    /** Called by DS. */
    @Activate
    public TableCommand(@Reference TableService tables) {
        this.tables = tables;
    }

    @Override
    public List<CliCommand> subcommands() {
        return List.of(new Show(tables), new Info(tables), new Convert(tables));
    }

    /** {@code volans table show}. */
    @Command(name = "show", description = "Prints the rows of a table.", footer = "  volans table show objects.vot")
    static final class Show implements CliCommand {

        private final TableService tables;

        @Parameters(paramLabel = "FILE", description = "the table; FILE#2 for a later one of several")
        String file = "";

        @Option(names = "--format", paramLabel = "NAME", defaultValue = "", description = "format, if not recognised")
        String format = "";

        Show(TableService tables) {
            this.tables = tables;
        }

        @Override
        public int run(CliContext context) throws VoException, IOException {
            Usage.read(() -> tables.inputFormat(format));
            new TableOutput().put(tables.open(context.path(file), format, context.monitor()), false, tables, context);
            return 0;
        }
    }

    /** {@code volans table info}. */
    @Command(
            name = "info",
            description = "Describes a table: rows, columns with unit, UCD and description, parameters.",
            footer = "  volans table info objects.vot")
    static final class Info implements CliCommand {

        private final TableService tables;

        @Parameters(paramLabel = "FILE", description = "the table; FILE#2 for a later one of several")
        String file = "";

        @Option(names = "--format", paramLabel = "NAME", defaultValue = "", description = "format, if not recognised")
        String format = "";

        Info(TableService tables) {
            this.tables = tables;
        }

        @Override
        public int run(CliContext context) throws VoException {
            Usage.read(() -> tables.inputFormat(format));
            Path path = context.path(file);
            StarTable table = tables.open(path, format, context.monitor());
            List<ColumnMeta> columns = PositionColumns.columns(table);
            Map<String, String> parameters = parameters(table);
            if (context.json()) {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("file", path);
                json.put("name", table.getName());
                json.put("rows", table.getRowCount());
                json.put("columns", columns);
                json.put("parameters", parameters);
                context.printJson(json);
                return 0;
            }
            context.out()
                    .println(Texts.show(table.getName()) + "  " + table.getRowCount() + " rows, " + columns.size()
                            + " columns");
            context.printTable(
                    List.of("column", "type", "unit", "UCD", "description"),
                    columns.stream()
                            .map(c -> List.of(
                                    c.name(),
                                    c.datatype(),
                                    c.unit(),
                                    c.ucd().toString(),
                                    Texts.shorten(c.description(), 60)))
                            .toList());
            parameters.forEach((name, value) -> context.out().println(name + " = " + Texts.shorten(value, 120)));
            return 0;
        }

        private static Map<String, String> parameters(StarTable table) {
            Map<String, String> parameters = new LinkedHashMap<>();
            for (Object item : table.getParameters()) {
                if (item instanceof DescribedValue value && value.getInfo().getName() != null) {
                    parameters.put(value.getInfo().getName(), Texts.show(value.getValue()));
                }
            }
            return parameters;
        }
    }

    /** {@code volans table convert}. */
    @Command(
            name = "convert",
            description = "Writes a table in another format.",
            footer = "  volans table convert objects.vot objects.csv")
    static final class Convert implements CliCommand {

        private final TableService tables;

        @Parameters(index = "0", paramLabel = "IN", description = "the table to read")
        String in = "";

        @Parameters(index = "1", paramLabel = "OUT", description = "the file to write; its name decides the format")
        String out = "";

        @Option(names = "--from", paramLabel = "NAME", defaultValue = "", description = "format of IN")
        String from = "";

        @Option(names = "--to", paramLabel = "NAME", defaultValue = "", description = "format of OUT")
        String to = "";

        Convert(TableService tables) {
            this.tables = tables;
        }

        @Override
        public int run(CliContext context) throws VoException, IOException {
            TableOutput output = new TableOutput();
            output.out = out;
            output.format = to;
            Usage.read(() -> tables.inputFormat(from));
            output.check(tables, context);
            StarTable table = tables.open(context.path(in), from, context.monitor());
            output.put(table, false, tables, context);
            return 0;
        }
    }
}
