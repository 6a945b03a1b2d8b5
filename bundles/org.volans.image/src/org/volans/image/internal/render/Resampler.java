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
        private final double fy;
        private final int width;
        private final int height;
        private final double[] sums;
        private final double[] weights;
        /** For each old column the first new one that it falls into, and its share in the one after. */
        private final int[] columns;

        private final double[] over;
        private int x;
        private long y;
        private int row;
        private double overY;

        Average(long nx, long ny, int width, int height) {
            this.width = width;
            this.height = height;
            fy = (double) height / ny;
            sums = new double[width * height];
            weights = new double[width * height];
            columns = new int[Math.toIntExact(nx)];
            over = new double[columns.length];
            for (int i = 0; i < columns.length; i++) {
                columns[i] = first(i, (double) width / nx, width);
                over[i] = beyond(i, (double) width / nx, columns[i]);
            }
            startRow();
        }

        private static int first(long old, double f, int length) {
            return (int) Math.min(length - 1, (long) (old * f));
        }

        private static double beyond(long old, double f, int cell) {
            double share = ((old + 1) * f - (cell + 1)) / f;
            return share > 1e-9 ? share : 0;
        }

        private void startRow() {
            row = first(y, fy, height);
            overY = row + 1 < height ? beyond(y, fy, row) : 0;
        }

        @Override
        public void add(double value) {
            if (Double.isFinite(value)) {
                int at = row * width + columns[x];
                double overX = columns[x] + 1 < width ? over[x] : 0;
                put(at, value, (1 - overX) * (1 - overY));
                if (overX > 0) {
                    put(at + 1, value, overX * (1 - overY));
                }
                if (overY > 0) {
                    put(at + width, value, (1 - overX) * overY);
                    if (overX > 0) {
                        put(at + width + 1, value, overX * overY);
                    }
                }
            }
            if (++x == columns.length) {
                x = 0;
                y++;
                startRow();
            }
        }

        private void put(int at, double value, double weight) {
            sums[at] += value * weight;
            weights[at] += weight;
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
