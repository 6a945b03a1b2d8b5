package org.volans.image.internal.wcs;

import java.util.Optional;
import org.volans.api.geometry.Position;
import org.volans.api.image.Wcs;

/** The celestial coordinates of one image. Immutable; safe for concurrent use. */
public final class CelestialWcs implements Wcs {

    private final String code;
    private final PixelPlane plane;
    private final Projection projection;
    private final double offsetX;
    private final double offsetY;
    private final double[][] toCelestial;
    private final double[][] toNative;
    private final Frame frame;
    private final double[] size;

    /**
     * @param code        the projection's name
     * @param plane       pixels to projected plane
     * @param projection  plane to native sphere
     * @param offset      plane coordinates in radians of the reference point (PVi_0 of the longitude axis), usually 0, 0
     * @param toCelestial rotation from native to the header's frame
     * @param frame       that frame
     * @param size        lengths of the two celestial pixel axes, to choose among the repeats of a cylindrical sky
     */
    CelestialWcs(
            String code,
            PixelPlane plane,
            Projection projection,
            double[] offset,
            double[][] toCelestial,
            Frame frame,
            double[] size) {
        this.code = code;
        this.plane = plane;
        this.projection = projection;
        this.offsetX = offset[0];
        this.offsetY = offset[1];
        this.toCelestial = toCelestial;
        this.toNative = Rotation.transpose(toCelestial);
        this.frame = frame;
        this.size = size.clone();
    }

    @Override
    public int axisX() {
        return plane.axisX();
    }

    @Override
    public int axisY() {
        return plane.axisY();
    }

    @Override
    public String projection() {
        return code;
    }

    @Override
    public Optional<Position> toSky(double x, double y) {
        double[] pair = {x, y};
        plane.toPlane(pair);
        double[] angles = new double[2];
        if (!projection.toNative(Math.toRadians(pair[0]) + offsetX, Math.toRadians(pair[1]) + offsetY, angles)) {
            return Optional.empty();
        }
        double[] celestial = Rotation.apply(toCelestial, Rotation.vector(angles[0], angles[1]));
        double[] icrs = frame.toIcrs().apply(celestial);
        return Optional.of(
                new Position(Math.toDegrees(Rotation.longitude(icrs)), Math.toDegrees(Rotation.latitude(icrs))));
    }

    @Override
    public Optional<double[]> toPixel(Position position) {
        double[] icrs = Rotation.vector(Math.toRadians(position.ra()), Math.toRadians(position.dec()));
        double[] v = Rotation.apply(toNative, frame.fromIcrs().apply(icrs));
        double phi = Rotation.longitude(v);
        double theta = Rotation.latitude(v);
        Optional<double[]> first = pixel(phi, theta);
        if (!projection.repeats() || first.isEmpty() || inside(first.get())) {
            return first;
        }
        for (double turn : new double[] {-2 * Math.PI, 2 * Math.PI}) {
            Optional<double[]> other = pixel(phi + turn, theta);
            if (other.isPresent() && inside(other.get())) {
                return other;
            }
        }
        return first;
    }

    private Optional<double[]> pixel(double phi, double theta) {
        double[] pair = new double[2];
        if (!projection.toPlane(phi, theta, pair)) {
            return Optional.empty();
        }
        pair[0] = Math.toDegrees(pair[0] - offsetX);
        pair[1] = Math.toDegrees(pair[1] - offsetY);
        return plane.toPixel(pair) ? Optional.of(pair) : Optional.empty();
    }

    private boolean inside(double[] pixel) {
        return pixel[0] >= 0.5 && pixel[0] <= size[0] + 0.5 && pixel[1] >= 0.5 && pixel[1] <= size[1] + 0.5;
    }

    @Override
    public double[] pixelScale() {
        return plane.scale();
    }
}
