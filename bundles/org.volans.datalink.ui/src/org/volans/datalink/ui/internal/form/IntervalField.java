package org.volans.datalink.ui.internal.form;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.volans.api.InputException;
import org.volans.api.datalink.ServiceInput;
import org.volans.api.datalink.ServiceInput.Kind;
import org.volans.api.geometry.Interval;
import org.volans.api.spectral.SpectralUnits;

/** Two numbers: wavelengths in a unit of the user's choice, times, or any interval. An empty end is an open one. */
final class IntervalField implements FormField {

    private static final List<String> SPECTRAL = List.of("m", "cm", "mm", "um", "nm", "MHz", "GHz", "THz", "eV", "keV");

    private final ServiceInput input;
    private final Text low;
    private final Text high;
    private final Label hint;
    private @Nullable Combo unit;

    IntervalField(Composite form, ServiceInput input) {
        this.input = input;
        boolean band = input.kind() == Kind.BAND;
        Widgets.label(form, band ? "Band" : input.kind() == Kind.TIME ? "Time" : input.name(), input.description());
        Composite row = Widgets.row(form, 4);
        low = Widgets.number(row, input.name() + ".low", "from");
        new Label(row, SWT.NONE).setText("to");
        high = Widgets.number(row, input.name() + ".high", "to");
        if (band) {
            Combo combo = new Combo(row, SWT.READ_ONLY);
            combo.setItems(SPECTRAL.stream().map(u -> u.replace("um", "µm")).toArray(String[]::new));
            combo.select(SPECTRAL.indexOf(best()));
            combo.addListener(SWT.Selection, e -> sayLimits());
            combo.setData("org.volans.id", "links.form." + input.name() + ".unit");
            unit = combo;
        } else {
            Widgets.unit(row, shownUnit());
        }
        hint = Widgets.note(row, "", 4);
        sayLimits();
    }

    /** The unit in which the limits are the nicest numbers. */
    private String best() {
        return metres().map(SpectralUnits::usual).orElse("nm");
    }

    private Optional<Interval> metres() {
        return input.limits().flatMap(limits -> SpectralUnits.toMetres(limits, input.unit()));
    }

    private String chosen() {
        @Nullable Combo combo = unit;
        return combo == null ? "" : SPECTRAL.get(combo.getSelectionIndex());
    }

    private void sayLimits() {
        Optional<Interval> limits = input.kind() == Kind.BAND
                ? metres().flatMap(m -> SpectralUnits.fromMetres(m, chosen()))
                : input.limits();
        hint.setText(limits.map(l -> ("The data set has " + range(l) + " " + shownUnit()).strip())
                .orElse("Empty for all"));
        hint.getParent().layout();
    }

    private String shownUnit() {
        return switch (input.kind()) {
            case BAND -> chosen().replace("um", "µm");
            case TIME -> "MJD";
            default -> input.unit();
        };
    }

    private static String range(Interval interval) {
        return Double.isInfinite(interval.high())
                ? short4(interval.low()) + " and more"
                : Double.isInfinite(interval.low())
                        ? "up to " + short4(interval.high())
                        : short4(interval.low()) + " to " + short4(interval.high());
    }

    private static String short4(double value) {
        return Widgets.text(Double.parseDouble(String.format(Locale.ROOT, "%.5g", value)));
    }

    @Override
    public void fill(Answers answers) throws InputException {
        if (low.getText().isBlank() && high.getText().isBlank()) {
            return;
        }
        Interval given = given();
        switch (input.kind()) {
            case BAND ->
                answers.band(SpectralUnits.toMetres(given, chosen())
                        .orElseThrow(() -> new InputException("Band: no such unit")));
            case TIME -> answers.time(given);
            default -> {
                Optional<String> wrong = input.complaint(given.sodaValue());
                if (wrong.isPresent()) {
                    throw new InputException(input.name() + ": " + wrong.get());
                }
                answers.other(input.name(), given.sodaValue());
            }
        }
    }

    private Interval given() throws InputException {
        double from = low.getText().isBlank() ? Double.NEGATIVE_INFINITY : Widgets.read(low, input.name() + ", first");
        double to = high.getText().isBlank() ? Double.POSITIVE_INFINITY : Widgets.read(high, input.name() + ", last");
        try {
            return new Interval(from, to);
        } catch (IllegalArgumentException e) {
            throw new InputException(input.name() + ": " + e.getMessage(), e);
        }
    }
}
