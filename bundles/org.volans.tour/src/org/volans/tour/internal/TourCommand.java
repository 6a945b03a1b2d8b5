package org.volans.tour.internal;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ServiceScope;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.cli.CliCommand;
import org.volans.api.cli.CliContext;
import org.volans.api.cli.Usage;
import org.volans.api.cli.UsageException;
import org.volans.api.cutout.CutoutService;
import org.volans.api.discovery.DiscoveryService;
import org.volans.api.image.ImageService;
import org.volans.api.photometry.PhotometryService;
import org.volans.api.registry.RegistryService;
import org.volans.api.sed.SedService;
import org.volans.api.sky.EmbeddedSky;
import org.volans.api.sky.RunningSky;
import org.volans.api.table.TableService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import uk.ac.starlink.table.StarTable;

/** {@code volans tour}. */
@Component(
        service = CliCommand.class,
        scope = ServiceScope.PROTOTYPE,
        property = {
            CliCommand.NAME + "=tour",
            CliCommand.SUMMARY + "=run the whole chain on a list of positions and write an illustrated report"
        })
@Command(
        description = {
            "Runs the whole chain on a list of positions: registry, photometry join, images of all ObsCore services,"
                    + " Datalink, cutouts, SEDs. Writes a folder with index.html, tables, pictures and FITS files.",
            "Without --registry it runs on the embedded sky."
        },
        footer = {"  volans tour --out mytour", "  volans tour --registry https://reg.g-vo.org/tap --objects my.vot"})
public final class TourCommand implements CliCommand {

    private static final double ARCSEC = 1 / 3600.0;

    /** Two degrees: more is no match of an object. */
    private static final double MOST_ARCSEC = 7200;

    private static final String TUTORIAL_KEYWORD = "SDSS12";

    private final TourServices services;

    private final @Nullable ComponentServiceObjects<EmbeddedSky> skies;

    @Option(names = "--objects", paramLabel = "FILE", description = "a table with positions; else the tutorial's 19")
    @Nullable
    String objects;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            defaultValue = "volans-tour",
            description = "the folder to write; an earlier tour there is replaced (default: ${DEFAULT-VALUE})")
    String out = "volans-tour";

    @Option(
            names = "--keyword",
            paramLabel = "WORDS",
            defaultValue = TUTORIAL_KEYWORD,
            description = "what the photometry is searched by (default: ${DEFAULT-VALUE})")
    String keyword = TUTORIAL_KEYWORD;

    @Option(
            names = "--match",
            paramLabel = "ARCSEC",
            defaultValue = "1",
            description = "radius of the photometry join (default: ${DEFAULT-VALUE})")
    double match = 1;

    @Option(
            names = "--waveband",
            paramLabel = "W",
            defaultValue = "radio",
            description = "waveband of the images (default: ${DEFAULT-VALUE})")
    String waveband = "radio";

    @Option(
            names = "--mosaic-table",
            paramLabel = "NAME",
            defaultValue = "lolss.mosaic",
            description = "table whose rows lead to the cutout service (default: ${DEFAULT-VALUE})")
    String mosaicTable = "lolss.mosaic";

    @Option(
            names = "--source-table",
            paramLabel = "NAME",
            defaultValue = "lolss.source_catalog",
            description = "catalogue that says how large each cutout must be (default: ${DEFAULT-VALUE})")
    String sourceTable = "lolss.source_catalog";

    @Option(
            names = "--source-radius",
            paramLabel = "ARCSEC",
            defaultValue = "100",
            description = "how far a source may be from a position (default: ${DEFAULT-VALUE})")
    double sourceRadius = 100;

    @Option(
            names = "--timeout",
            paramLabel = "S",
            defaultValue = "60",
            description = "longest that one service may take, in seconds (default: ${DEFAULT-VALUE})")
    int timeout = 60;

    /** Called by DS; the sky is optional, and started only when it is used. */
    @Activate
    public TourCommand(
            @Reference RegistryService registry,
            @Reference PhotometryService photometry,
            @Reference DiscoveryService discovery,
            @Reference CutoutService cutouts,
            @Reference TableService tables,
            @Reference ImageService images,
            @Reference SedService seds,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL) @Nullable
                    ComponentServiceObjects<EmbeddedSky> skies) {
        this.services = new TourServices(registry, photometry, discovery, cutouts, tables, images, seds);
        this.skies = skies;
    }

    @Override
    public int run(CliContext context) throws VoException, IOException {
        checkOptions();
        boolean embedded = !context.registryGiven();
        Optional<EmbeddedSky> sky = embedded || objects == null ? Optional.of(sky(embedded)) : Optional.empty();
        Objects positions = positions(context, sky);
        try (OutputFolder folder = OutputFolder.open(context.path(out))) {
            if (!embedded) {
                return tour(context, context.registry(), positions, sky, folder);
            }
            try (RunningSky running = sky.orElseThrow().start(0, context.monitor())) {
                return tour(context, running.registry(), positions, sky, folder);
            }
        }
    }

    /** Before anybody is asked. */
    private void checkOptions() throws UsageException {
        Usage.above("--match", match, 0, MOST_ARCSEC, "arcsec");
        Usage.above("--source-radius", sourceRadius, 0, MOST_ARCSEC, "arcsec");
        Usage.atLeast("--timeout", timeout, 1);
        Usage.given("--keyword", keyword);
        Usage.given("--waveband", waveband);
        Usage.given("--mosaic-table", mosaicTable);
        Usage.given("--source-table", sourceTable);
        Usage.given("--out", out);
    }

    private EmbeddedSky sky(boolean embedded) throws InputException {
        ComponentServiceObjects<EmbeddedSky> known = skies;
        EmbeddedSky sky = known == null ? null : known.getService();
        if (sky == null) {
            throw new InputException("the embedded sky is not installed: "
                    + (embedded ? "name a registry with --registry" : "name a table of positions with --objects"));
        }
        return sky;
    }

    private Objects positions(CliContext context, Optional<EmbeddedSky> sky) throws InputException {
        String file = objects;
        if (file == null) {
            return Objects.of(sky.orElseThrow().tutorialObjects(), "the tutorial's table");
        }
        Path path = context.path(file);
        return Objects.of(services.tables().open(path, "", context.monitor()), path.toString());
    }

    private int tour(
            CliContext context, URI registry, Objects positions, Optional<EmbeddedSky> sky, OutputFolder folder)
            throws VoException, IOException {
        TourOptions options = new TourOptions(
                registry,
                keyword,
                match * ARCSEC,
                waveband,
                mosaicTable,
                sourceTable,
                sourceRadius * ARCSEC,
                Duration.ofSeconds(timeout));
        context.monitor().beginTask("tour", 6);
        // what was published is the answer to the tutorial's own question alone
        boolean tutorial = objects == null && keyword.equals(TUTORIAL_KEYWORD);
        Optional<StarTable> published = tutorial ? sky.map(EmbeddedSky::publishedAnswer) : Optional.empty();
        AtomicInteger ended = new AtomicInteger();
        TourReport report = new Tour(services, options, positions, folder, context.monitor())
                .run(published, !context.registryGiven(), step -> tell(context, step, ended.incrementAndGet()));
        if (context.monitor().isCanceled()) {
            throw new OperationCanceledException();
        }
        new ReportWriter(report).write(folder);
        folder.finish();
        return conclude(context, report);
    }

    private static void tell(CliContext context, Step step, int ended) {
        context.monitor().worked(1);
        context.monitor().subTask(step.title());
        String last = step.notes().isEmpty()
                ? ""
                : ": " + step.notes().get(step.notes().size() - 1);
        String text = step.failure().isEmpty() ? last : ": FAILED: " + step.failure();
        context.err()
                .printf(
                        Locale.ROOT,
                        "[%d/6] %5.1f s  %s%s%n",
                        ended,
                        step.elapsed().toMillis() / 1000.0,
                        step.title(),
                        text);
        step.warnings().forEach(warning -> context.err().println("       ! " + warning));
    }

    private int conclude(CliContext context, TourReport report) throws InputException {
        Path index = context.path(out).resolve("index.html");
        if (context.json()) {
            context.printJson(ReportJson.of(report));
        } else {
            report.verdict().ifPresent(verdict -> context.out().println(verdict.sentence()));
            context.out()
                    .printf(
                            Locale.ROOT,
                            "Tour of %d positions in %.1f s: %s%n",
                            report.objects().positions().size(),
                            report.elapsed().toMillis() / 1000.0,
                            index);
        }
        if (report.failed().isEmpty()) {
            return 0;
        }
        Map<String, String> why = new LinkedHashMap<>();
        report.failed().forEach(step -> why.put(step.title(), step.failure()));
        throw new InputException("the tour is not complete: "
                + why.entrySet().stream()
                        .map(e -> e.getKey() + " (" + e.getValue() + ")")
                        .reduce((a, b) -> a + "; " + b)
                        .orElse(""));
    }
}
