package org.volans.sky.internal.data;

import java.util.List;
import org.volans.api.geometry.Interval;
import org.volans.api.geometry.Polygon;
import org.volans.api.geometry.Position;
import org.volans.api.spectral.Light;

/**
 * A square image or cube of the simulated sky, described before any pixel is made.
 *
 * @param path     its name below the data centre's files, such as {@code lolss/mosaic.fits}
 * @param object   FITS keyword OBJECT
 * @param center   of the field, ICRS
 * @param size     pixels along a side
 * @param pixel    side of a pixel in arcsec
 * @param beam     full width at half maximum in arcsec
 * @param channels the spectral axis
 * @param noise    standard deviation near the centre in Jy/beam
 * @param seed     of the noise
 */
public record ImageSpec(
        String path,
        String object,
        Position center,
        int size,
        double pixel,
        double beam,
        Channels channels,
        double noise,
        long seed) {

    /**
     * Frequencies in Hz.
     *
     * @param count 1 for an image without spectral axis
     * @param first centre of the first channel
     * @param width of a channel
     */
    public record Channels(int count, double first, double width) {

        static Channels continuum(double center, double width) {
            return new Channels(1, center, width);
        }

        double frequency(int channel) {
            return first + channel * width;
        }

        /** Wavelengths in metres, from the outer border of the last channel to that of the first. */
        Interval wavelengths() {
            return new Interval(Light.SPEED / (frequency(count - 1) + width / 2), Light.SPEED / (first - width / 2));
        }
    }

    /** Whether it has a spectral axis. */
    public boolean cube() {
        return channels.count() > 1;
    }

    /** FITS pixel coordinate of the centre along both axes. */
    double referencePixel() {
        return (size + 1) / 2.0;
    }

    /** Bytes of the pixels. */
    long dataBytes() {
        return 4L * size * size * channels.count();
    }

    /** Side of the field in degrees. */
    double side() {
        return size * pixel / 3600;
    }

    /** Noise at a distance from the centre, in the unit of {@link #noise}: mosaics get worse towards their rim. */
    double noiseAt(double x, double y) {
        double dx = (x - referencePixel()) / (size / 2.0);
        double dy = (y - referencePixel()) / (size / 2.0);
        double square = dx * dx + dy * dy;
        return noise * (1 + 0.22 * square * square);
    }

    /** FITS pixel coordinates of a position (gnomonic projection, FITS WCS paper II, section 5.1.3). */
    double[] toPixel(Position position) {
        double ra = Math.toRadians(position.ra() - center.ra());
        double dec = Math.toRadians(position.dec());
        double dec0 = Math.toRadians(center.dec());
        double depth = Math.sin(dec0) * Math.sin(dec) + Math.cos(dec0) * Math.cos(dec) * Math.cos(ra);
        double xi = Math.cos(dec) * Math.sin(ra) / depth;
        double eta = (Math.cos(dec0) * Math.sin(dec) - Math.sin(dec0) * Math.cos(dec) * Math.cos(ra)) / depth;
        double scale = Math.toDegrees(1) * 3600 / pixel;
        return new double[] {referencePixel() - xi * scale, referencePixel() + eta * scale};
    }

    /** Position of FITS pixel coordinates. */
    Position toSky(double x, double y) {
        double scale = Math.toRadians(pixel / 3600);
        double east = (referencePixel() - x) * scale;
        double north = (y - referencePixel()) * scale;
        return center.offset(
                Math.toDegrees(Math.atan2(east, north)), Math.toDegrees(Math.atan(Math.hypot(east, north))));
    }

    /** Outline along the corner pixels' outer borders, counter-clockwise seen from inside the sphere (DALI 1.1, 3.3.7). */
    public Polygon outline() {
        double low = 0.5;
        double high = size + 0.5;
        return new Polygon(List.of(toSky(low, low), toSky(high, low), toSky(high, high), toSky(low, high)));
    }
}
