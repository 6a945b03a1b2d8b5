package org.volans.datalink.ui.internal.form;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Text;
import org.volans.api.InputException;
import org.volans.api.geometry.Circle;
import org.volans.api.geometry.Position;
import org.volans.api.geometry.PositionText;
import org.volans.api.geometry.Region;
import org.volans.datalink.ui.internal.Place;

/** Centre and radius of a circle, with the positions that are known on offer. UI thread only. */
final class CirclePage {

    private static final List<String> UNITS = List.of("deg", "arcmin", "arcsec");
    private static final double[] DEGREES = {1, 1 / 60.0, 1 / 3600.0};
    private static final double DEFAULT_ARCMIN = 3;

    private final Supplier<List<Place>> places;
    private final Composite box;
    private final Text ra;
    private final Text dec;
    private final Text radius;
    private final Combo unit;

    /** @param reach what the data set covers, if it is known */
    CirclePage(Composite parent, Optional<Circle> reach, Supplier<List<Place>> places) {
        this.places = places;
        box = Widgets.row(parent, 3);
        ra = Widgets.number(box, "ra", "RA, 240.484 or 16:01:56");
        dec = Widgets.number(box, "dec", "Dec, 46.768 or +46:46:05");
        from();
        radius = Widgets.number(box, "radius", "Radius");
        unit = new Combo(box, SWT.READ_ONLY);
        unit.setItems(UNITS.toArray(String[]::new));
        unit.select(1);
        unit.setData("org.volans.id", "links.form.radiusUnit");
        Widgets.hint(box, reach.map(CirclePage::words).orElse(""), 3);
        start(reach);
    }

    Composite control() {
        return box;
    }

    private static String words(Circle reach) {
        return String.format(
                Locale.ROOT,
                "The data set reaches %s\u00b0 around %s",
                Widgets.text(Math.rint(reach.radius() * 1000) / 1000),
                PositionText.degrees(reach.center(), 4));
    }

    private void start(Optional<Circle> reach) {
        places.get().stream()
                .map(Place::position)
                .findFirst()
                .or(() -> reach.map(Circle::center))
                .ifPresent(this::put);
        double arcmin =
                reach.map(c -> Math.min(DEFAULT_ARCMIN, c.radius() * 60)).orElse(DEFAULT_ARCMIN);
        radius.setText(Widgets.text(Math.rint(arcmin * 1e6) / 1e6));
    }

    /** Offers the positions that are known at the moment it is clicked. */
    private void from() {
        Button button = new Button(box, SWT.PUSH);
        button.setText("From \u25be");
        button.setToolTipText("Take a position that is known");
        button.setData("org.volans.id", "links.form.from");
        button.addListener(SWT.Selection, e -> offer(button));
    }

    private void offer(Button button) {
        Menu menu = new Menu(button);
        button.setMenu(menu);
        for (Place place : places.get()) {
            MenuItem item = new MenuItem(menu, SWT.PUSH);
            item.setText((place.label() + "  (" + place.position() + ")").replace("&", "&&"));
            item.addListener(SWT.Selection, s -> put(place.position()));
        }
        if (menu.getItemCount() == 0) {
            MenuItem none = new MenuItem(menu, SWT.PUSH);
            none.setText("No row or position is selected");
            none.setEnabled(false);
        }
        menu.addListener(SWT.Hide, h -> menu.getDisplay().asyncExec(menu::dispose));
        menu.setVisible(true);
    }

    private void put(Position position) {
        ra.setText(String.format(Locale.ROOT, "%.6f", position.ra()));
        dec.setText(String.format(Locale.ROOT, "%.6f", position.dec()));
    }

    /** What is typed in. */
    Region region() throws InputException {
        return new Circle(center(), Widgets.read(radius, "Radius") * DEGREES[unit.getSelectionIndex()]);
    }

    /** From both fields, or from the first if a whole position was put there. */
    private Position center() throws InputException {
        if (dec.getText().isBlank() && !ra.getText().isBlank()) {
            // left as it stands: this is asked for while it is being typed, too
            return PositionText.parse(ra.getText());
        }
        if (ra.getText().isBlank()) {
            throw new InputException("Right ascension is missing");
        }
        return new Position(PositionText.ra(ra.getText()), PositionText.dec(dec.getText()));
    }
}
