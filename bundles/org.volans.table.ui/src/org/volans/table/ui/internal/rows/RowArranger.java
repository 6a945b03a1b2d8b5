package org.volans.table.ui.internal.rows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.volans.api.InputException;
import uk.ac.starlink.table.RowAccess;
import uk.ac.starlink.table.StarTable;

/**
 * Filters and sorts a table without touching it: the result is a list of row numbers. Blocks; one thread at a time. The
 * rows that a filter left are kept for the next sorting.
 */
public final class RowArranger {

    private static final int STRETCH = 1 << 15;
    private static final int WORK = 1000;

    private final StarTable table;
    private final int count;
    private RowFilter filtered = RowFilter.ALL;
    private RowOrder kept;

    /** @param count how many rows take part */
    public RowArranger(StarTable table, int count) {
        this.table = table;
        this.count = count;
        this.kept = RowOrder.all(count);
    }

    /**
     * The rows that pass, sorted by the first key, then the second…; stable, without a value last.
     *
     * @throws InputException when the table cannot be read
     */
    public synchronized RowOrder arrange(RowFilter filter, List<SortKey> keys, IProgressMonitor monitor)
            throws InputException {
        SubMonitor progress = SubMonitor.convert(monitor, 2 * WORK);
        try {
            if (filter != filtered) {
                kept = filter == RowFilter.ALL ? RowOrder.all(count) : filter(filter, progress.split(WORK));
                filtered = filter;
            }
            progress.setWorkRemaining(WORK);
            return keys.isEmpty() ? kept : sort(kept, keys, progress.split(WORK));
        } catch (IOException e) {
            throw new InputException("the table cannot be read: " + e.getMessage(), e);
        }
    }

    /** All processors read, each its own stretches of the table. */
    private RowOrder filter(RowFilter filter, IProgressMonitor monitor) throws IOException {
        int stretches = count / STRETCH + 1;
        Progress progress = new Progress(SubMonitor.convert(monitor, "Filtering", stretches));
        try {
            int[] passed = IntStream.range(0, stretches)
                    .parallel()
                    .mapToObj(i -> stretch(filter, i * STRETCH, Math.min(count, (i + 1) * STRETCH), progress))
                    .flatMapToInt(IntStream::of)
                    .toArray();
            return passed.length == count ? RowOrder.all(count) : RowOrder.of(passed);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private int[] stretch(RowFilter filter, int start, int end, Progress progress) {
        progress.step();
        int[] passed = new int[end - start];
        int found = 0;
        try (RowAccess access = table.getRowAccess()) {
            for (int row = start; row < end; row++) {
                access.setRowIndex(row);
                if (filter.passes(access)) {
                    passed[found++] = row;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Arrays.copyOf(passed, found);
    }

    /** A monitor for several threads. */
    private record Progress(SubMonitor monitor) {

        synchronized void step() {
            monitor.split(1);
        }
    }

    private RowOrder sort(RowOrder rows, List<SortKey> keys, IProgressMonitor monitor) throws IOException {
        SubMonitor progress = SubMonitor.convert(monitor, "Sorting", 2 * keys.size());
        SortColumn[] columns = new SortColumn[keys.size()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = SortColumn.read(table, keys.get(i), rows, progress.split(1));
        }
        progress.setTaskName("Sorting");
        try (RowAccess one = table.getRowAccess();
                RowAccess other = table.getRowAccess()) {
            int[] sorted = sorted(columns[0].rough(), new Comparison(columns, one, other, progress));
            for (int i = 0; i < sorted.length; i++) {
                sorted[i] = rows.row(sorted[i]);
            }
            return RowOrder.of(sorted);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** All processors sort roughly; then each run of what that did not tell apart is sorted by all that is known. */
    private static int[] sorted(long[] rough, Comparison order) {
        Arrays.parallelSort(rough);
        int[] places = new int[rough.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = (int) rough[i];
        }
        for (int start = 0, end = 1; start < places.length; start = end++) {
            while (end < places.length && rough[end] >> 32 == rough[start] >> 32) {
                end++;
            }
            if (end - start > 1) {
                IndexSort.sort(places, start, end, order);
            }
        }
        return places;
    }

    /** By all columns; ends the sorting when it is cancelled. */
    private static final class Comparison implements IndexSort.Order {

        private static final int CHECK_MASK = (1 << 20) - 1;

        private final SortColumn[] columns;
        private final RowAccess one;
        private final RowAccess other;
        private final SubMonitor progress;
        private int compared;

        Comparison(SortColumn[] columns, RowAccess one, RowAccess other, SubMonitor progress) {
            this.columns = columns;
            this.one = one;
            this.other = other;
            this.progress = progress;
        }

        @Override
        public int compare(int a, int b) {
            if ((++compared & CHECK_MASK) == 0 && progress.isCanceled()) {
                throw new OperationCanceledException();
            }
            for (SortColumn column : columns) {
                int order = column.compare(a, b, one, other);
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        }
    }
}
