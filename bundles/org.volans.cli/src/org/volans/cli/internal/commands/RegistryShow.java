package org.volans.cli.internal.commands;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.volans.api.VoException;
import org.volans.api.cli.CliCommand;
import org.volans.api.cli.CliContext;
import org.volans.api.cli.Usage;
import org.volans.api.registry.RegistryRecord;
import org.volans.api.registry.RegistryService;
import org.volans.api.table.TableMeta;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code volans registry show}. */
@Command(
        name = "show",
        description = "Shows all that the registry knows of a resource.",
        footer = "  volans registry show ivo://cds.vizier/v/147")
final class RegistryShow implements CliCommand {

    private final RegistryService registry;

    @Parameters(paramLabel = "IVOID", description = "identifier of the resource")
    String ivoid = "";

    RegistryShow(RegistryService registry) {
        this.registry = registry;
    }

    @Override
    public int run(CliContext context) throws VoException {
        Usage.given("IVOID", ivoid);
        RegistryRecord record = registry.show(context.registry(), ivoid, context.monitor());
        List<TableMeta> tables = registry.tables(context.registry(), record.ivoid(), context.monitor());
        if (context.json()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("record", record);
            json.put("tables", tables);
            context.printJson(json);
        } else {
            print(record, tables, context.out());
        }
        return 0;
    }

    private static void print(RegistryRecord record, List<TableMeta> tables, PrintStream out) {
        out.println(record.title());
        line(out, "short name", record.shortName());
        line(out, "identifier", record.ivoid());
        line(out, "type", record.type());
        line(out, "waveband", String.join(", ", record.wavebands()));
        line(out, "subjects", String.join(", ", record.subjects()));
        line(out, "creators", record.creators());
        line(out, "publisher", record.publisher());
        line(out, "updated", record.updated());
        line(out, "reference", record.referenceUrl());
        record.interfaces()
                .forEach(i ->
                        line(out, i.auxiliary() ? "auxiliary" : "interface", i.accessUrl() + "  " + i.standardId()));
        tables.forEach(t -> line(
                out,
                "table",
                t.name() + "  " + t.columns().size() + " columns  " + Texts.shorten(t.description(), 70)));
        if (!record.description().isEmpty()) {
            out.println();
            out.println(record.description());
        }
    }

    private static void line(PrintStream out, String name, String value) {
        if (!value.isEmpty()) {
            out.printf("  %-11s %s%n", name, value);
        }
    }
}
