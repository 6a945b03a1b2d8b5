package org.volans.api.sed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.volans.api.geometry.Position;

/**
 * The spectral energy distribution of one object.
 *
 * @param name     what to call it
 * @param position where it is, if known
 * @param points   in order of wavelength
 * @param problems photometry that could not be used, each with the column's name and the reason
 */
public record Sed(String name, Optional<Position> position, List<SedPoint> points, List<Problem> problems) {

    /** A column that gave no point, and why. */
    public record Problem(String column, String reason) {}

    public Sed {
        points = points.stream()
                .sorted(Comparator.comparingDouble(SedPoint::wavelength))
                .toList();
        problems = List.copyOf(problems);
    }

    /** The same object with what another one adds. */
    public Sed plus(Sed other) {
        List<SedPoint> allPoints = new ArrayList<>(points);
        allPoints.addAll(other.points);
        List<Problem> allProblems = new ArrayList<>(problems);
        allProblems.addAll(other.problems);
        return new Sed(name, position, allPoints, allProblems);
    }
}
