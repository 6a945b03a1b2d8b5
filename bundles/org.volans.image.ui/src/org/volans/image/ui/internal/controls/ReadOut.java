package org.volans.image.ui.internal.controls;

import java.util.Locale;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.volans.api.geometry.Position;
import org.volans.api.geometry.PositionText;
import org.volans.api.image.FitsImage;
import org.volans.api.image.ImagePlane;
import org.volans.api.image.Wcs;
import org.volans.image.ui.internal.Numbers;
import org.volans.ui.widgets.Tone;

/** The line below the picture that says where the mouse is and what is there. UI thread only. */
public final class ReadOut extends Composite {

    private final Label hint;
    private final Label sexagesimal;
    private final Label value;
    private final Label pixel;
    private final Label degrees;
    private final Label galactic;
    private Optional<FitsImage> reserved = Optional.empty();

    /** Empty until the mouse is on the picture. */
    public ReadOut(Composite parent) {
        super(parent, SWT.NONE);
        setLayout(new FieldRow());
        hint = field("image.hint", "");
        sexagesimal = field("image.icrs", "Right ascension and declination (ICRS)");
        value = field("image.value", "Value of the pixel");
        pixel = field("image.pixel", "Pixel: the centre of the first one is 1, 1");
        degrees = field("image.degrees", "Right ascension and declination (ICRS) in degrees");
        FieldRow.beginsSecond(degrees);
        galactic = field("image.galactic", "Galactic longitude and latitude in degrees");
    }

    private Label field(String id, String tip) {
        Label label = new Label(this, SWT.NONE);
        label.setData("org.volans.id", id);
        label.setToolTipText(tip);
        return label;
    }

    /** Says where things stand of an image until the mouse is on it; of one without sky coordinates, why. */
    public void show(ImagePlane plane) {
        String why = plane.image().wcsProblem();
        set(
                hint,
                plane.wcs().isPresent()
                        ? "Point at the image to read it out."
                        : "No sky coordinates" + (why.isEmpty() ? "." : ": " + why + "."));
        Tone.MUTED.on(hint);
        for (Label other : new Label[] {sexagesimal, value, pixel, degrees, galactic}) {
            set(other, "");
        }
        reserve(plane);
        layout();
    }

    /** Room for what these fields will say, so that nothing moves when the mouse does. */
    private void reserve(ImagePlane plane) {
        if (plane.image().equals(reserved.orElse(null))) {
            return;
        }
        reserved = Optional.of(plane.image());
        Position somewhere = new Position(288.88888888, -28.88888888);
        boolean sky = plane.wcs().isPresent();
        FieldRow.reserve(sexagesimal, sky ? text(plane, somewhere) : "No sky coordinates");
        FieldRow.reserve(value, number(-0.000888888, plane.image().unit()));
        FieldRow.reserve(pixel, pixel(plane.width() + 0.5, plane.height() + 0.5));
        FieldRow.reserve(degrees, sky ? degrees(plane, somewhere) : "");
        FieldRow.reserve(galactic, sky ? galactic(somewhere) : "");
        getParent().layout();
    }

    private static String pixel(double x, double y) {
        return String.format(Locale.ROOT, "x %.1f  y %.1f", x, y);
    }

    private static String number(double value, String unit) {
        return Double.isNaN(value) ? "blank" : Numbers.six(value) + (unit.isEmpty() ? "" : " " + unit);
    }

    /** Shows a pixel coordinate of a plane. */
    public void show(ImagePlane plane, double x, double y) {
        set(hint, "");
        set(pixel, pixel(x, y));
        Optional<Position> sky = plane.wcs().flatMap(w -> w.toSky(x, y));
        if (plane.wcs().isEmpty()) {
            set(sexagesimal, "No sky coordinates");
        } else {
            set(sexagesimal, sky.map(p -> text(plane, p)).orElse("off the sky"));
        }
        set(degrees, sky.map(p -> degrees(plane, p)).orElse(""));
        set(galactic, sky.map(ReadOut::galactic).orElse(""));
        layout();
    }

    /** Shows the value of a pixel; empty while it is being read. */
    public void value(Optional<Double> number, String unit) {
        set(value, number.map(v -> number(v, unit)).orElse("…"));
        layout();
    }

    /** With as many decimals as the pixels are small. */
    private static String text(ImagePlane plane, Position position) {
        return minus(PositionText.sexagesimal(position, decimals(plane)));
    }

    private static String degrees(ImagePlane plane, Position position) {
        return minus(PositionText.degrees(position, decimals(plane) + 4).replace(" ", "° ") + "°");
    }

    private static String galactic(Position position) {
        return minus("l " + PositionText.galactic(position, 4).replace(" ", "° b ") + "°");
    }

    private static String minus(String text) {
        return text.replace('-', '−');
    }

    private static int decimals(ImagePlane plane) {
        double[] scale = plane.wcs().map(Wcs::pixelScale).orElse(new double[] {1, 1});
        return Numbers.decimals(Math.min(scale[0], scale[1]));
    }

    private static void set(Label label, String text) {
        if (!label.getText().equals(text)) {
            label.setText(text);
        }
    }
}
