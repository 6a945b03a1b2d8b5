package org.volans.image.ui.internal.controls;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.MouseEvent;
import org.eclipse.swt.events.MouseListener;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.volans.api.image.Cut;
import org.volans.api.image.Limits;
import org.volans.api.image.PixelBlock;
import org.volans.api.image.Shading;
import org.volans.image.ui.internal.LatestWork;
import org.volans.image.ui.internal.Opened;
import org.volans.ui.widgets.Palette;
import org.volans.ui.widgets.Tone;

/** Histogram of the values with the two limits, which can be dragged or typed. UI thread only. */
public final class LevelsBar extends Composite {

    private static final int HEIGHT = 64;
    private static final int NEAR = 12;
    private static final int DIGITS = 5;
    private static final String HINT = "Press Enter to use it";

    private final LookHost host;
    private final Canvas chart;
    private final Text low;
    private final Text high;
    private final LatestWork<Histogram> work;
    private Optional<Histogram> histogram = Optional.empty();
    private Optional<PixelBlock> counted = Optional.empty();
    private int dragged;

    /** Shows and changes the limits of the host's look. */
    public LevelsBar(Composite parent, LookHost host) {
        super(parent, SWT.NONE);
        this.host = host;
        GridLayoutFactory.swtDefaults()
                .margins(6, 4)
                .spacing(6, 2)
                .numColumns(3)
                .applyTo(this);
        low = field("From", "image.low");
        chart = new Canvas(this, SWT.DOUBLE_BUFFERED);
        GridDataFactory.fillDefaults().grab(true, false).hint(100, HEIGHT).applyTo(chart);
        high = field("To", "image.high");
        chart.setData("org.volans.id", "image.histogram");
        chart.setToolTipText("Drag the limits");
        chart.addPaintListener(e -> paint(e.gc));
        chart.addMouseListener(MouseListener.mouseDownAdapter(this::down));
        chart.addMouseListener(MouseListener.mouseUpAdapter(e -> dragged = 0));
        chart.addMouseMoveListener(this::moved);
        work = new LatestWork<>(this, "Histogram", h -> {
            histogram = Optional.of(h);
            chart.redraw();
        });
    }

    private Text field(String name, String id) {
        Composite box = new Composite(this, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(box);
        GridDataFactory.swtDefaults().align(SWT.FILL, SWT.CENTER).applyTo(box);
        Label label = new Label(box, SWT.NONE);
        label.setText(name);
        Text text = new Text(box, SWT.BORDER);
        text.setData("org.volans.id", id);
        text.setToolTipText(HINT);
        GridDataFactory.swtDefaults().hint(90, SWT.DEFAULT).applyTo(text);
        text.addListener(SWT.DefaultSelection, e -> typed());
        return text;
    }

    /** Shows what the host shows. */
    public void show() {
        host.opened().ifPresent(o -> {
            say(Tone.PLAIN, HINT);
            low.setText(number(o.limits().low(), o.limits()));
            high.setText(number(o.limits().high(), o.limits()));
            boolean known = counted.filter(s -> s == o.sample()).isPresent();
            boolean outside = histogram
                    .filter(h ->
                            h.share(o.limits().low()) < 0 || h.share(o.limits().high()) > 1)
                    .isPresent();
            if (!known || outside && dragged == 0) {
                counted = Optional.of(o.sample());
                work.ask(monitor -> Histogram.of(o.sample(), o.limits()));
            }
            chart.redraw();
        });
    }

    /** With the digits that matter between the limits, and as few others as possible. */
    private static String number(double value, Limits limits) {
        double span = limits.high() / 2 - limits.low() / 2;
        int digits = value == 0 ? 1 : DIGITS + (int) Math.max(0, Math.ceil(Math.log10(Math.abs(value) / span)));
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(Math.min(17, digits)));
        double size = Math.abs(value);
        boolean plain = value == 0 || size > 1e-5 && size < 1e9;
        return plain
                ? rounded.stripTrailingZeros().toPlainString()
                : rounded.stripTrailingZeros().toString();
    }

    private void typed() {
        try {
            double from = Double.parseDouble(low.getText().strip());
            double to = Double.parseDouble(high.getText().strip());
            set(new Limits(from, to));
            say(Tone.PLAIN, HINT);
        } catch (IllegalArgumentException e) {
            say(Tone.BAD, "Two numbers, the first one less than the second");
        }
    }

    private void say(Tone tone, String tip) {
        for (Text field : new Text[] {low, high}) {
            tone.on(field);
            field.setToolTipText(tip);
        }
    }

    private void set(Limits limits) {
        host.look(host.look().with(new Cut.Between(limits)));
    }

    private void down(MouseEvent e) {
        Optional<Opened> opened = host.opened();
        if (e.button != 1 || opened.isEmpty() || histogram.isEmpty()) {
            return;
        }
        double toLow = Math.abs(e.x - x(opened.get().limits().low()));
        double toHigh = Math.abs(e.x - x(opened.get().limits().high()));
        if (Math.min(toLow, toHigh) <= NEAR) {
            dragged = toLow < toHigh ? -1 : 1;
        }
    }

    private void moved(MouseEvent e) {
        Optional<Opened> opened = host.opened();
        if (opened.isEmpty() || histogram.isEmpty()) {
            return;
        }
        Limits limits = opened.get().limits();
        boolean near =
                Math.min(Math.abs(e.x - x(limits.low())), Math.abs(e.x - x(limits.high()))) <= NEAR || dragged != 0;
        chart.setCursor(near ? getDisplay().getSystemCursor(SWT.CURSOR_SIZEWE) : null);
        if (dragged == 0) {
            return;
        }
        double value = histogram.get().value(Math.max(0, Math.min(1, (double) e.x / chart.getSize().x)));
        double newLow = dragged < 0 ? value : limits.low();
        double newHigh = dragged > 0 ? value : limits.high();
        if (newLow < newHigh && Double.isFinite(newLow) && Double.isFinite(newHigh)) {
            set(new Limits(newLow, newHigh));
        }
    }

    private int x(double value) {
        return histogram
                .map(h -> (int) Math.round(h.share(value) * chart.getSize().x))
                .orElse(0);
    }

    private void paint(GC gc) {
        Point size = chart.getSize();
        Palette palette = Palette.of(this);
        gc.setBackground(getBackground());
        gc.fillRectangle(0, 0, size.x, size.y);
        if (histogram.isEmpty() || host.opened().isEmpty()) {
            return;
        }
        bars(gc, size, histogram.get(), palette);
        Limits limits = host.opened().get().limits();
        strip(gc, size, limits);
        gc.setForeground(palette.accent());
        gc.setLineWidth(2);
        for (double limit : new double[] {limits.low(), limits.high()}) {
            int x = Math.max(1, Math.min(size.x - 1, x(limit)));
            gc.drawLine(x, 0, x, size.y);
            gc.setBackground(palette.accent());
            gc.fillRectangle(x - 3, 0, 6, 6);
        }
    }

    /** Logarithmic in height: the few bright pixels are what the eye looks for. */
    private static void bars(GC gc, Point size, Histogram h, Palette palette) {
        double most = 1;
        for (int n : h.bins()) {
            most = Math.max(most, Math.log1p(n));
        }
        gc.setBackground(palette.muted());
        int room = size.y - 12;
        for (int i = 0; i < h.bins().length; i++) {
            int left = i * size.x / h.bins().length;
            int right = (i + 1) * size.x / h.bins().length;
            int height = (int) Math.round(Math.log1p(h.bins()[i]) / most * room);
            gc.fillRectangle(left, room - height, Math.max(1, right - left), height);
        }
    }

    /** The colours that the values get, below the bars. */
    private void strip(GC gc, Point size, Limits limits) {
        Shading shading = host.look().shading();
        int from = x(limits.low());
        int to = x(limits.high());
        for (int x = 0; x < size.x; x++) {
            int rgb = shading.rgb((double) (x - from) / Math.max(1, to - from));
            gc.setBackground(new Color(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255));
            gc.fillRectangle(x, size.y - 10, 1, 10);
        }
    }
}
