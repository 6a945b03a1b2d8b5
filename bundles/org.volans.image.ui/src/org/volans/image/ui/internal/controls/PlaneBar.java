package org.volans.image.ui.internal.controls;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.Spinner;
import org.volans.api.image.FitsImage;
import org.volans.api.image.ImageAxis;
import org.volans.api.image.ImagePlane;
import org.volans.image.ui.internal.Opened;
import org.volans.ui.widgets.Tone;

/**
 * Chooses among the images of a file and the planes of a cube; takes no room where there is nothing to choose. UI thread only.
 */
public final class PlaneBar extends Composite {

    private final IntConsumer image;
    private final Consumer<ImagePlane> plane;
    private ImagePlane shown;

    /**
     * @param image told of the index of the image that is wanted
     * @param plane told of the plane that is wanted
     */
    public PlaneBar(Composite parent, IntConsumer image, Consumer<ImagePlane> plane) {
        super(parent, SWT.NONE);
        this.image = image;
        this.plane = plane;
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(this);
        setVisible(false);
    }

    /** Shows what there is to choose. */
    public void show(Opened opened) {
        shown = opened.plane();
        for (Control old : getChildren()) {
            old.dispose();
        }
        if (opened.images().size() > 1) {
            chooser(opened.images());
        }
        for (ImageAxis axis : opened.axes()) {
            boolean across = axis.number() == shown.axisX() || axis.number() == shown.axisY();
            if (!across && axis.length() > 1) {
                slider(axis);
            } else if (!across && !axis.value(1).isEmpty()) {
                degenerate(axis);
            }
        }
        int columns = getChildren().length;
        GridLayoutFactory.swtDefaults()
                .margins(6, 2)
                .spacing(6, 0)
                .numColumns(Math.max(1, columns))
                .applyTo(this);
        setVisible(columns > 0);
        ((GridData) getLayoutData()).exclude = columns == 0;
        getParent().layout(true, true);
    }

    private void chooser(List<FitsImage> images) {
        label("Image");
        Combo combo = new Combo(this, SWT.DROP_DOWN | SWT.READ_ONLY);
        combo.setData("org.volans.id", "image.hdu");
        images.forEach(i -> combo.add(name(i)));
        combo.select(images.indexOf(shown.image()));
        combo.addListener(SWT.Selection, e -> image.accept(combo.getSelectionIndex()));
    }

    private static String name(FitsImage image) {
        String name = image.header().getOrDefault("EXTNAME", "").strip();
        String shape = image.shape().stream().map(String::valueOf).collect(Collectors.joining(" × "));
        return image.hdu() + (name.isEmpty() ? "" : ": " + name) + " (" + shape + ")";
    }

    private void label(String text) {
        new Label(this, SWT.NONE).setText(text);
    }

    private void slider(ImageAxis axis) {
        int now = Math.toIntExact(shown.at().get(axis.number()));
        int most = (int) Math.min(Integer.MAX_VALUE, axis.length());
        int page = Math.max(1, most / 10);
        label(axis.name());
        Scale scale = new Scale(this, SWT.HORIZONTAL);
        GridDataFactory.fillDefaults().grab(true, false).hint(80, SWT.DEFAULT).applyTo(scale);
        scale.setData("org.volans.id", "image.plane." + axis.number());
        scale.setToolTipText("Plane along " + axis.name().toLowerCase(Locale.ROOT));
        scale.setMinimum(1);
        scale.setMaximum(most);
        scale.setPageIncrement(page);
        scale.setSelection(now);
        Spinner spinner = new Spinner(this, SWT.BORDER);
        spinner.setValues(now, 1, most, 0, 1, page);
        Label value = value(axis, now);
        IntConsumer choose = at -> {
            scale.setSelection(at);
            spinner.setSelection(at);
            value.setText(text(axis, at));
            shown = shown.with(axis.number(), at);
            plane.accept(shown);
        };
        scale.addListener(SWT.Selection, e -> choose.accept(scale.getSelection()));
        spinner.addListener(SWT.Selection, e -> choose.accept(spinner.getSelection()));
    }

    private Label value(ImageAxis axis, int now) {
        Label value = new Label(this, SWT.NONE);
        value.setData("org.volans.id", "image.planeValue." + axis.number());
        value.setText(text(axis, now));
        GridDataFactory.swtDefaults().hint(longest(value, axis), SWT.DEFAULT).applyTo(value);
        return value;
    }

    private static String text(ImageAxis axis, long at) {
        String value = axis.value(at);
        return "of " + axis.length() + (value.isEmpty() ? "" : " · " + value);
    }

    /** Room for the values at both ends and in the middle, so that the slider keeps its place. */
    private static int longest(Label label, ImageAxis axis) {
        GC gc = new GC(label);
        int width = 0;
        for (long at : new long[] {1, axis.length() / 3 + 1, axis.length() / 2 + 1, axis.length()}) {
            width = Math.max(width, gc.textExtent(text(axis, at)).x);
        }
        gc.dispose();
        return width + 8;
    }

    private void degenerate(ImageAxis axis) {
        Label label = new Label(this, SWT.NONE);
        label.setText(axis.name() + " " + axis.value(1));
        label.setData("org.volans.id", "image.planeValue." + axis.number());
        Tone.MUTED.on(label);
    }
}
