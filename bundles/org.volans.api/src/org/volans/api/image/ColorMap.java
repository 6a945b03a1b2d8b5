package org.volans.api.image;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;

/** Colours of values between 0 and 1, as tables of 256. */
public enum ColorMap {
    /** Black to white. */
    GRAY(t -> t, t -> t, t -> t),
    /** Viridis by van der Walt, Smith and Firing (CC0): 32 of its colours, the rest within 2/255. */
    VIRIDIS("440154470d6048186a482475472e7c4538824241863e4c8a3a548c365d8d32658e2e6d8e2b758e287d8e25848e228c8d"
            + "1f948c1e9c8920a38625ab822eb37c3aba7648c16e58c76569cd5b7fd34e93d741a8db34bddf26d5e21aeae51afde725"),
    /** Inferno by the same (CC0). */
    INFERNO("0000040403120b0724160b39230c4c310a5c3e09664d0d6c5a116e67166e741a6e801f6c8f24699b2964a82e5fb43359"
            + "c13a50cc4248d74b3fe05536e9612bef6e21f57b17f8890cfb9706fca80dfbb81df9c72ff6d746f2e865f3f586fcffa4"),
    /** Magma by the same (CC0). */
    MAGMA("0000040303120a0822140e361e11492a115c38106c47107854137d6018806d1d81792282882781942c80a1307eae347b"
            + "bd3977ca3e72d6456ce24d66ec5860f3655cf8745cfb835ffd9266fea36ffeb27afec185fecf92fde0a1fceeb0fcfdbf"),
    /** Green (2011, Bull. Astr. Soc. India 39, 289) with start 0.5, rotations -1.5, hue 1, gamma 1. */
    CUBEHELIX(t -> helix(t, -0.14861, 1.78277), t -> helix(t, -0.29227, -0.90649), t -> helix(t, 1.97294, 0)),
    /** Black, red, yellow, white. */
    HEAT(t -> 3 * t, t -> 3 * t - 1, t -> 3 * t - 2);

    private final int[] table = new int[256];

    ColorMap(DoubleUnaryOperator red, DoubleUnaryOperator green, DoubleUnaryOperator blue) {
        for (int i = 0; i < table.length; i++) {
            double t = i / 255.0;
            table[i] = pack(red.applyAsDouble(t), green.applyAsDouble(t), blue.applyAsDouble(t));
        }
    }

    ColorMap(String hex) {
        int last = hex.length() / 6 - 1;
        for (int i = 0; i < table.length; i++) {
            double at = i / 255.0 * last;
            int k = (int) Math.min(last - 1, Math.floor(at));
            double[] c = new double[3];
            for (int j = 0; j < 3; j++) {
                c[j] = (channel(hex, k, j) * (k + 1 - at) + channel(hex, k + 1, j) * (at - k)) / 255;
            }
            table[i] = pack(c[0], c[1], c[2]);
        }
    }

    private static int channel(String hex, int color, int j) {
        return Integer.parseInt(hex.substring(color * 6 + j * 2, color * 6 + j * 2 + 2), 16);
    }

    private static double helix(double t, double cos, double sin) {
        double angle = 2 * Math.PI * (0.5 / 3 + 1 - 1.5 * t);
        double amplitude = t * (1 - t) / 2;
        return t + amplitude * (cos * Math.cos(angle) + sin * Math.sin(angle));
    }

    private static int pack(double red, double green, double blue) {
        return byteOf(red) << 16 | byteOf(green) << 8 | byteOf(blue);
    }

    private static int byteOf(double value) {
        return (int) Math.round(255 * Math.max(0, Math.min(1, value)));
    }

    /** The colour as 0xRRGGBB. */
    public int rgb(double t) {
        return table[(int) Math.round(255 * Math.max(0, Math.min(1, t)))];
    }

    /** By name in any case. */
    static Optional<ColorMap> named(String name) {
        return Arrays.stream(values())
                .filter(m -> m.name().equalsIgnoreCase(name.strip()))
                .findFirst();
    }

    /** All names for a message. */
    static String names() {
        return Arrays.stream(values())
                .map(m -> m.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
