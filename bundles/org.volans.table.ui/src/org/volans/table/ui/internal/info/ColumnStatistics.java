package org.volans.table.ui.internal.info;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.InputException;
import org.volans.table.ui.internal.rows.CellTexts;
import uk.ac.starlink.table.RowAccess;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.Tables;

/**
 * What the cells of a column are like. Figures of numbers are NaN for other columns; texts have a least and a greatest too.
 *
 * @param values   cells with a value
 * @param nulls    cells without
 * @param least    in the column's order
 * @param greatest in the column's order
 * @param mean     arithmetic mean
 * @param sd       standard deviation of the sample
 * @param quartile the values below which a quarter, a half and three quarters lie; of a regular sample when there are more
 *                 than {@link #MOST_KEPT}
 * @param distinct how many different values; empty when there are more than {@link #MOST_DISTINCT}
 */
public record ColumnStatistics(
        long values,
        long nulls,
        String least,
        String greatest,
        double mean,
        double sd,
        double[] quartile,
        OptionalInt distinct) {

    /** More different values are not counted. */
    static final int MOST_DISTINCT = 1000;

    /** From more values quartiles are estimated. */
    static final int MOST_KEPT = 10_000_000;

    private static final int CHECK_EVERY = 4096;

    /**
     * Reads the whole column. Blocks.
     *
     * @throws InputException when it cannot be read
     */
    public static ColumnStatistics of(StarTable table, int column, IProgressMonitor monitor) throws InputException {
        long rows = table.getRowCount();
        SubMonitor progress = SubMonitor.convert(monitor, (int) (rows / CHECK_EVERY) + 1);
        Gathering gathering = new Gathering(rows);
        try (RowAccess access = table.getRowAccess()) {
            for (long row = 0; row < rows; row++) {
                if (row % CHECK_EVERY == 0) {
                    progress.split(1);
                }
                access.setRowIndex(row);
                gathering.add(access.getCell(column));
            }
        } catch (IOException e) {
            throw new InputException("the column cannot be read: " + e.getMessage(), e);
        }
        return gathering.statistics();
    }

    /** Grows by one cell at a time. */
    private static final class Gathering {

        private final long stride;
        private final Set<Object> different = new HashSet<>();
        private double[] kept = new double[1024];
        private int keptCount;
        private long values;
        private long nulls;
        private long numbers;
        private double mean;
        private double squares;
        private @Nullable Object least;
        private @Nullable Object greatest;

        Gathering(long rows) {
            stride = rows / MOST_KEPT + 1;
        }

        void add(@Nullable Object cell) {
            if (cell == null || Tables.isBlank(cell)) {
                nulls++;
                return;
            }
            values++;
            if (different.size() <= MOST_DISTINCT) {
                different.add(cell.getClass().isArray() ? CellTexts.full(cell) : cell);
            }
            // one infinite value would leave no mean of the others
            if (cell instanceof Number number && Double.isFinite(number.doubleValue())) {
                add(number.doubleValue());
            }
            least = least == null || order(cell, least) < 0 ? cell : least;
            greatest = greatest == null || order(cell, greatest) > 0 ? cell : greatest;
        }

        private void add(double value) {
            numbers++;
            // Welford's recurrence keeps its digits where a sum of squares would lose them
            double off = value - mean;
            mean += off / numbers;
            squares += off * (value - mean);
            if (values % stride == 0) {
                if (keptCount == kept.length) {
                    kept = Arrays.copyOf(kept, 2 * kept.length);
                }
                kept[keptCount++] = value;
            }
        }

        @SuppressWarnings({"unchecked", "rawtypes"})
        private static int order(Object one, Object other) {
            if (one.getClass() == other.getClass() && one instanceof Comparable comparable) {
                return comparable.compareTo(other);
            }
            return one instanceof Number a && other instanceof Number b
                    ? Double.compare(a.doubleValue(), b.doubleValue())
                    : 0;
        }

        ColumnStatistics statistics() {
            boolean ordered = least instanceof Comparable;
            double[] sorted = Arrays.copyOf(kept, keptCount);
            Arrays.parallelSort(sorted);
            return new ColumnStatistics(
                    values,
                    nulls,
                    ordered ? CellTexts.brief(least) : "",
                    ordered ? CellTexts.brief(greatest) : "",
                    numbers == 0 ? Double.NaN : mean,
                    numbers < 2 ? Double.NaN : Math.sqrt(squares / (numbers - 1)),
                    new double[] {quantile(sorted, 0.25), quantile(sorted, 0.5), quantile(sorted, 0.75)},
                    different.size() > MOST_DISTINCT ? OptionalInt.empty() : OptionalInt.of(different.size()));
        }

        /** Between the two nearest values in proportion, as most programs do. */
        private static double quantile(double[] sorted, double share) {
            if (sorted.length == 0) {
                return Double.NaN;
            }
            double place = share * (sorted.length - 1);
            int below = (int) place;
            int above = Math.min(below + 1, sorted.length - 1);
            return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
        }
    }
}
