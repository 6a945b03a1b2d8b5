package org.volans.cli.internal.commands;

import java.net.URI;
import java.util.List;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.VoException;
import org.volans.api.cli.CliCommand;
import org.volans.api.cli.CliContext;
import org.volans.api.cli.Usage;
import org.volans.api.table.SchemaMeta;
import org.volans.api.table.TableMeta;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code volans tap tables}. */
@Command(
        name = "tables",
        description = "Lists schemas and tables; of one table its columns with unit, UCD and description.",
        footer = {
            "  volans tap tables http://dc.g-vo.org/tap",
            "  volans tap tables http://dc.g-vo.org/tap ivoa.obscore"
        })
final class TapTables implements CliCommand {

    private static final int DESCRIPTION_WIDTH = 70;

    private final TapCommand.Services services;

    @Parameters(index = "0", paramLabel = "SERVICE", description = "access URL, ivoid or short name")
    String service = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "TABLE", description = "show this one's columns")
    @Nullable
    String table;

    TapTables(TapCommand.Services services) {
        this.services = services;
    }

    @Override
    public int run(CliContext context) throws VoException {
        String one = table;
        Resolver.check(service);
        Usage.given("TABLE", one);
        URI uri = services.resolve(service, context);
        if (one != null) {
            columns(services.tap().table(uri, one, context.monitor()), context);
        } else {
            tables(services.tap().schemas(uri, context.monitor()), context);
        }
        return 0;
    }

    private static void columns(TableMeta table, CliContext context) {
        if (context.json()) {
            context.printJson(table);
            return;
        }
        context.printTable(
                List.of("column", "type", "unit", "UCD", "description"),
                table.columns().stream()
                        .map(c -> List.of(
                                c.name(),
                                c.datatype(),
                                c.unit(),
                                c.ucd().toString(),
                                Texts.shorten(c.description(), DESCRIPTION_WIDTH)))
                        .toList());
    }

    private static void tables(List<SchemaMeta> schemas, CliContext context) {
        if (context.json()) {
            context.printJson(schemas);
            return;
        }
        context.printTable(
                List.of("schema", "table", "description"),
                schemas.stream()
                        .flatMap(s -> s.tables().stream()
                                .map(t -> List.of(
                                        s.name(),
                                        t.name(),
                                        Texts.shorten(
                                                t.description().isEmpty() ? t.title() : t.description(),
                                                DESCRIPTION_WIDTH))))
                        .toList());
    }
}
