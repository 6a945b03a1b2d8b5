package org.volans.api.image;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How values between the cuts are spread over the colours. */
public enum Stretch {
    /** As they are. */
    LINEAR {
        @Override
        public double of(double t) {
            return t;
        }
    },
    /** Square root. */
    SQRT {
        @Override
        public double of(double t) {
            return Math.sqrt(t);
        }
    },
    /** With the softening 1000 that DS9 made usual. */
    LOG {
        @Override
        public double of(double t) {
            return Math.log1p(1000 * t) / Math.log1p(1000);
        }
    },
    /** Linear near the low cut, logarithmic above a tenth of the range. */
    ASINH {
        @Override
        public double of(double t) {
            return asinh(10 * t) / asinh(10);
        }

        private double asinh(double x) {
            return Math.log(x + Math.sqrt(x * x + 1));
        }
    };

    /** From 0…1 to 0…1, rising. */
    public abstract double of(double t);

    /** By name in any case. */
    static Optional<Stretch> named(String name) {
        return Arrays.stream(values())
                .filter(s -> s.name().equalsIgnoreCase(name.strip()))
                .findFirst();
    }

    /** All names for a message. */
    static String names() {
        return Arrays.stream(values())
                .map(s -> s.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
