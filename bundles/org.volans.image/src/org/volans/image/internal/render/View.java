package org.volans.image.internal.render;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import org.volans.api.geometry.Position;
import org.volans.api.image.Wcs;

/**
 * Where an image lies in the picture. Picture coordinates run down from the upper left corner, those of the image up from
 * the centre of its first pixel at 1, 1.
 *
 * @param left   x of the image's left edge
 * @param top    y of its upper edge
 * @param width  its width in the picture
 * @param height its height in the picture
 * @param pixels what of the image is shown there, in its coordinates
 * @param wcs    its sky coordinates
 */
record View(double left, double top, int width, int height, Rectangle2D pixels, Optional<Wcs> wcs) {

    /** Of a whole image of nx times ny pixels. */
    View(double left, double top, int width, int height, long nx, long ny, Optional<Wcs> wcs) {
        this(left, top, width, height, new Rectangle2D.Double(0.5, 0.5, nx, ny), wcs);
    }

    /** Pixels along x. */
    double nx() {
        return pixels.getWidth();
    }

    /** Pixels along y. */
    double ny() {
        return pixels.getHeight();
    }

    Rectangle2D area() {
        return new Rectangle2D.Double(left, top, width, height);
    }

    /** Picture pixels per image pixel. */
    double zoom() {
        return width / nx();
    }

    Point2D toPicture(double x, double y) {
        return new Point2D.Double(
                left + (x - pixels.getX()) * width / nx(), top + height - (y - pixels.getY()) * height / ny());
    }

    Optional<Point2D> toPicture(Position position) {
        return wcs.flatMap(w -> w.toPixel(position)).map(p -> toPicture(p[0], p[1]));
    }

    double imageX(double pictureX) {
        return (pictureX - left) * nx() / width + pixels.getX();
    }

    double imageY(double pictureY) {
        return (top + height - pictureY) * ny() / height + pixels.getY();
    }

    Optional<Position> toSky(double pictureX, double pictureY) {
        return wcs.flatMap(w -> w.toSky(imageX(pictureX), imageY(pictureY)));
    }

    /** Sky in the middle of the image. */
    Optional<Position> center() {
        return toSky(left + width / 2.0, top + height / 2.0);
    }

    /** Degrees on the sky per picture pixel, at the middle. */
    double degreesPerPixel() {
        double x = left + width / 2.0;
        double y = top + height / 2.0;
        Optional<Position> a = toSky(x - 0.5, y);
        Optional<Position> b = toSky(x + 0.5, y);
        return a.isPresent() && b.isPresent() ? a.get().separation(b.get()) : Double.NaN;
    }
}
