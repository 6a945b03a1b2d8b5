package org.volans.sky.internal.registry;

import java.util.Locale;
import java.util.StringJoiner;
import org.volans.api.geometry.Circle;
import org.volans.api.geometry.Polygon;
import org.volans.api.geometry.Position;
import org.volans.api.geometry.Range;
import org.volans.api.geometry.Region;
import org.volans.api.spectral.Light;

/** How the registry writes parts of the sky and of the spectrum. */
final class Coverage {

    private Coverage() {}

    /** A region as {@code s_region} has it; a range becomes a polygon that follows its parallels in steps of a degree. */
    static String text(Region region) {
        return switch (region) {
            case Circle circle -> "CIRCLE ICRS " + pair(circle.center()) + " " + number(circle.radius());
            case Polygon polygon -> {
                StringJoiner text = new StringJoiner(" ", "POLYGON ICRS ", "");
                polygon.vertices().forEach(v -> text.add(pair(v)));
                yield text.toString();
            }
            case Range range -> outline(range);
        };
    }

    private static String outline(Range range) {
        StringJoiner text = new StringJoiner(" ", "POLYGON ICRS ", "");
        double width = range.raMax() - range.raMin();
        int steps = (int) Math.max(1, Math.ceil(width));
        for (int i = 0; i <= steps; i++) {
            text.add(pair(new Position(range.raMin() + width * i / steps, range.decMin())));
        }
        for (int i = steps; i >= 0; i--) {
            text.add(pair(new Position(range.raMin() + width * i / steps, range.decMax())));
        }
        return text.toString();
    }

    private static String pair(Position position) {
        return number(position.ra()) + " " + number(position.dec());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.6f", value).replaceAll("0+$", "").replaceAll("\\.$", "");
    }

    /** Photon energies in J of a waveband, by the limits of the IVOA messenger vocabulary. */
    static double[] energies(String waveband) {
        double[] metres = switch (waveband.toLowerCase(Locale.ROOT)) {
            case "radio" -> new double[] {1e-2, 1e2};
            case "millimeter" -> new double[] {1e-4, 1e-2};
            case "infrared" -> new double[] {1e-6, 1e-4};
            case "optical" -> new double[] {3e-7, 1e-6};
            case "uv" -> new double[] {1e-8, 3e-7};
            case "euv" -> new double[] {1e-8, 1e-7};
            case "x-ray" -> new double[] {1e-11, 1e-8};
            case "gamma-ray" -> new double[] {1e-18, 1e-11};
            default -> throw new IllegalArgumentException("'" + waveband + "' is no waveband");
        };
        double product = Light.PLANCK * Light.SPEED;
        return new double[] {product / metres[1], product / metres[0]};
    }
}
