package org.volans.image.internal.fits;

import java.util.Optional;

/**
 * From the integers of a quantized floating-point image back to its values (FITS 4.0, section 10.2 and appendix I), with the
 * fixed sequence of random numbers that dithering subtracts.
 */
final class Dequantizer {

    private static final int RANDOMS = 10_000;
    /** What {@code SUBTRACTIVE_DITHER_2} as written by CFITSIO stands for exactly 0. */
    private static final int ZERO = -2147483646;

    private static final float[] SEQUENCE = sequence();

    private final boolean dithered;
    private final boolean exactZero;
    private final long seed;

    Dequantizer(FitsHdu hdu) throws FitsFault {
        String method = hdu.header().text("ZQUANTIZ").strip();
        dithered = method.startsWith("SUBTRACTIVE_DITHER");
        exactZero = method.equals("SUBTRACTIVE_DITHER_2");
        seed = hdu.header().integer("ZDITHER0", 1);
    }

    /** Park and Miller's generator, as the standard prescribes it. */
    private static float[] sequence() {
        float[] values = new float[RANDOMS];
        double state = 1;
        for (int i = 0; i < RANDOMS; i++) {
            state = state * 16807 % 2147483647;
            values[i] = (float) (state / 2147483647);
        }
        return values;
    }

    /**
     * @param row   0-based row of the tile
     * @param scale ZSCALE of the tile
     * @param zero  ZZERO of the tile
     * @param blank integer that stands for NaN
     */
    double[] apply(int[] values, long row, double scale, double zero, Optional<Double> blank) {
        double[] floats = new double[values.length];
        int start = (int) ((row + seed - 1) % RANDOMS);
        int next = (int) (SEQUENCE[start] * 500);
        for (int i = 0; i < values.length; i++) {
            if (blank.isPresent() && values[i] == blank.get()) {
                floats[i] = Double.NaN;
            } else if (exactZero && values[i] == ZERO) {
                floats[i] = 0;
            } else {
                // in this order of operations, so that the last bit is CFITSIO's
                floats[i] = (dithered ? values[i] - (double) SEQUENCE[next] + 0.5 : values[i]) * scale + zero;
            }
            if (++next == RANDOMS) {
                start = (start + 1) % RANDOMS;
                next = (int) (SEQUENCE[start] * 500);
            }
        }
        return floats;
    }
}
