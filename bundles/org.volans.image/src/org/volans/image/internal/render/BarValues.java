package org.volans.image.internal.render;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.volans.api.image.Limits;
import org.volans.api.image.Stretch;
import org.volans.api.image.ValueScale;

/** Chooses round values for a colour bar and the unit that they are written in. */
public final class BarValues {

    private static final double[] MILLI = {1, 1e-3, 1e-6, 1e-9};
    private static final String[] PREFIX = {"", "m", "µ", "n"};

    private final Limits cuts;
    private final Stretch stretch;
    private final double factor;
    private final String label;

    BarValues(Limits cuts, Stretch stretch, String unit) {
        this.cuts = cuts;
        this.stretch = stretch;
        double largest = Math.max(Math.abs(cuts.low()), Math.abs(cuts.high()));
        if (unit.toUpperCase(Locale.ROOT).startsWith("JY") && largest > 1e-12) {
            int k = 0;
            while (k < 3 && largest < MILLI[k] * 0.2) {
                k++;
            }
            factor = MILLI[k];
            // AIPS writes JY/BEAM
            label = PREFIX[k] + "Jy" + unit.substring(2).replace("BEAM", "beam");
        } else {
            int power = largest > 0 ? (int) Math.floor(Math.log10(largest)) : 0;
            boolean plain = power >= -2 && power <= 5;
            factor = plain ? 1 : Math.pow(10, power);
            label = plain ? unit : (unit.isEmpty() ? "× " : unit + " × ") + "10" + superscript(power);
        }
    }

    private static String superscript(int power) {
        StringBuilder text = new StringBuilder(power < 0 ? "⁻" : "");
        for (char c : Integer.toString(Math.abs(power)).toCharArray()) {
            text.append("⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(c - '0'));
        }
        return text.toString();
    }

    /** The values for a bar on which they stand at least a share of its length apart. */
    public static ValueScale of(Limits limits, Stretch stretch, String unit, double apart) {
        BarValues bar = new BarValues(limits, stretch, unit);
        return new ValueScale(
                bar.values(apart).stream()
                        .map(v -> new ValueScale.Tick(bar.position(v), bar.text(v)))
                        .toList(),
                bar.label);
    }

    String label() {
        return label;
    }

    double position(double value) {
        return stretch.of(Math.max(0, Math.min(1, (value - cuts.low()) / (cuts.high() - cuts.low()))));
    }

    String text(double value) {
        double shown = value / factor;
        double step = (cuts.high() - cuts.low()) / factor;
        if (Math.abs(shown) < step * 1e-9) {
            return "0";
        }
        int digits = Math.max(2, (int) Math.ceil(Math.log10(Math.abs(shown) / step)) + 3);
        return new BigDecimal(shown)
                .round(new MathContext(Math.min(digits, 9)))
                .stripTrailingZeros()
                .toPlainString()
                .replace('-', '−');
    }

    /** Round values, the roundest first, that stand at least a share of the bar's length apart. */
    List<Double> values(double apart) {
        List<Double> chosen = new ArrayList<>();
        double span = cuts.high() - cuts.low();
        double power = Math.pow(10, Math.floor(Math.log10(span)));
        take(chosen, 0, apart);
        if (stretch == Stretch.LINEAR || cuts.low() > power || cuts.high() < -power) {
            even(chosen, power, apart);
            return chosen;
        }
        for (double decade : new double[] {power, power / 10, power / 100}) {
            for (int k : new int[] {5, 10, 2, 1, 3, 4, 6, 7, 8, 9}) {
                take(chosen, k * decade, apart);
                take(chosen, -k * decade, apart);
            }
        }
        return chosen;
    }

    /** Multiples of the smallest of 1, 2, 5 times a power of ten that leaves room between them. */
    private void even(List<Double> chosen, double power, double apart) {
        for (double part : new double[] {0.05, 0.1, 0.2, 0.5, 1}) {
            double step = power * part;
            if (step / (cuts.high() - cuts.low()) < apart * 1.2) {
                continue;
            }
            for (long k = (long) Math.ceil(cuts.low() / step); k <= Math.floor(cuts.high() / step); k++) {
                take(chosen, k * step, apart / 2);
            }
            return;
        }
    }

    private void take(List<Double> chosen, double value, double apart) {
        double slack = 1e-9 * (cuts.high() - cuts.low());
        if (value < cuts.low() - slack || value > cuts.high() + slack) {
            return;
        }
        for (double other : chosen) {
            if (Math.abs(position(other) - position(value)) < apart) {
                return;
            }
        }
        chosen.add(value);
    }
}
