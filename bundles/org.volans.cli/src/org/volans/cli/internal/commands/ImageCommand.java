package org.volans.cli.internal.commands;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
import org.volans.api.geometry.Position;
import org.volans.api.image.Cut;
import org.volans.api.image.FitsImage;
import org.volans.api.image.ImageService;
import org.volans.api.image.RenderRequest;
import org.volans.api.image.RenderRequest.Mark;
import org.volans.api.image.Shading;
import org.volans.api.image.Wcs;
import org.volans.api.table.PositionColumns;
import org.volans.api.table.TableService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code volans image}. */
@Component(
        service = CliCommand.class,
        scope = ServiceScope.PROTOTYPE,
        property = {CliCommand.NAME + "=image", CliCommand.SUMMARY + "=draw a FITS image as PNG, or describe it"})
@Command(
        description = "Draws a FITS image as PNG; without -o it describes the file's images.",
        footer = {
            "  volans image cutout.fits -o cutout.png --stretch asinh --cut zscale",
            "  volans image mosaic.fits -o field.png --overlay objects.vot --size 1600"
        })
public final class ImageCommand implements CliCommand {

    private final ImageService images;
    private final TableService tables;

    @Parameters(paramLabel = "FILE", description = "a FITS file")
    String file = "";

    @Option(
            names = {"-o", "--out"},
            paramLabel = "OUT.png",
            description = "the picture to write")
    @Nullable
    String out;

    @Option(names = "--hdu", paramLabel = "N", description = "header-data unit, from 0; else the first image")
    @Nullable
    Integer hdu;

    @Option(names = "--stretch", defaultValue = "asinh", description = "linear, asinh, log or sqrt (default: asinh)")
    String stretch = "asinh";

    @Option(names = "--cut", defaultValue = "zscale", description = "zscale, minmax or a percentage (default: zscale)")
    String cut = "zscale";

    @Option(
            names = "--colormap",
            defaultValue = "viridis",
            description = "gray, viridis, inferno, magma, cubehelix or heat (default: viridis)")
    String colormap = "viridis";

    @Option(names = "--size", paramLabel = "PIXELS", defaultValue = "0", description = "longest side of the image")
    int size;

    @Option(names = "--overlay", paramLabel = "TABLE", description = "mark the positions of a table")
    @Nullable
    String overlay;

    @Option(names = "--title", paramLabel = "TEXT", defaultValue = "", description = "a title")
    String title = "";

    @Option(names = "--bare", description = "the pixels alone: no axes, no compass, no colour bar")
    boolean bare;

    /** Called by DS. */
    @Activate
    public ImageCommand(@Reference ImageService images, @Reference TableService tables) {
        this.images = images;
        this.tables = tables;
    }

    @Override
    public int run(CliContext context) throws VoException {
        String picture = out;
        check(picture);
        List<FitsImage> found = images.open(context.path(file), context.monitor());
        if (picture == null) {
            describe(found, context);
            return 0;
        }
        FitsImage image = choose(found);
        RenderRequest request = new RenderRequest(stretch, cut, colormap, size, marks(image, context), !bare, title);
        Path path = context.path(picture);
        images.render(image, request, path, context.monitor());
        if (context.json()) {
            context.printJson(Map.of("file", path, "marks", request.overlays().size()));
        } else {
            context.err().println("written to " + path);
        }
        return 0;
    }

    private void check(@Nullable String picture) throws UsageException {
        Usage.atLeast("--hdu", hdu, 0);
        Usage.between("--size", size, 0, RenderRequest.LARGEST, "pixels");
        Usage.read(() -> Cut.parse(cut));
        Usage.read(() -> Shading.parse(stretch, colormap));
        Usage.require(
                picture == null || picture.toLowerCase(Locale.ROOT).endsWith(".png"),
                "pictures are written as PNG: call the file " + picture + ".png");
    }

    private FitsImage choose(List<FitsImage> found) throws InputException {
        Integer wanted = hdu;
        return wanted == null
                ? found.get(0)
                : found.stream()
                        .filter(i -> i.hdu() == wanted)
                        .findFirst()
                        .orElseThrow(
                                () -> new InputException(file + " has no image in HDU " + wanted + "; images are in "
                                        + found.stream().map(FitsImage::hdu).toList()));
    }

    private List<Mark> marks(FitsImage image, CliContext context) throws InputException {
        List<Mark> marks = new ArrayList<>();
        String table = overlay;
        if (table != null) {
            if (image.wcs().isEmpty()) {
                throw new InputException(file + " has no sky coordinates to overlay on: " + image.wcsProblem());
            }
            Path path = context.path(table);
            PositionColumns.positions(tables.open(path, "", context.monitor()), path.toString())
                    .forEach(position -> marks.add(new Mark(position, Optional.empty(), "")));
        }
        return marks;
    }

    private static void describe(List<FitsImage> found, CliContext context) {
        if (context.json()) {
            context.printJson(found.stream().map(ImageCommand::json).toList());
            return;
        }
        context.printTable(
                List.of("HDU", "shape", "unit", "projection", "pixel", "centre (ICRS)"),
                found.stream().map(ImageCommand::row).toList());
        found.stream()
                .filter(i -> i.wcs().isEmpty())
                .forEach(i -> context.err().println("HDU " + i.hdu() + ": " + i.wcsProblem()));
    }

    private static List<String> row(FitsImage image) {
        Optional<Wcs> wcs = image.wcs();
        return List.of(
                Integer.toString(image.hdu()),
                String.join(" x ", image.shape().stream().map(String::valueOf).toList()),
                image.unit(),
                wcs.map(Wcs::projection).orElse("none"),
                wcs.map(w -> String.format(Locale.ROOT, "%.3f\u2033", w.pixelScale()[0] * 3600))
                        .orElse(""),
                wcs.flatMap(w -> center(image, w)).map(Object::toString).orElse(""));
    }

    private static Optional<Position> center(FitsImage image, Wcs wcs) {
        return image.shape().size() < 2
                ? Optional.empty()
                : wcs.toSky((image.shape().get(0) + 1) / 2.0, (image.shape().get(1) + 1) / 2.0);
    }

    private static Map<String, Object> json(FitsImage image) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("hdu", image.hdu());
        json.put("shape", image.shape());
        json.put("unit", image.unit());
        json.put("projection", image.wcs().map(Wcs::projection));
        json.put("pixel_deg", image.wcs().map(Wcs::pixelScale));
        json.put("center", image.wcs().flatMap(w -> center(image, w)));
        json.put("wcs_problem", image.wcsProblem());
        json.put("band_m", image.band());
        json.put("header", image.header());
        return json;
    }
}
