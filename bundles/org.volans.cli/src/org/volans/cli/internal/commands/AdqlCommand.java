package org.volans.cli.internal.commands;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.adql.AdqlDatabase;
import org.volans.api.adql.AdqlEngine;
import org.volans.api.adql.AdqlFault;
import org.volans.api.adql.AdqlResult;
import org.volans.api.adql.AdqlService;
import org.volans.api.cli.CliCommand;
import org.volans.api.cli.CliContext;
import org.volans.api.table.TableMeta;
import org.volans.api.table.TableService;
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
        description = "Works on ADQL without a server.",
        footer = "  volans adql query \"SELECT TOP 3 * FROM t\" --table t=objects.vot")
public final class AdqlCommand extends Group {

    private final AdqlService adql;
    private final AdqlEngine engine;
    private final TableService tables;

    /** Called by DS. */
    @Activate
    public AdqlCommand(@Reference AdqlService adql, @Reference AdqlEngine engine, @Reference TableService tables) {
        this.adql = adql;
        this.engine = engine;
        this.tables = tables;
    }

    @Override
    public List<CliCommand> subcommands() {
        return List.of(new Check(adql), new Query(engine, tables));
    }

    /** {@code volans adql check}. */
    @Command(
            name = "check",
            description = "Lists every fault of grammar with line:column; exit code 1 when there is one.",
            footer = "  volans adql check \"SELECT ra dec FROM t WHERE\"")
    static final class Check implements CliCommand {

        private final AdqlService adql;

        @Parameters(paramLabel = "ADQL", description = "the query, @FILE, or - for standard input")
        String query = "";

        Check(AdqlService adql) {
            this.adql = adql;
        }

        @Override
        public int run(CliContext context) throws VoException {
            List<AdqlFault> faults = adql.check(Texts.adql(query, context));
            if (context.json()) {
                context.printJson(faults);
            } else {
                faults.forEach(fault -> context.out().println(fault));
                context.err().println(Texts.count(faults.size(), "fault"));
            }
            return faults.isEmpty() ? 0 : 1;
        }
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
            String text = Texts.adql(query, context);
            Long limit = maxrec;
            if (limit != null && limit < 0) {
                throw new InputException("--maxrec is 0 or more, not " + limit);
            }
            Map<String, StarTable> named = Texts.tables(files, tables, context);
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
