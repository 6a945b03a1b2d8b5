package org.volans.cli.internal.commands;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.cli.CliContext;
import org.volans.api.geometry.Position;
import org.volans.api.handler.HandlerEvent;
import org.volans.api.handler.HandlerHost;
import org.volans.api.handler.HandlerResult;
import org.volans.api.image.RenderRequest;
import org.volans.api.io.WholeFile;
import org.volans.api.sed.Sed;
import org.volans.api.sed.SedPlot;

/** Keeps in files what handlers give: SEDs and marked images as pictures, tables as VOTables, links as JSON. */
final class ListenHost implements HandlerHost {

    private static final Gson GSON = new GsonBuilder()
            .serializeNulls()
            .setPrettyPrinting()
            .disableHtmlEscaping()
            .create();

    private final SampCommand.Services services;
    private final ListenFolder folder;
    private final CliContext context;

    ListenHost(SampCommand.Services services, ListenFolder folder, CliContext context) {
        this.services = services;
        this.folder = folder;
        this.context = context;
    }

    @Override
    public Path newFile(String stem, String extension) {
        return folder.newFile(stem, extension);
    }

    @Override
    public URI registry() throws VoException {
        return context.registry();
    }

    @Override
    public List<Path> take(HandlerEvent event, String handler, HandlerResult result, IProgressMonitor monitor)
            throws VoException {
        return switch (result) {
            case HandlerResult.Spectrum spectrum -> List.of(sed(event, spectrum.sed(), monitor));
            case HandlerResult.Image image -> image(image, monitor);
            case HandlerResult.Table table -> {
                Path file = folder.file(table.name(), "vot");
                services.tables().save(table.table(), file, "votable", monitor);
                yield List.of(file);
            }
            case HandlerResult.Links links -> List.of(links(event, links));
            // their words are in the run's message
            case HandlerResult.Page page -> List.of();
            case HandlerResult.Text text -> List.of();
            case HandlerResult.Warning warning -> List.of();
        };
    }

    private Path sed(HandlerEvent event, Sed sed, IProgressMonitor monitor) throws VoException {
        Path file = folder.file("sed-" + of(event) + sed.name(), "png");
        SedPlot plot = new SedPlot(SedPlot.XAxis.WAVELENGTH, SedPlot.YAxis.FNU, 900, 600, "");
        services.seds().write(List.of(sed), plot, file, monitor);
        return file;
    }

    /** An image that was made, or one that was there with a position to be shown on it. */
    private List<Path> image(HandlerResult.Image image, IProgressMonitor monitor) throws VoException {
        Optional<Position> mark = image.mark();
        if (mark.isEmpty()) {
            return List.of(image.file());
        }
        Path picture = folder.file(stem(image.file()) + "-marked", "png");
        RenderRequest request = RenderRequest.standard(
                600, List.of(new RenderRequest.Mark(mark.get(), Optional.empty(), "")), image.title());
        services.images().render(services.images().open(image.file(), monitor).getFirst(), request, picture, monitor);
        return List.of(image.file(), picture);
    }

    private Path links(HandlerEvent event, HandlerResult.Links links) throws InputException {
        Path file = folder.file("links-" + of(event).replaceFirst("-$", ""), "json");
        List<Map<String, Object>> rows =
                links.links().links().stream().map(LinksCommand::json).toList();
        WholeFile.write(file, to -> to.write(GSON.toJson(rows).getBytes(StandardCharsets.UTF_8)));
        return file;
    }

    private static String of(HandlerEvent event) {
        return event instanceof HandlerEvent.Row row
                ? stem(Path.of(row.table().name())) + "-" + (row.row() + 1) + "-"
                : "";
    }

    private static String stem(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\.[A-Za-z0-9]{1,6}$", "");
    }
}
