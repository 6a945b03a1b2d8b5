package org.volans.image.internal.render;

import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.volans.api.geometry.Position;
import org.volans.image.internal.wcs.Cards;

/** Compass, scale bar and beam in picture coordinates at the middle of a view. */
final class SkyShapes {

    private static final int BEAM_POINTS = 72;

    private final View view;
    private final Optional<Position> center;
    private final double perPixel;

    SkyShapes(View view) {
        this.view = view;
        this.center = view.center();
        this.perPixel = view.degreesPerPixel();
    }

    /** Whether the middle of the view is on the sky. */
    boolean present() {
        return center.isPresent() && perPixel > 0;
    }

    /** Unit vector in the picture of a position angle; empty where the sky ends. */
    Optional<Point2D> direction(double angle) {
        Optional<Point2D> from = center.flatMap(view::toPicture);
        Optional<Point2D> to = center.flatMap(c -> view.toPicture(c.offset(angle, Math.min(10, 4 * perPixel))));
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        double dx = to.get().getX() - from.get().getX();
        double dy = to.get().getY() - from.get().getY();
        double length = Math.hypot(dx, dy);
        return length > 0 ? Optional.of(new Point2D.Double(dx / length, dy / length)) : Optional.empty();
    }

    /** A round angle in degrees that is about a quarter as wide as the view. */
    double scale() {
        return Sexagesimal.roundBelow(view.width() * perPixel / 4);
    }

    /** Picture pixels of an angle in degrees. */
    double length(double degrees) {
        return degrees / perPixel;
    }

    /** Outline about 0, 0 of the beam that BMAJ, BMIN and BPA (degrees) tell, at least a few pixels large; or empty. */
    List<Point2D> beam(Map<String, String> header) {
        Cards cards = new Cards(header);
        double major = cards.find("BMAJ").orElse(0);
        double minor = cards.find("BMIN").orElse(major);
        double angle = cards.find("BPA").orElse(0);
        Optional<Point2D> along = direction(angle);
        Optional<Point2D> beside = direction(angle + 90);
        List<Point2D> outline = new ArrayList<>();
        boolean tooLarge = length(major) > Math.min(view.width(), view.height()) * 0.4;
        if (!(major > 0 && minor > 0) || tooLarge || along.isEmpty() || beside.isEmpty()) {
            return outline;
        }
        double a = Math.max(1.5, length(major) / 2);
        double b = Math.max(1.5, length(minor) / 2);
        for (int i = 0; i < BEAM_POINTS; i++) {
            double t = 2 * Math.PI * i / BEAM_POINTS;
            double x = a * Math.cos(t) * along.get().getX()
                    + b * Math.sin(t) * beside.get().getX();
            double y = a * Math.cos(t) * along.get().getY()
                    + b * Math.sin(t) * beside.get().getY();
            outline.add(new Point2D.Double(x, y));
        }
        return outline;
    }
}
