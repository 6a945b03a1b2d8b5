package org.volans.sky.internal.data;

import java.util.ArrayList;
import java.util.List;
import org.volans.api.geometry.Position;
import org.volans.sky.internal.data.RadioSource.Component;

/**
 * The sources of the field, about 3,000, the same each time. The first is at the tutorial's own example position, the next
 * 19 are within a few arcsec of its objects; no other lies within 150 arcsec of those.
 */
final class RadioSky {

    /** Where the tutorial cuts out its first image. */
    static final Position EXAMPLE = new Position(240.484, 46.768);

    private static final int SOURCES = 3_000;
    private static final double CLEAR = 150.0 / 3600;
    private static final double FAINTEST = 0.008;
    private static final double BRIGHTEST = 5;

    private final List<RadioSource> sources;

    RadioSky() {
        SeededRandom random = new SeededRandom(54);
        List<Position> fixed = new ArrayList<>(List.of(EXAMPLE));
        fixed.addAll(TutorialTables.positions());
        List<RadioSource> made = new ArrayList<>(SOURCES);
        made.add(new RadioSource(EXAMPLE, SourceShapes.doubleLobed(1.32, 92, random), -0.74));
        for (int i = 1; i < fixed.size(); i++) {
            made.add(counterpart(i, fixed.get(i), random));
        }
        Field field = new Field(237.35, 242.65, 45.2, 48.8, fixed, CLEAR);
        while (made.size() < SOURCES) {
            double[] at = field.draw(random);
            made.add(new RadioSource(new Position(rounded(at[0]), rounded(at[1])), anyShape(random), index(random)));
        }
        sources = List.copyOf(made);
    }

    List<RadioSource> sources() {
        return sources;
    }

    /** A source 0.6 to 3.5 arcsec away from an object: radio and optical positions never agree. */
    private static RadioSource counterpart(int number, Position object, SeededRandom random) {
        Position near = object.offset(random.uniform(0, 360), random.uniform(0.6, 3.5) / 3600);
        double flux = 0.06 * Math.pow(10, random.uniform(0, 1.1));
        double size = random.uniform(34, 84);
        List<Component> shape = switch (number % 5) {
            case 0 -> SourceShapes.halo(flux, 0.8 * size, random);
            case 1, 3 -> SourceShapes.doubleLobed(1.4 * flux, size, random);
            case 2 -> SourceShapes.tailed(1.6 * flux, 1.5 * size, random);
            default -> SourceShapes.gaussian(flux, 0.6 * size, random);
        };
        return new RadioSource(new Position(rounded(near.ra()), rounded(near.dec())), shape, index(random));
    }

    /** Counts go as the inverse of the flux density, which is close to what 54 MHz surveys find. */
    private static List<Component> anyShape(SeededRandom random) {
        double flux = Math.min(BRIGHTEST, FAINTEST / (1 - random.uniform()));
        double kind = random.uniform();
        boolean bright = flux > 0.1;
        if (kind < 0.62) {
            return SourceShapes.point(flux);
        }
        // what is extended needs more flux to be seen at all
        if (kind < (bright ? 0.74 : 0.97)) {
            return SourceShapes.gaussian(1.6 * flux, random.uniform(5, bright ? 26 : 14), random);
        }
        double size = Math.min(260, 28 / Math.pow(1 - random.uniform(), 0.7));
        if (kind < 0.92) {
            return SourceShapes.doubleLobed(2.2 * flux, size, random);
        }
        return kind < 0.97
                ? SourceShapes.tailed(2.4 * flux, 1.4 * size, random)
                : SourceShapes.halo(3 * flux, Math.min(size, 90), random);
    }

    private static double index(SeededRandom random) {
        return Math.clamp(-0.75 + 0.2 * random.normal(), -1.5, 0.2);
    }

    private static double rounded(double degrees) {
        return Math.rint(degrees * 1e6) / 1e6;
    }
}
