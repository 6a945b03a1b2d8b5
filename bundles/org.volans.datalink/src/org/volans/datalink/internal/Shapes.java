package org.volans.datalink.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.volans.api.geometry.Circle;
import org.volans.api.geometry.Interval;
import org.volans.api.geometry.Polygon;
import org.volans.api.geometry.Position;
import org.volans.api.geometry.Region;
import org.volans.api.net.HttpBody.Field;

/**
 * A region as the parameters that a service takes. What a service cannot take is sent as a shape that holds it, the
 * tightest first: never less of the sky than was asked for.
 */
final class Shapes {

    private static final int CORNERS = 16;

    private Shapes() {}

    /** @param offered names in upper case; empty when the service takes no shape that could hold the region */
    static Optional<List<Field>> fields(Region region, Set<String> offered) {
        String own = region.sodaParameter();
        if (offered.contains(own)) {
            return one(own, region.sodaValue());
        }
        if (offered.contains("POS")) {
            return one("POS", region.posValue());
        }
        Circle circle = region.boundingCircle();
        if (offered.contains("CIRCLE")) {
            return one("CIRCLE", circle.sodaValue());
        }
        if (offered.contains("POLYGON") && circle.radius() < 80) {
            return one("POLYGON", around(circle).sodaValue());
        }
        if (offered.contains("RA") && offered.contains("DEC")) {
            return Optional.of(intervals(circle));
        }
        return Optional.empty();
    }

    private static Optional<List<Field>> one(String name, String value) {
        return Optional.of(List.of(new Field(name, value)));
    }

    /**
     * A regular polygon whose sides touch the circle: by Napier's rules for the right spherical triangle of centre,
     * corner and middle of a side, tan(corner distance) = tan(radius) / cos(half the angle of a side). Corners run
     * north through east, which is counter-clockwise on the sky (DALI 1.1, section 3.3.7).
     */
    static Polygon around(Circle circle) {
        double corner = Math.toDegrees(
                Math.atan(Math.tan(Math.toRadians(circle.radius())) / Math.cos(Math.PI / CORNERS) * (1 + 1e-9)));
        List<Position> corners = new ArrayList<>();
        for (int i = 0; i < CORNERS; i++) {
            corners.add(circle.center().offset(360.0 * i / CORNERS, corner));
        }
        return new Polygon(corners);
    }

    /** Bounds in right ascension and declination, as GAVO DaCHS offered them before SODA was a standard. */
    private static List<Field> intervals(Circle circle) {
        double dec = circle.center().dec();
        double low = Math.max(-90, dec - circle.radius());
        double high = Math.min(90, dec + circle.radius());
        Interval ra = new Interval(0, 360);
        double sine = Math.sin(Math.toRadians(circle.radius())) / Math.cos(Math.toRadians(dec));
        if (low > -90 && high < 90 && sine < 1) {
            double half = Math.toDegrees(Math.asin(sine));
            double west = circle.center().ra() - half;
            double east = circle.center().ra() + half;
            // what runs through 0 has no interval of its own: the whole circle of right ascension holds it
            ra = west < 0 || east > 360 ? ra : new Interval(west, east);
        }
        return List.of(new Field("RA", ra.sodaValue()), new Field("DEC", new Interval(low, high).sodaValue()));
    }
}
