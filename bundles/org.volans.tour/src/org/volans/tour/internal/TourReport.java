package org.volans.tour.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.volans.api.discovery.DiscoveryReport;
import org.volans.api.photometry.PhotometryMatches;
import org.volans.api.sed.Sed;

/**
 * Everything that a tour found.
 *
 * @param options    what it was told
 * @param sky        whether it ran on the embedded sky
 * @param started    ISO 8601 UTC
 * @param elapsed    from the first question to the last picture
 * @param objects    what it started from
 * @param steps      in the order of the chain
 * @param colours    the photometry, if it was found
 * @param verdict    the comparison with the published answer, where there is one to compare with
 * @param discovery  the images, if any service was found
 * @param targets    what has pictures
 * @param seds       in the order of the targets
 * @param cutouts    in the order of the objects
 * @param drawn      numbers of the targets that have a picture of their cutout
 */
record TourReport(
        TourOptions options,
        boolean sky,
        String started,
        Duration elapsed,
        Objects objects,
        List<Step> steps,
        Optional<PhotometryMatches> colours,
        Optional<PublishedComparison.Verdict> verdict,
        Optional<DiscoveryReport> discovery,
        List<Target> targets,
        List<Sed> seds,
        List<Cutout> cutouts,
        Set<Integer> drawn) {

    TourReport {
        steps = List.copyOf(steps);
        targets = List.copyOf(targets);
        seds = List.copyOf(seds);
        cutouts = List.copyOf(cutouts);
        drawn = Set.copyOf(drawn);
    }

    /** Steps that gave nothing. */
    List<Step> failed() {
        return steps.stream().filter(s -> s.status() == Step.Status.FAILED).toList();
    }

    /** The cutout of a target's object, if its step got that far. */
    Optional<Cutout> cutout(Target target) {
        return cutouts.stream().filter(c -> c.object() == target.object()).findFirst();
    }
}
