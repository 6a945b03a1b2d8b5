package org.volans.image.internal.render;

/** Takes the pixels of an image one after the other and makes a plane of another size of them. Not for several threads. */
sealed interface Resampler permits Resampler.Average, Resampler.Enlarge {

    /** The next value, x counting fastest. */
    void add(double value);

    /** The plane when all values have come. */
    Plane plane();

    /** For an image of a size to be shown at another. */
    static Resampler of(long nx, long ny, int width, int height) {
        return width > nx || height > ny
                ? new Enlarge((int) nx, (int) ny, width, height)
                : new Average(nx, ny, width, height);
    }

    /** Each new pixel is the mean of the old ones by their share of its area; NaN has no share. */
    final class Average implements Resampler {
        private final long nx;
        private final double fx;
        private final double fy;
        private final int width;
        private final int height;
        private final double[] sums;
        private final double[] weights;
        private long x;
        private long y;

        Average(long nx, long ny, int width, int height) {
            this.nx = nx;
            this.width = width;
            this.height = height;
            fx = (double) width / nx;
            fy = (double) height / ny;
            sums = new double[width * height];
            weights = new double[width * height];
        }

        @Override
        public void add(double value) {
            if (Double.isFinite(value)) {
                int column = (int) Math.min(width - 1, (long) (x * fx));
                double overX = Math.max(0, ((x + 1) * fx - (column + 1)) / fx);
                int row = (int) Math.min(height - 1, (long) (y * fy));
                double overY = Math.max(0, ((y + 1) * fy - (row + 1)) / fy);
                put(column, row, value, (1 - overX) * (1 - overY));
                put(column + 1, row, value, overX * (1 - overY));
                put(column, row + 1, value, (1 - overX) * overY);
                put(column + 1, row + 1, value, overX * overY);
            }
            if (++x == nx) {
                x = 0;
                y++;
            }
        }

        private void put(int column, int row, double value, double weight) {
            if (weight > 1e-9 && column < width && row < height) {
                sums[row * width + column] += value * weight;
                weights[row * width + column] += weight;
            }
        }

        @Override
        public Plane plane() {
            for (int i = 0; i < sums.length; i++) {
                sums[i] = weights[i] > 0 ? sums[i] / weights[i] : Double.NaN;
            }
            return new Plane(width, height, sums);
        }
    }

    /** Few pixels shown large: bicubic (Catmull and Rom), never beyond its neighbours; beside gaps the nearest. */
    final class Enlarge implements Resampler {
        private final int nx;
        private final int ny;
        private final int width;
        private final int height;
        private final double[] pixels;
        private int next;

        Enlarge(int nx, int ny, int width, int height) {
            this.nx = nx;
            this.ny = ny;
            this.width = width;
            this.height = height;
            pixels = new double[nx * ny];
        }

        @Override
        public void add(double value) {
            pixels[next++] = Double.isFinite(value) ? value : Double.NaN;
        }

        @Override
        public Plane plane() {
            double[] values = new double[width * height];
            for (int row = 0; row < height; row++) {
                double y = (row + 0.5) * ny / height - 0.5;
                for (int column = 0; column < width; column++) {
                    values[row * width + column] = value((column + 0.5) * nx / width - 0.5, y);
                }
            }
            return new Plane(width, height, values);
        }

        private double at(int x, int y) {
            return pixels[Math.max(0, Math.min(ny - 1, y)) * nx + Math.max(0, Math.min(nx - 1, x))];
        }

        private double value(double x, double y) {
            int i = (int) Math.floor(x);
            int j = (int) Math.floor(y);
            double nearest = at((int) Math.round(x), (int) Math.round(y));
            double sum = 0;
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int m = -1; m <= 2; m++) {
                double weight = cubic(y - j - m);
                for (int k = -1; k <= 2; k++) {
                    double v = at(i + k, j + m);
                    sum += v * weight * cubic(x - i - k);
                    low = Math.min(low, v);
                    high = Math.max(high, v);
                }
            }
            return Double.isNaN(sum) ? nearest : Math.max(low, Math.min(high, sum));
        }

        private static double cubic(double distance) {
            double t = Math.abs(distance);
            return t < 1 ? (1.5 * t - 2.5) * t * t + 1 : t < 2 ? ((-0.5 * t + 2.5) * t - 4) * t + 2 : 0;
        }
    }
}
