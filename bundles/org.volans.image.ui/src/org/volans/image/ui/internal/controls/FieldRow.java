package org.volans.image.ui.internal.controls;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Layout;

/**
 * Labels in a row, each as wide as it has ever been, so that they do not jump while their text changes; in as many rows as
 * they need. One without a width of its own lies over the others.
 */
@NonNullByDefault({})
final class FieldRow extends Layout {

    private static final String WIDTH = "org.volans.width";
    private static final String SECOND = "org.volans.second";
    private static final int GAP = 12;
    private static final int MARGIN = 6;
    private static final int BORDER = 2;

    /** Gives a label room for a text; 0 points for an empty one. */
    static void reserve(Label label, String sample) {
        String text = label.getText();
        label.setText(sample);
        label.setData(WIDTH, sample.isEmpty() ? 0 : label.computeSize(SWT.DEFAULT, SWT.DEFAULT).x);
        label.setText(text);
    }

    /** Where one row is too short, a second one begins here. */
    static void beginsSecond(Label label) {
        label.setData(SECOND, true);
    }

    private static int width(Control child) {
        int now = ((Label) child).getText().isEmpty() ? 0 : child.computeSize(SWT.DEFAULT, SWT.DEFAULT).x;
        int width = Math.max(now, child.getData(WIDTH) instanceof Integer known ? known : 0);
        child.setData(WIDTH, width);
        return width;
    }

    private static int total(Composite composite) {
        int total = MARGIN;
        for (Control child : composite.getChildren()) {
            int own = child.getData(WIDTH) == null ? 0 : width(child);
            total += own == 0 ? 0 : own + GAP;
        }
        return total - GAP;
    }

    private static int rowHeight(Composite composite) {
        int height = 0;
        for (Control child : composite.getChildren()) {
            height = Math.max(height, child.computeSize(SWT.DEFAULT, SWT.DEFAULT).y);
        }
        return height;
    }

    /** Where the fields go in a width; gives the number of rows. */
    private static int place(Composite composite, int width, boolean move) {
        int rows = 1;
        int x = MARGIN;
        int height = rowHeight(composite);
        boolean oneRow = total(composite) <= width;
        for (Control child : composite.getChildren()) {
            if (child.getData(WIDTH) == null) {
                if (move) {
                    child.setBounds(MARGIN, BORDER, Math.max(0, width - MARGIN), height);
                    child.setVisible(!((Label) child).getText().isEmpty());
                }
                continue;
            }
            int own = width(child);
            boolean second = !oneRow && rows == 1 && child.getData(SECOND) != null;
            if (x > MARGIN && (second || x + own > width) && own > 0) {
                rows++;
                x = MARGIN;
            }
            if (move) {
                child.setBounds(x, BORDER + (rows - 1) * height, own, height);
                child.setVisible(!((Label) child).getText().isEmpty());
            }
            x += own == 0 ? 0 : own + GAP;
        }
        return rows;
    }

    @Override
    protected Point computeSize(Composite composite, int wHint, int hHint, boolean flushCache) {
        int width = wHint == SWT.DEFAULT ? Integer.MAX_VALUE / 2 : wHint;
        int height = place(composite, width, false) * rowHeight(composite) + 2 * BORDER;
        return new Point(wHint == SWT.DEFAULT ? 2 * MARGIN : wHint, height);
    }

    @Override
    protected void layout(Composite composite, boolean flushCache) {
        Rectangle area = composite.getClientArea();
        place(composite, area.width, true);
    }
}
