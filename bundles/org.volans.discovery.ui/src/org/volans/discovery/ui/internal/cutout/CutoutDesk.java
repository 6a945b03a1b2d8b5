package org.volans.discovery.ui.internal.cutout;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.cutout.CutoutService;
import org.volans.api.cutout.PositionCutout;
import org.volans.api.geometry.Position;
import org.volans.discovery.ui.internal.Asked;
import org.volans.discovery.ui.internal.Place;
import org.volans.ui.project.ProjectFolder;
import org.volans.ui.project.Provenance;
import org.volans.ui.services.RegistryChoice;

/** Makes radio cutouts into the project folder, each position once a session. Safe for concurrent use; blocks. */
@Component(service = CutoutDesk.class)
public final class CutoutDesk {

    private static final String WAVEBAND = "radio";

    /** How far a source may be from the position, and the cutout's radius without one: 100 arcsec. */
    private static final double RADIUS = 100 / 3600.0;

    private final CutoutService cutouts;
    private final RegistryChoice registry;
    private final ProjectFolder folder;
    private final Map<Position, IFile> made = new ConcurrentHashMap<>();

    /** Called by DS. */
    @Activate
    public CutoutDesk(
            @Reference CutoutService cutouts, @Reference RegistryChoice registry, @Reference ProjectFolder folder) {
        this.cutouts = cutouts;
        this.registry = registry;
        this.folder = folder;
    }

    /**
     * The cutout at a place, as a file of the project.
     *
     * @throws VoException also, in words for the user, when there is none
     */
    IFile cut(Place place, IProgressMonitor monitor) throws VoException {
        monitor.beginTask("Radio cutout", IProgressMonitor.UNKNOWN);
        Position position = place.position();
        Optional<IFile> known = Optional.ofNullable(made.get(position)).filter(IFile::exists);
        if (known.isPresent()) {
            return known.get();
        }
        IFile file = folder.newFile(ProjectFolder.IMAGES, stem(position), "fits");
        Path path = ProjectFolder.path(file);
        PositionCutout cutout =
                cutouts.cutoutHere(position, WAVEBAND, RADIUS, path, Asked.by(registry, monitor), monitor);
        return switch (cutout) {
            case PositionCutout.Made done -> {
                folder.arrived(file, provenance(place, done));
                made.put(position, file);
                yield file;
            }
            case PositionCutout.Nothing nothing -> throw new InputException(sentence(nothing.message()));
            case PositionCutout.Failed failed ->
                throw new InputException(
                        "An image covers " + position + ", but its cutout failed: " + failed.message());
        };
    }

    /** Whether a file of that name is one of the cutouts of this session. */
    boolean hasMade(String name) {
        return made.values().stream().anyMatch(file -> file.getName().equals(name));
    }

    private static String sentence(String message) {
        return message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1) + ".";
    }

    private static String stem(Position position) {
        return String.format(Locale.ROOT, "radio_%.4f%+.4f", position.ra(), position.dec());
    }

    private static Provenance provenance(Place place, PositionCutout.Made cutout) {
        Map<String, String> more = new LinkedHashMap<>();
        more.put("position", cutout.circle().center().toString());
        more.put("chosen in", place.origin());
        more.put(
                "radius",
                String.format(Locale.ROOT, "%.1f arcsec: %s", cutout.circle().radius() * 3600, cutout.sizeBy()));
        more.put("image", cutout.image().title());
        cutout.source()
                .ifPresent(source -> more.put(
                        "source",
                        String.format(Locale.ROOT, "%s, %.1f arcsec away", source.name(), source.separation() * 3600)));
        String request = cutout.request();
        return new Provenance(
                request.replaceFirst("\\?.*", ""),
                request,
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                cutout.seconds(),
                -1,
                false,
                more);
    }
}
