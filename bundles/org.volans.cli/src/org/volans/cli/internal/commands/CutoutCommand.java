package org.volans.cli.internal.commands;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.volans.api.datalink.DatalinkService;
import org.volans.api.datalink.LinkRow;
import org.volans.api.datalink.SodaOutcome;
import org.volans.api.datalink.SodaRequest;
import org.volans.api.datalink.SodaService;
import org.volans.api.geometry.Interval;
import org.volans.api.geometry.Region;
import org.volans.api.registry.RegistryService;
import org.volans.api.table.TableService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code volans cutout}. */
@Component(
        service = CliCommand.class,
        scope = ServiceScope.PROTOTYPE,
        property = {
            CliCommand.NAME + "=cutout",
            CliCommand.SUMMARY + "=cut a part out of a remote image (SODA), one or many"
        })
@Command(
        description = {
            "Cuts a part out of a remote data set by its Datalink and SODA service.",
            "With --each, one circle for each position of a table, in parallel, into a folder with a manifest; a"
                    + " second run fetches what is missing."
        },
        footer = {
            "  volans cutout images.vot --row 3 --circle 240.484,46.768,0.03 -o source.fits",
            "  volans cutout mosaic.vot --each objects.vot --radius 0.02 -o cutouts"
        })
public final class CutoutCommand implements CliCommand {

    private static final double DEFAULT_RADIUS = 0.02;

    private final DatalinkService datalink;
    private final SodaService soda;
    private final TableService tables;
    private final RegistryService registry;

    @Mixin
    LinkSource source = new LinkSource();

    @Option(names = "--circle", paramLabel = "RA,DEC,R", description = "centre and radius in degrees ICRS")
    @Nullable
    String circle;

    @Option(names = "--polygon", paramLabel = "RA,DEC,…", description = "at least three vertices in degrees ICRS")
    @Nullable
    String polygon;

    @Option(names = "--pos", paramLabel = "SHAPE", description = "'CIRCLE …', 'POLYGON …' or 'RANGE …'")
    @Nullable
    Region pos;

    @Option(names = "--band", paramLabel = "LO,HI", description = "wavelengths in metres; an empty end is open")
    @Nullable
    Interval band;

    @Option(names = "--each", paramLabel = "OBJECTS", description = "a table with positions")
    @Nullable
    String each;

    @Option(
            names = "--radius",
            paramLabel = "DEG",
            description = "radius of each circle (default: " + DEFAULT_RADIUS + ")")
    @Nullable
    Double radius;

    @Option(
            names = "--timeout",
            paramLabel = "S",
            defaultValue = "120",
            description = "longest silence of the service, in seconds (default: ${DEFAULT-VALUE})")
    int timeout = 120;

    @Option(
            names = {"-o", "--out"},
            required = true,
            paramLabel = "FILE|DIR",
            description = "the file to write; with --each the folder")
    String out = "";

    /** Called by DS. */
    @Activate
    public CutoutCommand(
            @Reference DatalinkService datalink,
            @Reference SodaService soda,
            @Reference TableService tables,
            @Reference RegistryService registry) {
        this.datalink = datalink;
        this.soda = soda;
        this.tables = tables;
        this.registry = registry;
    }

    @Override
    public int run(CliContext context) throws VoException {
        List<Region> regions = regions();
        check(regions);
        String objects = each;
        if (objects != null) {
            Double typed = radius;
            double size = typed == null ? DEFAULT_RADIUS : typed;
            return new CutoutBatch(soda, tables, context)
                    .run(service(context), context.path(objects), size, bands(), patience(), context.path(out));
        }
        Path file = context.path(out);
        LinkRow link = service(context);
        SodaOutcome outcome = soda.cutout(
                new SodaRequest(
                        link.descriptor().orElseThrow(), link.id(), regions, bands(), List.of(), List.of(), patience()),
                file,
                context.monitor());
        return conclude(outcome, regions, link.id(), context);
    }

    private void check(List<Region> regions) throws UsageException {
        source.check();
        Usage.above("--radius", radius, 0, 180, "degrees");
        Usage.atLeast("--timeout", timeout, 1);
        Usage.require(regions.size() <= 1, "give one of --circle, --polygon and --pos");
        if (each != null) {
            Usage.require(regions.isEmpty(), "--each makes its own circles: leave --circle, --polygon and --pos out");
        } else {
            Usage.require(radius == null, "--radius is for --each: a single circle has its own in --circle");
            Usage.require(
                    !regions.isEmpty() || band != null, "say what to cut with --circle, --polygon, --pos or --band");
        }
    }

    private int conclude(SodaOutcome outcome, List<Region> regions, String id, CliContext context)
            throws InputException {
        switch (outcome) {
            case SodaOutcome.NoOverlap nothing ->
                throw new InputException("nothing of " + id + " lies " + where(regions) + ": " + nothing.message());
            case SodaOutcome.Data data -> {
                if (context.json()) {
                    Map<String, Object> json = new LinkedHashMap<>();
                    json.put("file", data.file());
                    json.put("bytes", data.bytes());
                    json.put("media_type", data.mediaType());
                    json.put("request", data.request().toString());
                    context.printJson(json);
                } else {
                    context.err().println(data.bytes() + " bytes (" + data.mediaType() + ") written to " + data.file());
                }
            }
        }
        return 0;
    }

    private String where(List<Region> regions) {
        List<String> words = new ArrayList<>();
        regions.forEach(region -> words.add("in " + region.posValue()));
        bands().forEach(interval -> words.add("at " + interval.sodaValue() + " m"));
        return String.join(" ", words);
    }

    /** The first link that is a cutout service. */
    private LinkRow service(CliContext context) throws VoException {
        List<LinkRow> links = source.links(datalink, tables, registry, context);
        for (LinkRow link : links) {
            if (link.descriptor().filter(soda::isSoda).isPresent()) {
                return link;
            }
        }
        for (LinkRow link : links) {
            if (link.target() instanceof LinkRow.Target.Fault fault) {
                throw new InputException("the links of " + source.place + " say: " + fault.message());
            }
        }
        throw new InputException("none of the " + links.size() + " links of " + source.place + " is a cutout service");
    }

    private List<Region> regions() throws UsageException {
        List<Region> regions = new ArrayList<>();
        if (circle != null) {
            regions.add(Usage.read("--circle", () -> Region.parse("CIRCLE " + circle)));
        }
        if (polygon != null) {
            regions.add(Usage.read("--polygon", () -> Region.parse("POLYGON " + polygon)));
        }
        Region shape = pos;
        if (shape != null) {
            regions.add(shape);
        }
        return regions;
    }

    private List<Interval> bands() {
        Interval given = band;
        return given == null ? List.of() : List.of(given);
    }

    private Duration patience() {
        return Duration.ofSeconds(timeout);
    }
}
