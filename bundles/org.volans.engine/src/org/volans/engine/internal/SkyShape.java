package org.volans.engine.internal;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.volans.api.geometry.Position;
import org.volans.api.geometry.Region;

/** A geometry at run time (ADQL 2.1, section 4.2): a position, a region or a coverage map. Degrees, ICRS. */
sealed interface SkyShape permits SkyPoint, SkyRegion, Moc {

    /** The sphere in square degrees. */
    double WHOLE_SKY = 360 * 360 / Math.PI;

    /** {@code 6/1-3,5}: an order and its cells. */
    Pattern MAP = Pattern.compile("\\s*\\d+/[\\s\\d,/-]*");

    /** @throws IllegalArgumentException when the text is none of them */
    static SkyShape parse(String text) {
        String upper = text.strip().toUpperCase(Locale.ROOT);
        if (upper.startsWith("MOC ")) {
            return Moc.parse(text.strip().substring("MOC ".length()));
        }
        if (MAP.matcher(text).matches()) {
            return Moc.parse(text);
        }
        if (upper.startsWith("POINT") || upper.startsWith("POSITION")) {
            return SkyPoint.parse(text);
        }
        return new SkyRegion(Region.parse(text));
    }

    /** Whether a position lies in it or on its border; a position off the sphere lies nowhere. */
    boolean contains(double ra, double dec);

    /** Whether it holds the whole of the other. */
    boolean contains(SkyShape inner);

    /** Whether the two have a point in common. */
    boolean intersects(SkyShape other);

    /** In square degrees. */
    double area();

    /** The border in small steps. */
    List<Position> outline();

    /** The middle. */
    Position centroid();

    /** DALI's numbers (DALI 1.1, section 3.3), blanks between. */
    String numbers();
}
