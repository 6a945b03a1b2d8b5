package org.volans.sky.internal.data;

/**
 * Noise as an interferometer's image has it: correlated over the beam, with a faint pattern on larger scales, growing
 * towards the rim. Any block of rows can be made by itself and is always the same, so that rows can be made side by side.
 *
 * <p>White noise is smoothed by three running means a direction, which is close to a Gaussian and costs two additions a
 * pixel whatever the beam's size.
 */
final class BeamNoise {

    private static final int PASSES = 3;
    private static final int CELL = 40;
    private static final double LARGE_SCALE = 0.3;
    private static final long ROW = 0x632BE59BD9B4E019L;

    private final ImageSpec spec;
    private final int[] widths;
    private final int margin;
    private final float gain;

    BeamNoise(ImageSpec spec) {
        this.spec = spec;
        widths = widths(spec.beam() / spec.pixel() / RadioSource.FWHM);
        int reach = 0;
        for (int width : widths) {
            reach += width / 2;
        }
        margin = reach;
        gain = (float) (1 / Math.sqrt(power(widths) * power(widths) / 12));
    }

    /** Odd widths of running means whose joint variance is that of a Gaussian (Kovesi 2010, section 3). */
    static int[] widths(double sigma) {
        int low = (int) Math.sqrt(12 * sigma * sigma / PASSES + 1);
        low -= low % 2 == 0 ? 1 : 0;
        double small = (12 * sigma * sigma - PASSES * low * low - 4.0 * PASSES * low - 3.0 * PASSES) / (-4.0 * low - 4);
        int[] widths = new int[PASSES];
        for (int i = 0; i < PASSES; i++) {
            widths[i] = i < Math.round(small) ? low : low + 2;
        }
        return widths;
    }

    /** Sum of the squares of the joint kernel, which is the factor by which it lessens the variance of white noise. */
    private static double power(int[] widths) {
        double[] kernel = {1};
        for (int width : widths) {
            double[] wider = new double[kernel.length + width - 1];
            for (int i = 0; i < kernel.length; i++) {
                for (int j = 0; j < width; j++) {
                    wider[i + j] += kernel[i] / width;
                }
            }
            kernel = wider;
        }
        double sum = 0;
        for (double k : kernel) {
            sum += k * k;
        }
        return sum;
    }

    /**
     * Makes rows of a plane.
     *
     * @param firstRow 0-based
     * @return rows of the image's width, in Jy/beam
     */
    float[][] rows(int plane, int firstRow, int count) {
        float[][] wide = new float[count + 2 * margin][];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = smoothed(white(plane, firstRow - margin + i));
        }
        float[][] rows = wide;
        for (int width : widths) {
            rows = mean(rows, width);
        }
        shape(plane, firstRow, rows);
        return rows;
    }

    private float[] white(int plane, int row) {
        SeededRandom random = new SeededRandom(spec.seed() + ROW * (row + 1_000_003L * plane));
        float[] values = new float[spec.size() + 2 * margin];
        for (int i = 0; i < values.length; ) {
            long bits = random.bits();
            for (int part = 0; part < 4 && i < values.length; part++) {
                values[i++] = (short) bits * 0x1p-16f;
                bits >>>= 16;
            }
        }
        return values;
    }

    private float[] smoothed(float[] row) {
        float[] values = row;
        for (int width : widths) {
            float[] means = new float[values.length - width + 1];
            // a double, or rounding errors would add up along the row
            double sum = 0;
            for (int i = 0; i < width - 1; i++) {
                sum += values[i];
            }
            for (int i = 0; i < means.length; i++) {
                sum += values[i + width - 1];
                means[i] = (float) (sum / width);
                sum -= values[i];
            }
            values = means;
        }
        return values;
    }

    private static float[][] mean(float[][] rows, int width) {
        int columns = rows[0].length;
        float[][] means = new float[rows.length - width + 1][columns];
        double[] sum = new double[columns];
        for (int row = 0; row < rows.length; row++) {
            float[] incoming = rows[row];
            float[] out = row >= width - 1 ? means[row - width + 1] : new float[columns];
            float[] leaving = rows[Math.max(0, row - width + 1)];
            boolean full = row >= width - 1;
            for (int x = 0; x < columns; x++) {
                sum[x] += incoming[x];
                if (full) {
                    out[x] = (float) (sum[x] / width);
                    sum[x] -= leaving[x];
                }
            }
        }
        return means;
    }

    /** Scales to the noise wanted there and adds the large-scale pattern. */
    private void shape(int plane, int firstRow, float[][] rows) {
        for (int i = 0; i < rows.length; i++) {
            int y = firstRow + i;
            float[] row = rows[i];
            float[] coarse = coarseRow(plane, y);
            for (int x = 0; x < row.length; x++) {
                float pattern = coarse[x / CELL] + (coarse[x / CELL + 1] - coarse[x / CELL]) * (x % CELL) / CELL;
                row[x] = (float) (spec.noiseAt(x + 1.0, y + 1.0) * (gain * row[x] + pattern));
            }
        }
    }

    private float[] coarseRow(int plane, int y) {
        int cells = spec.size() / CELL + 2;
        float[] values = new float[cells];
        SeededRandom below = coarse(plane, y / CELL);
        SeededRandom above = coarse(plane, y / CELL + 1);
        double part = (double) (y % CELL) / CELL;
        for (int i = 0; i < cells; i++) {
            values[i] = (float) (LARGE_SCALE * ((1 - part) * below.normal() + part * above.normal()));
        }
        return values;
    }

    private SeededRandom coarse(int plane, int cell) {
        return new SeededRandom(~spec.seed() + ROW * (cell + 7_919L * plane));
    }
}
