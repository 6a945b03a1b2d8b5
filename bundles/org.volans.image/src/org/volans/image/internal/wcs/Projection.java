package org.volans.image.internal.wcs;

/**
 * A map projection between the native sphere and the plane (Calabretta and Greisen 2002, A&amp;A 395, 1077: "paper II").
 * All angles and plane coordinates in radians. Immutable.
 */
interface Projection {

    /** Native latitude of the reference point. */
    double theta0();

    /**
     * From the plane to native longitude and latitude.
     *
     * @return whether the point is on the sphere; {@code out} is filled only then
     */
    boolean toNative(double x, double y, double[] out);

    /** From native longitude and latitude to the plane; false where the projection has no place for it. */
    boolean toPlane(double phi, double theta, double[] out);

    /** Whether the sky repeats along x every 2 pi, so that one direction has several places in a wide image. */
    default boolean repeats() {
        return false;
    }
}
