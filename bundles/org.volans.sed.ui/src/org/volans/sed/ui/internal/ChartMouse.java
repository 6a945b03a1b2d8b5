package org.volans.sed.ui.internal;

import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.Range;

/**
 * Zooms by the wheel about the pointer or by + and -, pans by dragging, fits by a double click or Home, tells what the
 * pointer is at, goes from point to point by the arrow keys.
 */
final class ChartMouse {

    private static final double STEP = 0.8;
    private static final int CLICK = 3;

    private final SedFigure figure;
    private final Consumer<Optional<SedFigure.Hit>> clicked;
    private @Nullable Point from;
    private boolean dragged;

    /** @param clicked told of the point that was clicked on, or of none */
    ChartMouse(SedFigure figure, Consumer<Optional<SedFigure.Hit>> clicked) {
        this.figure = figure;
        this.clicked = clicked;
        Control plot = figure.chart().getPlotArea().getControl();
        plot.addListener(SWT.MouseWheel, this::zoom);
        plot.addListener(SWT.MouseDown, this::down);
        plot.addListener(SWT.MouseMove, this::move);
        plot.addListener(SWT.MouseUp, this::up);
        plot.addListener(SWT.MouseDoubleClick, e -> figure.fit());
        plot.addListener(SWT.KeyDown, this::key);
    }

    private void key(Event event) {
        switch (event.keyCode) {
            case SWT.HOME -> figure.fit();
            case '+', '=', SWT.KEYPAD_ADD -> zoom(0.5, 0.5, STEP);
            case '-', SWT.KEYPAD_SUBTRACT -> zoom(0.5, 0.5, 1 / STEP);
            case SWT.ARROW_LEFT -> clicked.accept(figure.beside(-1));
            case SWT.ARROW_RIGHT -> clicked.accept(figure.beside(+1));
            default -> {
                // not for the chart
            }
        }
    }

    private void zoom(Event event) {
        double factor = event.count > 0 ? STEP : 1 / STEP;
        Point size = figure.chart().getPlotArea().getSize();
        zoom((double) event.x / size.x, 1 - (double) event.y / size.y, factor);
        event.doit = false;
    }

    /** @param atX what stays where it is, 0 left to 1 right; {@code atY} 0 at the bottom */
    private void zoom(double atX, double atY, double factor) {
        figure.range(zoomed(x(), atX, factor), zoomed(y(), atY, factor));
    }

    private IAxis x() {
        return figure.chart().getAxisSet().getXAxis(0);
    }

    private IAxis y() {
        return figure.chart().getAxisSet().getYAxis(0);
    }

    /** @param at where along the axis, 0 left or bottom to 1 */
    private static Range zoomed(IAxis axis, double at, double factor) {
        double low = position(axis, axis.getRange().lower);
        double high = position(axis, axis.getRange().upper);
        double fixed = low + (high - low) * (axis.isReversed() ? 1 - at : at);
        return new Range(value(axis, fixed - (fixed - low) * factor), value(axis, fixed + (high - fixed) * factor));
    }

    private static Range moved(IAxis axis, double by) {
        double low = position(axis, axis.getRange().lower);
        double high = position(axis, axis.getRange().upper);
        double shift = (high - low) * (axis.isReversed() ? -by : by);
        return new Range(value(axis, low - shift), value(axis, high - shift));
    }

    private static double position(IAxis axis, double value) {
        return axis.isLogScaleEnabled() ? Math.log10(value) : value;
    }

    private static double value(IAxis axis, double position) {
        return axis.isLogScaleEnabled() ? Math.pow(10, position) : position;
    }

    private void down(Event event) {
        figure.chart().getPlotArea().getControl().forceFocus();
        if (event.button == 1) {
            from = new Point(event.x, event.y);
            dragged = false;
        }
    }

    private void move(Event event) {
        @Nullable Point start = from;
        if (start == null) {
            hover(event);
            return;
        }
        Point size = figure.chart().getPlotArea().getSize();
        int dx = event.x - start.x;
        int dy = event.y - start.y;
        if (dragged || Math.abs(dx) > CLICK || Math.abs(dy) > CLICK) {
            dragged = true;
            figure.range(moved(x(), (double) dx / size.x), moved(y(), -(double) dy / size.y));
            from = new Point(event.x, event.y);
        }
    }

    private void up(Event event) {
        if (event.button == 1 && from != null) {
            from = null;
            if (!dragged) {
                clicked.accept(figure.hit(event.x, event.y));
            }
        }
    }

    private void hover(Event event) {
        Control plot = figure.chart().getPlotArea().getControl();
        Optional<SedFigure.Hit> hit = figure.hit(event.x, event.y);
        String text = hit.map(h -> PointText.of(figure, h)).orElse("");
        if (!text.equals(String.valueOf(plot.getToolTipText()))) {
            plot.setToolTipText(text.isEmpty() ? null : text);
        }
        plot.setCursor(hit.isPresent() ? plot.getDisplay().getSystemCursor(SWT.CURSOR_HAND) : null);
    }
}
