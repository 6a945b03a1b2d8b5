package org.volans.sky.internal.data;

import java.util.ArrayList;
import java.util.List;
import org.volans.sky.internal.data.RadioSource.Component;

/** The shapes that low-frequency sources have; every method gives components whose flux densities sum up to the one asked. */
final class SourceShapes {

    private SourceShapes() {}

    static List<Component> point(double flux) {
        return List.of(new Component(0, 0, flux, 0, 0, 0));
    }

    /** A galaxy barely resolved. */
    static List<Component> gaussian(double flux, double size, SeededRandom random) {
        return List.of(new Component(0, 0, flux, size, size * random.uniform(0.3, 0.95), random.uniform(0, 180)));
    }

    /** Core, two lobes that brighten outwards and two hot spots (Fanaroff and Riley's class II). */
    static List<Component> doubleLobed(double flux, double size, SeededRandom random) {
        double angle = random.uniform(0, 180);
        double balance = random.uniform(0.42, 0.58);
        List<Component> parts = new ArrayList<>();
        parts.add(new Component(0, 0, 0.06 * flux, 0, 0, 0));
        for (int side : new int[] {1, -1}) {
            double share = side > 0 ? balance : 1 - balance;
            // one lobe points a little elsewhere than straight away from the other
            double direction = angle + side * random.uniform(0, 6);
            double reach = size / 2 * random.uniform(0.92, 1.08) * side;
            parts.add(at(reach, direction, 0.36 * flux * share, 0.07 * size, 0.05 * size, angle));
            parts.add(at(0.84 * reach, direction, 0.34 * flux * share, 0.26 * size, 0.15 * size, angle));
            parts.add(at(0.52 * reach, direction, 0.24 * flux * share, 0.42 * size, 0.18 * size, angle));
        }
        return closed(parts, flux);
    }

    /** A bright core with two bent tails that fade and widen outwards (class I, wide-angle tail). */
    static List<Component> tailed(double flux, double size, SeededRandom random) {
        int knots = 7;
        double angle = random.uniform(0, 360);
        double bend = random.uniform(15, 65);
        List<Component> parts = new ArrayList<>();
        parts.add(new Component(0, 0, 0.30 * flux, 0, 0, 0));
        for (int side : new int[] {0, 1}) {
            double east = 0;
            double north = 0;
            for (int knot = 1; knot <= knots; knot++) {
                double out = (double) knot / knots;
                double direction = Math.toRadians(angle + 180 * side + (side == 0 ? bend : -bend) * out);
                east += size / 2 / knots * Math.sin(direction);
                north += size / 2 / knots * Math.cos(direction);
                double share = 0.35 * flux * 2 * (knots + 1 - knot) / (knots * (knots + 1.0));
                double width = size * (0.06 + 0.16 * out);
                parts.add(
                        new Component(east, north, share, 1.4 * width, width, (Math.toDegrees(direction) + 360) % 180));
            }
        }
        return closed(parts, flux);
    }

    /** A compact core in diffuse emission. */
    static List<Component> halo(double flux, double size, SeededRandom random) {
        double angle = random.uniform(0, 180);
        List<Component> parts = new ArrayList<>();
        parts.add(new Component(0, 0, 0.35 * flux, 0, 0, 0));
        parts.add(at(size * 0.12, random.uniform(0, 360), 0.25 * flux, 0.45 * size, 0.35 * size, angle));
        parts.add(at(size * 0.05, random.uniform(0, 360), 0.40 * flux, size, 0.75 * size, angle + 20));
        return closed(parts, flux);
    }

    private static Component at(
            double distance, double direction, double flux, double major, double minor, double angle) {
        double theta = Math.toRadians(direction);
        return new Component(distance * Math.sin(theta), distance * Math.cos(theta), flux, major, minor, angle % 180);
    }

    private static List<Component> closed(List<Component> parts, double flux) {
        double factor = flux / parts.stream().mapToDouble(Component::flux).sum();
        return parts.stream()
                .map(c -> new Component(c.east(), c.north(), c.flux() * factor, c.major(), c.minor(), c.angle()))
                .toList();
    }
}
