package org.volans.sky.internal.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.IntStream;
import org.volans.sky.internal.data.RadioSource.Component;
import org.volans.sky.internal.data.RadioSource.Ellipse;

/**
 * Writes an image or cube of the simulated sky as FITS: noise, sources, and round bright ones the spokes that an
 * imperfect calibration leaves. Strips of rows are made side by side and written where they belong; only the strips at
 * work are in memory.
 */
final class ImageWriter {

    private static final int STRIP = 125;
    /** Parts of a source fainter than this fraction of the noise are not painted. */
    private static final double NEGLIGIBLE = 0.02;

    private final ImageSpec spec;
    private final List<RadioSource> sources;
    private final BeamNoise noise;
    private final Sidelobes sidelobes;

    ImageWriter(ImageSpec spec, RadioSky sky) {
        this.spec = spec;
        this.sources = sky.sources();
        this.noise = new BeamNoise(spec);
        this.sidelobes = new Sidelobes(spec);
    }

    /** Writes the whole file; an existing one is replaced. */
    void write(Path file) throws IOException {
        byte[] header = ImageHeader.of(spec).bytes();
        int strips = (spec.size() + STRIP - 1) / STRIP;
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            put(channel, ByteBuffer.wrap(header), 0);
            IntStream.range(0, strips * spec.channels().count())
                    .parallel()
                    .forEach(i -> strip(channel, header.length, i / strips, i % strips * STRIP));
            long end = header.length + spec.dataBytes();
            put(channel, ByteBuffer.allocate((int) (FitsHeader.padded(end) - end)), end);
            channel.force(true);
        } catch (UncheckedIOException e) {
            throw new IOException(file + " cannot be written: " + e.getCause().getMessage(), e);
        }
    }

    private void strip(FileChannel channel, int headerBytes, int plane, int firstRow) {
        int count = Math.min(STRIP, spec.size() - firstRow);
        Strip strip = new Strip(noise.rows(plane, firstRow, count), firstRow);
        double frequency = spec.channels().frequency(plane);
        for (RadioSource source : sources) {
            paint(source, frequency, strip);
        }
        ByteBuffer bytes = ByteBuffer.allocate(4 * spec.size() * count);
        for (float[] row : strip.rows()) {
            bytes.asFloatBuffer().put(row);
            bytes.position(bytes.position() + 4 * row.length);
        }
        try {
            put(channel, bytes.flip(), headerBytes + 4L * spec.size() * ((long) plane * spec.size() + firstRow));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(FileChannel channel, ByteBuffer bytes, long position) throws IOException {
        long at = position;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }

    private void paint(RadioSource source, double frequency, Strip strip) {
        // far from the field the gnomonic projection makes no sense
        if (spec.center().separation(source.position()) > spec.side() + 1) {
            return;
        }
        double[] at = spec.toPixel(source.position());
        double scale = source.scale(frequency);
        for (Component c : source.components()) {
            double x = at[0] - c.east() / spec.pixel();
            double y = at[1] + c.north() / spec.pixel();
            Ellipse seen = Ellipse.seen(c, spec.beam());
            double peak = scale * c.flux() * spec.beam() * spec.beam() / (seen.major() * seen.minor());
            gaussian(strip, x, y, peak, seen);
        }
        sidelobes.paint(strip, at[0], at[1], scale * source.peak(spec.beam()));
    }

    private void gaussian(Strip strip, double x, double y, double peak, Ellipse seen) {
        double faint = peak / (NEGLIGIBLE * spec.noise());
        if (faint <= 1) {
            return;
        }
        double reach = seen.major() / RadioSource.FWHM / spec.pixel() * Math.sqrt(2 * Math.log(faint));
        double[] m = seen.moments();
        double square = spec.pixel() * spec.pixel();
        double determinant = (m[0] * m[2] - m[1] * m[1]) / square;
        // east is towards smaller x
        double xx = m[2] / determinant / 2;
        double xy = m[1] / determinant;
        double yy = m[0] / determinant / 2;
        strip.forEach(
                x, y, reach, spec.size(), (dx, dy) -> peak * Math.exp(-(xx * dx * dx + xy * dx * dy + yy * dy * dy)));
    }

    /**
     * Some rows of a plane.
     *
     * @param rows     pixels, changed in place
     * @param firstRow 0-based number of the first
     */
    record Strip(float[][] rows, int firstRow) {

        /** A brightness at an offset in pixels. */
        interface Pattern {
            double at(double dx, double dy);
        }

        /** Adds a pattern to the pixels of a square round FITS pixel coordinates. */
        void forEach(double x, double y, double reach, int width, Pattern pattern) {
            int top = Math.min(rows.length - 1, (int) Math.floor(y + reach) - 1 - firstRow);
            int left = Math.max(0, (int) Math.ceil(x - reach) - 1);
            int right = Math.min(width - 1, (int) Math.floor(x + reach) - 1);
            for (int row = Math.max(0, (int) Math.ceil(y - reach) - 1 - firstRow); row <= top; row++) {
                double dy = firstRow + row + 1 - y;
                float[] pixels = rows[row];
                for (int column = left; column <= right; column++) {
                    pixels[column] += (float) pattern.at(column + 1 - x, dy);
                }
            }
        }
    }
}
