package org.volans.api.image;

import java.util.Locale;
import org.osgi.annotation.versioning.ProviderType;
import org.volans.api.InputException;

/** How the limits of the values that are shown are found. */
@ProviderType
public sealed interface Cut {

    /** IRAF's zscale: a line through the sorted values without those far off it. */
    record ZScale() implements Cut {
        @Override
        public String text() {
            return "zscale";
        }
    }

    /** The least and the largest value. */
    record MinMax() implements Cut {
        @Override
        public String text() {
            return "minmax";
        }
    }

    /**
     * The middle values.
     *
     * @param percent how many of them, above 0 up to 100
     */
    record Percent(double percent) implements Cut {

        /** @throws IllegalArgumentException when it is out of range */
        public Percent {
            if (!(percent > 0 && percent <= 100)) {
                throw new IllegalArgumentException("a percentage is above 0 and at most 100, not " + percent);
            }
        }

        @Override
        public String text() {
            return percent == Math.rint(percent) ? Long.toString((long) percent) : Double.toString(percent);
        }
    }

    /**
     * Given limits.
     *
     * @param limits the values
     */
    record Between(Limits limits) implements Cut {
        @Override
        public String text() {
            return limits.low() + "," + limits.high();
        }
    }

    /** As {@link #parse} reads it and {@link RenderRequest} holds it. */
    String text();

    /**
     * Reads {@code zscale}, {@code minmax}, a percentage such as {@code 99.5} or {@code 99.5%}, or two limits with a comma
     * between them.
     *
     * @throws InputException when it is none of these
     */
    static Cut parse(String text) throws InputException {
        String name = text.strip().toLowerCase(Locale.ROOT);
        try {
            if (name.equals("zscale")) {
                return new ZScale();
            }
            if (name.equals("minmax")) {
                return new MinMax();
            }
            int comma = name.indexOf(',');
            return comma < 0
                    ? new Percent(Double.parseDouble(name.endsWith("%") ? name.substring(0, name.length() - 1) : name))
                    : new Between(new Limits(
                            Double.parseDouble(name.substring(0, comma)),
                            Double.parseDouble(name.substring(comma + 1))));
        } catch (IllegalArgumentException e) {
            throw new InputException(
                    "there is no cut '" + text
                            + "'; use zscale, minmax, a percentage such as 99.5, or two rising values LOW,HIGH",
                    e);
        }
    }
}
