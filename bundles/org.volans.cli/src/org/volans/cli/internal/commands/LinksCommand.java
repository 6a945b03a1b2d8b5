package org.volans.cli.internal.commands;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.cli.CliCommand;
import org.volans.api.cli.CliContext;
import org.volans.api.datalink.DatalinkService;
import org.volans.api.datalink.LinkRow;
import org.volans.api.registry.RegistryService;
import org.volans.api.table.TableService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import uk.ac.starlink.votable.datalink.ServiceDescriptor;
import uk.ac.starlink.votable.datalink.ServiceParam;

/** {@code volans links}. */
@Component(
        service = CliCommand.class,
        scope = ServiceScope.PROTOTYPE,
        property = {
            CliCommand.NAME + "=links",
            CliCommand.SUMMARY + "=the Datalink rows of a table row or of identifiers"
        })
@Command(
        description = "Shows what belongs to a data set: its Datalink rows.",
        footer = {"  volans links images.vot --row 3", "  volans links http://dc.g-vo.org/lofar/dl/dlmeta ivo://an/id"})
public final class LinksCommand implements CliCommand {

    private final DatalinkService datalink;
    private final TableService tables;
    private final RegistryService registry;

    @Mixin
    LinkSource source = new LinkSource();

    /** Called by DS. */
    @Activate
    public LinksCommand(
            @Reference DatalinkService datalink, @Reference TableService tables, @Reference RegistryService registry) {
        this.datalink = datalink;
        this.tables = tables;
        this.registry = registry;
    }

    @Override
    public int run(CliContext context) throws VoException {
        source.check();
        List<LinkRow> links = source.links(datalink, tables, registry, context);
        if (context.json()) {
            context.printJson(links.stream().map(LinksCommand::json).toList());
        } else {
            context.printTable(
                    List.of("semantics", "content type", "bytes", "description", "target"),
                    links.stream().map(LinksCommand::row).toList());
        }
        boolean faultsOnly =
                !links.isEmpty() && links.stream().allMatch(l -> l.target() instanceof LinkRow.Target.Fault);
        if (faultsOnly) {
            throw new InputException(((LinkRow.Target.Fault) links.get(0).target()).message());
        }
        return 0;
    }

    private static List<String> row(LinkRow link) {
        String target = switch (link.target()) {
            case LinkRow.Target.Access access -> access.url().toString();
            case LinkRow.Target.Service service ->
                "service " + service.descriptor().getAccessUrl() + " (" + inputs(service.descriptor()) + ")";
            case LinkRow.Target.Fault fault -> "FAULT " + fault.message();
        };
        return List.of(
                link.semantics(),
                link.contentType(),
                link.contentLength().isPresent()
                        ? Long.toString(link.contentLength().getAsLong())
                        : "",
                Texts.shorten(link.description(), 50),
                target);
    }

    private static String inputs(ServiceDescriptor descriptor) {
        List<String> names = new ArrayList<>();
        for (ServiceParam param : descriptor.getInputParams()) {
            names.add(param.getName());
        }
        return String.join(" ", names);
    }

    /** Of plain values: also for {@code links-*.json} of {@code samp listen}. */
    static Map<String, Object> json(LinkRow link) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", link.id());
        json.put("semantics", link.semantics());
        json.put("description", link.description());
        json.put("content_type", link.contentType());
        json.put(
                "content_length",
                link.contentLength().isPresent() ? link.contentLength().getAsLong() : null);
        switch (link.target()) {
            case LinkRow.Target.Access access ->
                json.put("access_url", access.url().toString());
            case LinkRow.Target.Fault fault -> json.put("error_message", fault.message());
            case LinkRow.Target.Service service -> json.put("service", service(service.descriptor()));
        }
        return json;
    }

    private static Map<String, Object> service(ServiceDescriptor descriptor) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("access_url", String.valueOf(descriptor.getAccessUrl()));
        json.put("standard_id", descriptor.getStandardId());
        List<Map<String, Object>> inputs = new ArrayList<>();
        for (ServiceParam param : descriptor.getInputParams()) {
            Map<String, Object> input = new LinkedHashMap<>();
            input.put("name", param.getName());
            input.put("value", param.getValue());
            input.put("unit", param.getUnit());
            input.put("ucd", param.getUcd());
            input.put("xtype", param.getXtype());
            input.put("limits", param.getMinMax());
            input.put("options", param.getOptions());
            inputs.add(input);
        }
        json.put("inputs", inputs);
        return json;
    }
}
