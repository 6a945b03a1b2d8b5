package org.volans.cli.internal.commands;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.VoException;
import org.volans.api.adql.AdqlContext;
import org.volans.api.adql.AdqlFault;
import org.volans.api.adql.AdqlService;
import org.volans.api.adql.TableUse;
import org.volans.api.cli.CliCommand;
import org.volans.api.cli.CliContext;
import org.volans.api.cli.Usage;
import org.volans.api.registry.RegistryService;
import org.volans.api.registry.ServiceType;
import org.volans.api.table.PositionColumns;
import org.volans.api.table.SchemaMeta;
import org.volans.api.table.TableMeta;
import org.volans.api.table.TableService;
import org.volans.api.tap.TapService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uk.ac.starlink.table.StarTable;

/** {@code volans adql check}. */
@Command(
        name = "check",
        description = {
            "Lists every fault of grammar with line:column; with --service also every name that the service's tables"
                    + " do not have. Exit code 1 when there is a fault."
        },
        footer = {
            "  volans adql check \"SELECT ra dec FROM t WHERE\"",
            "  volans adql check @mine.adql --service http://dc.g-vo.org/tap --upload mine=objects.vot"
        })
final class AdqlCheck implements CliCommand {

    private final AdqlService adql;
    private final TapService tap;
    private final TableService tables;
    private final RegistryService registry;

    @Parameters(paramLabel = "ADQL", description = "the query, @FILE, or - for standard input")
    String query = "";

    @Option(names = "--service", paramLabel = "SERVICE", description = "access URL, ivoid or short name")
    @Nullable
    String service;

    @Option(names = "--upload", paramLabel = "NAME=FILE", description = "a table as TAP_UPLOAD.NAME; repeatable")
    List<String> uploads = new ArrayList<>();

    AdqlCheck(AdqlService adql, TapService tap, TableService tables, RegistryService registry) {
        this.adql = adql;
        this.tap = tap;
        this.tables = tables;
        this.registry = registry;
    }

    @Override
    public int run(CliContext context) throws VoException {
        String asked = service;
        Usage.require(
                asked != null || uploads.isEmpty(),
                "--upload needs --service: without a service names are not checked");
        if (asked != null) {
            Resolver.check(asked);
        }
        Map<String, Path> places = Texts.files(uploads, context);
        String text = Texts.adql(query, context);
        List<AdqlFault> faults =
                asked == null ? adql.check(text) : adql.check(text, known(text, asked, places, context));
        if (context.json()) {
            context.printJson(faults);
        } else {
            faults.forEach(fault -> context.out().println(fault));
            context.err().println(Texts.count(faults.size(), "fault"));
        }
        return faults.isEmpty() ? 0 : 1;
    }

    /** What the service has, with the columns of the tables that the query names. */
    private AdqlContext known(String text, String service, Map<String, Path> places, CliContext context)
            throws VoException {
        URI uri = Resolver.resolve(service, ServiceType.TAP, registry, context);
        List<SchemaMeta> schemas = tap.schemas(uri, context.monitor());
        List<String> functions = tap.capabilities(uri, context.monitor()).features();
        AdqlContext known = new AdqlContext(schemas, functions).withSchema(uploads(places, context));
        for (TableUse use : adql.tables(text)) {
            Optional<TableMeta> table =
                    known.table(use.written()).filter(t -> t.columns().isEmpty());
            if (table.isPresent()) {
                known = known.withTable(tap.table(uri, table.get().name(), context.monitor()));
            }
        }
        return known;
    }

    private SchemaMeta uploads(Map<String, Path> places, CliContext context) throws VoException {
        List<TableMeta> metas = new ArrayList<>();
        for (Map.Entry<String, StarTable> upload :
                Texts.tables(places, tables, context).entrySet()) {
            metas.add(new TableMeta(upload.getKey(), "", "", "table", "", PositionColumns.columns(upload.getValue())));
        }
        return new SchemaMeta(AdqlContext.UPLOADS, "", metas);
    }
}
