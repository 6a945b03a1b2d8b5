package org.volans.tour.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.IProgressMonitor;
import org.volans.api.VoException;
import org.volans.api.cutout.NearbySource;
import org.volans.api.photometry.PhotometryMatches;
import org.volans.api.sed.Sed;
import org.volans.api.sed.SedPlot;

/** Step 5: an SED for each target from the UCDs of its photometry and of the radio source beside it. */
final class SedMaker {

    private static final List<String> KINDS = List.of(".png", ".csv");

    private final TourServices services;
    private final Step step;

    SedMaker(TourServices services, Step step) {
        this.services = services;
        this.step = step;
    }

    /** The SEDs in the order of the targets, not yet written. */
    List<Sed> make(
            List<Target> targets,
            Optional<PhotometryMatches> colours,
            List<Optional<NearbySource>> sources,
            IProgressMonitor monitor)
            throws VoException {
        List<Sed> seds = new ArrayList<>();
        for (Target target : targets) {
            Sed sed = new Sed(target.name(), Optional.of(target.position()), List.of(), List.of());
            if (colours.isPresent() && target.row().isPresent()) {
                Sed optical = services.seds()
                        .sed(
                                colours.get().table(),
                                target.row().get(),
                                colours.get().source().context(),
                                monitor);
                sed = sed.plus(optical);
            }
            Optional<NearbySource> source = sources.get(target.object());
            if (source.isPresent()) {
                NearbySource there = source.get();
                sed = sed.plus(services.seds().sed(there.table(), there.row(), there.context(), monitor));
            }
            seds.add(sed);
        }
        report(seds);
        return seds;
    }

    /** Problems that many rows share are one line, not one for each row. */
    private void report(List<Sed> seds) {
        Map<String, Long> problems = seds.stream()
                .flatMap(sed -> sed.problems().stream())
                .collect(Collectors.groupingBy(
                        p -> p.column() + ": " + p.reason(), TreeMap::new, Collectors.counting()));
        problems.forEach((text, rows) -> step.note("Left out of " + rows + " of " + seds.size() + " SEDs: " + text));
        long points = seds.stream().mapToLong(sed -> sed.points().size()).sum();
        step.note(seds.size() + " SEDs with " + points + " points");
        seds.stream()
                .filter(sed -> sed.points().isEmpty())
                .forEach(sed -> step.warn(sed.name() + ": no photometry that can be drawn"));
    }

    /** Writes the files of one target. */
    void write(Target target, Sed sed, Path folder, IProgressMonitor monitor) throws VoException {
        if (sed.points().isEmpty()) {
            return;
        }
        for (String kind : KINDS) {
            services.seds().write(List.of(sed), plot(sed.name()), folder.resolve(target.fileName() + kind), monitor);
        }
    }

    /** Writes all points into one table. */
    void writeAll(List<Sed> seds, Path folder, IProgressMonitor monitor) throws VoException {
        services.seds().write(seds, plot("All objects"), folder.resolve("all.vot"), monitor);
    }

    /** Small enough for its letters to be read when the report shows it at half size. */
    private static SedPlot plot(String title) {
        return new SedPlot(SedPlot.XAxis.WAVELENGTH, SedPlot.YAxis.FNU, 660, 480, title);
    }
}
