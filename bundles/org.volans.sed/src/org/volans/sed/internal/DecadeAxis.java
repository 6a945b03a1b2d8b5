package org.volans.sed.internal;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.plot.ValueAxisPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;

/**
 * A logarithmic axis with ticks where people expect them: at whole decades, and where few of these are in sight also at
 * 2 and 5. (JFreeChart's own divides decades into equal parts: 3.16, 5.01…)
 */
@NonNullByDefault({}) // overrides methods that say nothing about nulls
class DecadeAxis extends LogAxis {

    private static final long serialVersionUID = 1L;
    private static final double FEW_DECADES = 1.8;
    private static final double LESS_THAN_A_DECADE = 0.75;
    private static final int MOST_LABELS = 10;
    private static final double ROOM = 1.1;

    DecadeAxis(String label, String unit) {
        super(label);
        setNumberFormatOverride(new Decades(unit));
        setAutoRangeMinimumSize(Double.MIN_NORMAL); // flux densities in W/m² are of the order of 1e-18
    }

    /** A single value, such as an exact frequency, has no range of its own: JFreeChart fails on it. */
    @Override
    protected void autoAdjustRange() {
        Range values = getPlot() instanceof ValueAxisPlot plot ? plot.getDataRange(this) : null;
        if (values != null && values.getLength() == 0 && values.getLowerBound() > 0) {
            setRange(new Range(values.getLowerBound() / ROOM, values.getLowerBound() * ROOM), false, false);
        } else {
            super.autoAdjustRange();
        }
    }

    @Override
    public List<NumberTick> refreshTicks(Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
        TextAnchor anchor = RectangleEdge.isTopOrBottom(edge)
                ? edge == RectangleEdge.TOP ? TextAnchor.BOTTOM_CENTER : TextAnchor.TOP_CENTER
                : edge == RectangleEdge.LEFT ? TextAnchor.CENTER_RIGHT : TextAnchor.CENTER_LEFT;
        double low = Math.log10(getLowerBound());
        double high = Math.log10(getUpperBound());
        boolean few = high - low < FEW_DECADES;
        boolean narrow = high - low < LESS_THAN_A_DECADE;
        int every = Math.max(1, (int) Math.ceil((high - low) / MOST_LABELS));
        List<NumberTick> ticks = new ArrayList<>();
        for (int decade = (int) Math.floor(low); decade <= high; decade++) {
            for (int digit = 1; digit <= 9; digit++) {
                double value = digit * Math.pow(10, decade);
                if (getRange().contains(value)) {
                    boolean whole = digit == 1 && Math.floorMod(decade, every) == 0;
                    boolean named = whole || few && (digit == 2 || digit == 5) || narrow && digit == 3;
                    ticks.add(new NumberTick(
                            named ? TickType.MAJOR : TickType.MINOR,
                            value,
                            named ? getNumberFormatOverride().format(value) : "",
                            anchor,
                            TextAnchor.CENTER,
                            0));
                }
            }
        }
        return ticks;
    }
}
