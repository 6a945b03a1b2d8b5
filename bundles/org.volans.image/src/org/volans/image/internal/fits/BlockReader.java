package org.volans.image.internal.fits;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.volans.api.image.ImagePlane;
import org.volans.api.image.PixelArea;
import org.volans.api.image.PixelBlock;
import org.volans.api.image.Sampling;

/** Reads one area of a plane: chooses the rows of each cell that are read, and brings their pixels together. */
final class BlockReader {

    /** More rows of a cell hardly change its mean but cost their reading. */
    private static final int MOST_ROWS = 8;

    private final PixelReader reader;
    private final PixelDecoder decoder;
    private final ImagePlane plane;
    private final PixelArea area;
    private final int step;
    private final boolean mean;
    private final int taken;
    private final int width;
    private final int height;
    private final double[] values;
    private final int[] counts;
    private final double[] line;

    // where the next pixel belongs
    private int cellRow;
    private int cell;
    /** Pixel of the row, of its cell, and the middle one of that, which is narrow at the right edge. */
    private long column;

    private int within;
    private int middle;

    BlockReader(FitsSource source, FitsHdu hdu, ImagePlane plane, PixelArea area, int step, Sampling sampling)
            throws IOException {
        if (step < 1 || area.x() + area.width() - 1 > plane.width() || area.y() + area.height() - 1 > plane.height()) {
            throw new IllegalArgumentException(area + " by " + step + " is not in the plane");
        }
        this.reader = new PixelReader(source, hdu);
        this.decoder = new PixelDecoder(hdu.bitpix(), plane.image().header(), this::add);
        this.plane = plane;
        this.area = area;
        this.step = step;
        // one pixel has no mean: it is given as it is, infinite ones too
        this.mean = step > 1 && sampling == Sampling.MEAN;
        this.taken = mean ? Math.min(step, MOST_ROWS) : 1;
        this.width = Math.toIntExact((area.width() + step - 1) / step);
        this.height = Math.toIntExact((area.height() + step - 1) / step);
        this.values = new double[Math.multiplyExact(width, height)];
        this.counts = new int[values.length];
        this.line = new double[Math.toIntExact(area.width())];
    }

    PixelBlock read(IProgressMonitor monitor) throws IOException {
        PixelBox box = PixelBox.of(plane).with(plane.axisX(), area.x(), area.x() + area.width() - 1);
        if (step == 1) {
            rows(box, 0, area.height(), monitor);
        } else {
            for (long start = 0; start < area.height(); start += step) {
                cell(box, start, monitor);
            }
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = counts[i] == 0 ? Double.NaN : values[i] / counts[i];
        }
        return new PixelBlock(area, step, width, height, values);
    }

    /** Reads evenly spread rows of the cells that begin at an offset. */
    private void cell(PixelBox box, long start, IProgressMonitor monitor) throws IOException {
        long rows = Math.min(step, area.height() - start);
        long wanted = Math.min(rows, taken);
        if (wanted == rows) {
            rows(box, start, rows, monitor);
            return;
        }
        for (long k = 0; k < wanted; k++) {
            rows(box, start + (2 * k + 1) * rows / (2 * wanted), 1, monitor);
        }
    }

    private void rows(PixelBox box, long from, long count, IProgressMonitor monitor) throws IOException {
        cellRow = (int) (from / step);
        startRow();
        long y = area.y() + from;
        reader.read(box.with(plane.axisY(), y, y + count - 1), sink(), monitor);
    }

    /** Whole rows are taken at once; where x is not the first axis of the file they come in pieces. */
    private RowSink sink() {
        if (plane.axisX() > 0) {
            return decoder;
        }
        return step == 1 || mean ? this::lines : this::pick;
    }

    private void lines(ByteBuffer rows) {
        while (rows.hasRemaining()) {
            decoder.decode(rows, line);
            int at = cellRow * width;
            for (int start = 0; start < line.length; start += step) {
                sum(at++, start, Math.min(line.length, start + step));
            }
            cellRow += step == 1 ? 1 : 0;
        }
    }

    private void sum(int at, int from, int to) {
        double sum = 0;
        int count = 0;
        for (int i = from; i < to; i++) {
            double value = line[i];
            if (mean ? Double.isFinite(value) : !Double.isNaN(value)) {
                sum += value;
                count++;
            }
        }
        values[at] += sum;
        counts[at] += count;
    }

    /** Takes the middle pixels of a row's cells. */
    private void pick(ByteBuffer row) {
        for (int i = 0; i < width; i++) {
            long start = (long) i * step;
            int pixel = (int) (start + Math.min(step, area.width() - start) / 2);
            double value = decoder.value(row, pixel);
            if (!Double.isNaN(value)) {
                values[cellRow * width + i] = value;
                counts[cellRow * width + i] = 1;
            }
        }
    }

    /** The next pixel, x counting fastest; counters, since this is done for hundreds of millions of pixels. */
    private void add(double value) {
        if (mean ? Double.isFinite(value) : within == middle && !Double.isNaN(value)) {
            values[cell] += value;
            counts[cell]++;
        }
        if (++column == area.width()) {
            cellRow += step == 1 ? 1 : 0;
            startRow();
        } else if (++within == step) {
            within = 0;
            cell++;
            middle = (int) Math.min(step, area.width() - column) / 2;
        }
    }

    private void startRow() {
        column = 0;
        within = 0;
        cell = cellRow * width;
        middle = (int) Math.min(step, area.width()) / 2;
    }
}
