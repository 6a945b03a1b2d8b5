package org.volans.cli.internal.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.cli.CliCommand;
import org.volans.api.cli.CliContext;
import org.volans.api.cli.Usage;
import org.volans.api.cli.UsageException;
import org.volans.api.discovery.DiscoveryReport;
import org.volans.api.discovery.DiscoveryRequest;
import org.volans.api.discovery.DiscoveryService;
import org.volans.api.discovery.ServiceOutcome;
import org.volans.api.geometry.Position;
import org.volans.api.registry.RegistryConstraint;
import org.volans.api.registry.RegistryQuery;
import org.volans.api.registry.RegistryService;
import org.volans.api.registry.ServiceType;
import org.volans.api.table.PositionColumns;
import org.volans.api.table.TableService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code volans discover}. */
@Component(
        service = CliCommand.class,
        scope = ServiceScope.PROTOTYPE,
        property = {
            CliCommand.NAME + "=discover",
            CliCommand.SUMMARY + "=ask all ObsCore services at once which data cover a position"
        })
@Command(
        description = "Asks every ObsCore service of the registry at once which data sets cover one or more positions.",
        footer = {
            "  volans discover --pos 240.484,46.768 --waveband radio",
            "  volans discover --objects objects.vot --type image --timeout 20 -o images.vot"
        })
public final class DiscoverCommand implements CliCommand {

    private final DiscoveryService discovery;
    private final RegistryService registry;
    private final TableService tables;

    @Option(
            names = "--pos",
            paramLabel = "RA,DEC",
            description = "a position in degrees or sexagesimal, ICRS; may be repeated")
    List<Position> positions = new ArrayList<>();

    @Option(names = "--objects", paramLabel = "FILE", description = "a table with positions")
    @Nullable
    String objects;

    @Option(names = "--radius", paramLabel = "DEG", defaultValue = "0", description = "also data this near")
    double radius;

    @Option(names = "--waveband", paramLabel = "W", description = "only services of this waveband")
    @Nullable
    String waveband;

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            defaultValue = "",
            description = "image, cube, spectrum, sed, timeseries, visibility, event or measurements; else all")
    String type = "";

    @Option(
            names = "--timeout",
            paramLabel = "S",
            defaultValue = "30",
            description = "longest that one service may take, in seconds (default: ${DEFAULT-VALUE})")
    int timeout = 30;

    @Option(names = "--maxrec", paramLabel = "N", defaultValue = "2000", description = "most rows of each service")
    int maxrec = 2000;

    @Option(
            names = "--all-columns",
            description = "print all columns to the terminal; else those to choose by, at most 160 characters wide")
    boolean allColumns;

    @Mixin
    TableOutput output = new TableOutput();

    /** Called by DS. */
    @Activate
    public DiscoverCommand(
            @Reference DiscoveryService discovery,
            @Reference RegistryService registry,
            @Reference TableService tables) {
        this.discovery = discovery;
        this.registry = registry;
        this.tables = tables;
    }

    @Override
    public int run(CliContext context) throws VoException, IOException {
        check(context);
        List<Position> wanted = positions(context);
        DiscoveryRequest request =
                new DiscoveryRequest(services(context), wanted, radius, type, maxrec, Duration.ofSeconds(timeout));
        DiscoveryReport report =
                discovery.discover(request, outcome -> context.err().println(line(outcome)), context.monitor());
        boolean overflow =
                report.outcomes().stream().anyMatch(o -> o instanceof ServiceOutcome.Answered a && a.overflow());
        Map<String, Object> services = new LinkedHashMap<>();
        services.put(
                "services",
                report.outcomes().stream().map(DiscoverCommand::json).toList());
        TableOutput.Screen screen = allColumns ? TableOutput::print : new DataSetList(wanted)::print;
        output.put(report.table(), overflow, services, screen, tables, context);
        if (report.outcomes().stream().noneMatch(o -> o instanceof ServiceOutcome.Answered)) {
            throw new InputException("none of the " + report.outcomes().size() + " services answered"
                    + report.outcomes().stream()
                            .flatMap(o -> o instanceof ServiceOutcome.Failed f ? Stream.of(f) : Stream.empty())
                            .findFirst()
                            .map(f -> ", the first with: " + f.message())
                            .orElse(""));
        }
        return 0;
    }

    private void check(CliContext context) throws UsageException {
        Usage.require(!positions.isEmpty() || objects != null, "give --pos RA,DEC or --objects FILE");
        Usage.between("--radius", radius, 0, 90, "degrees");
        Usage.given("--waveband", waveband);
        Usage.require(
                type.isEmpty() || DiscoveryRequest.PRODUCT_TYPES.contains(type),
                "--type is one of " + String.join(", ", DiscoveryRequest.PRODUCT_TYPES) + ", not '" + type + "'");
        Usage.atLeast("--timeout", timeout, 1);
        Usage.atLeast("--maxrec", maxrec, 1);
        output.check(tables, context);
    }

    private List<Position> positions(CliContext context) throws InputException {
        List<Position> all = new ArrayList<>(positions);
        String file = objects;
        if (file != null) {
            Path path = context.path(file);
            all.addAll(PositionColumns.positions(tables.open(path, "", context.monitor()), path.toString()));
        }
        return all;
    }

    private List<DiscoveryRequest.Service> services(CliContext context) throws VoException {
        List<RegistryConstraint> constraints = new ArrayList<>(
                List.of(new RegistryConstraint.Type(ServiceType.TAP), new RegistryConstraint.DataModel("obscore")));
        String band = waveband;
        if (band != null) {
            constraints.add(new RegistryConstraint.Waveband(band));
        }
        List<DiscoveryRequest.Service> found = DiscoveryRequest.Service.of(registry.search(
                context.registry(), new RegistryQuery(constraints, RegistryQuery.DEFAULT_LIMIT), context.monitor()));
        if (found.isEmpty()) {
            throw new InputException("the registry " + context.registry() + " knows no such ObsCore service"
                    + (band == null ? "" : "; try without --waveband"));
        }
        return found;
    }

    private static String line(ServiceOutcome outcome) {
        double seconds = outcome.elapsed().toMillis() / 1000.0;
        String text = switch (outcome) {
            case ServiceOutcome.Answered a ->
                Texts.count(a.dataSets(), "data set") + ", " + a.matches() + (a.matches() == 1 ? " match" : " matches")
                        + (a.overflow() ? ", cut off" : "") + (a.note().isEmpty() ? "" : "; " + a.note());
            case ServiceOutcome.Failed f -> "FAILED " + Texts.shorten(f.message(), 200);
        };
        return String.format(
                Locale.ROOT, "%6.1f s  %-20s %s", seconds, outcome.service().name(), text);
    }

    private static Map<String, Object> json(ServiceOutcome outcome) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", outcome.service().name());
        json.put("ivoid", outcome.service().ivoid());
        json.put("url", outcome.service().url().toString());
        json.put("seconds", outcome.elapsed());
        switch (outcome) {
            case ServiceOutcome.Answered a -> {
                json.put("answered", true);
                json.put("data_sets", a.dataSets());
                json.put("matches", a.matches());
                json.put("overflow", a.overflow());
                json.put("note", a.note());
            }
            case ServiceOutcome.Failed f -> {
                json.put("answered", false);
                json.put("timed_out", f.timedOut());
                json.put("message", f.message());
            }
        }
        return json;
    }
}
