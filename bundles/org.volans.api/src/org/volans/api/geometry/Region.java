package org.volans.api.geometry;

import org.osgi.annotation.versioning.ProviderType;

/** A part of the sky in ICRS: what SODA 1.0 (section 3.3) can be asked for and ObsCore's {@code s_region} says. */
@ProviderType
public sealed interface Region permits Circle, Polygon, Range {

    /** Whether the position lies inside or on the border. */
    boolean contains(Position position);

    /** Whether the two regions share at least one point. */
    default boolean intersects(Region other) {
        return RegionOverlap.intersects(this, other);
    }

    /** A circle that holds the whole region, not necessarily the smallest one. */
    Circle boundingCircle();

    /** The SODA parameter that carries this shape by itself: {@code CIRCLE}, {@code POLYGON} or {@code POS}. */
    String sodaParameter();

    /** The value of that parameter, numbers in degrees separated by blanks (DALI 1.1, section 3.3). */
    String sodaValue();

    /** The value of SODA's {@code POS} parameter, which takes every shape: {@code CIRCLE 12 34 0.5}. */
    String posValue();

    /**
     * Reads what services write into {@code s_region} and users into {@code --pos}: STC-S or DALI with a leading word
     * ({@code CIRCLE}, {@code POLYGON}, {@code RANGE}, {@code BOX}, {@code POSITION}; upper or lower case; an optional
     * frame word, which must mean ICRS, J2000 or nothing). A mere position becomes a circle of 1e-7 degrees. Open ends
     * ({@code -Inf}, {@code +Inf}) of a range are those of the sky.
     *
     * @throws IllegalArgumentException says what cannot be read
     */
    static Region parse(String text) {
        return RegionParser.parse(text);
    }
}
