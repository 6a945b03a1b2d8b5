package org.volans.api.image;

/**
 * The pixel values that get the first and the last colour.
 *
 * @param low  finite, less than {@code high}
 * @param high finite
 */
public record Limits(double low, double high) {

    /** @throws IllegalArgumentException when they are not finite or not in order */
    public Limits {
        if (!Double.isFinite(low) || !Double.isFinite(high) || !(low < high)) {
            throw new IllegalArgumentException("the limits " + low + " and " + high + " are not two rising numbers");
        }
    }
}
