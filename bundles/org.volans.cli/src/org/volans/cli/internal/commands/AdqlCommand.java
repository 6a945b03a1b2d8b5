package org.volans.cli.internal.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.volans.api.VoException;
import org.volans.api.adql.AdqlDatabase;
import org.volans.api.adql.AdqlEngine;
import org.volans.api.adql.AdqlResult;
import org.volans.api.adql.AdqlService;
import org.volans.api.cli.CliCommand;
import org.volans.api.cli.CliContext;
import org.volans.api.cli.Usage;
import org.volans.api.registry.RegistryService;
import org.volans.api.table.TableMeta;
import org.volans.api.table.TableService;
import org.volans.api.tap.TapService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uk.ac.starlink.table.StarTable;

/** {@code volans adql}. */
@Component(
        service = CliCommand.class,
        scope = ServiceScope.PROTOTYPE,
        property = {CliCommand.NAME + "=adql", CliCommand.SUMMARY + "=check ADQL, run it over local files"})
@Command(
        description = "Checks ADQL, also against the tables of a service, and runs it over local files.",
        footer = "  volans adql query \"SELECT TOP 3 * FROM t\" --table t=objects.vot")
public final class AdqlCommand extends Group {

    private final AdqlService adql;
    private final AdqlEngine engine;
    private final TapService tap;
    private final TableService tables;
    private final RegistryService registry;

    /** Called by DS. */
    @Activate
    public AdqlCommand(
            @Reference AdqlService adql,
            @Reference AdqlEngine engine,
            @Reference TapService tap,
            @Reference TableService tables,
            @Reference RegistryService registry) {
        this.adql = adql;
        this.engine = engine;
        this.tap = tap;
        this.tables = tables;
        this.registry = registry;
    }

    @Override
    public List<CliCommand> subcommands() {
        return List.of(new AdqlCheck(adql, tap, tables, registry), new Query(engine, tables));
    }

    /** {@code volans adql query}. */
    @Command(
            name = "query",
            description = "Runs ADQL over table files, without a server.",
            footer = {
                "  volans adql query \"SELECT TOP 3 * FROM t ORDER BY dec\" --table t=objects.vot",
                "  volans adql query @match.adql --table a=one.fits --table b=two.csv -o pairs.vot"
            })
    static final class Query implements CliCommand {

        private final AdqlEngine engine;
        private final TableService tables;

        @Parameters(paramLabel = "ADQL", description = "the query, @FILE, or - for standard input")
        String query = "";

        @Option(names = "--table", required = true, paramLabel = "NAME=FILE", description = "a table file; repeatable")
        List<String> files = new ArrayList<>();

        @Option(names = "--maxrec", paramLabel = "N", description = "most rows")
        @Nullable
        Long maxrec;

        @Mixin
        TableOutput output = new TableOutput();

        Query(AdqlEngine engine, TableService tables) {
            this.engine = engine;
            this.tables = tables;
        }

        @Override
        public int run(CliContext context) throws VoException, IOException {
            Long limit = maxrec;
            Usage.atLeast("--maxrec", limit, 0);
            output.check(tables, context);
            Map<String, Path> places = Texts.files(files, context);
            String text = Texts.adql(query, context);
            Map<String, StarTable> named = Texts.tables(places, tables, context);
            try (AdqlDatabase database = engine.open()) {
                for (Map.Entry<String, StarTable> entry : named.entrySet()) {
                    TableMeta meta = new TableMeta(entry.getKey(), "", "", "table", "", List.of());
                    database.load("", meta, entry.getValue(), context.monitor());
                }
                AdqlResult result =
                        database.query(text, Map.of(), limit == null ? Long.MAX_VALUE - 1 : limit, context.monitor());
                output.put(result.table(), result.overflow(), tables, context);
                return 0;
            }
        }
    }
}
