package org.volans.table.ui.internal.grid;

import java.util.function.IntFunction;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.layer.cell.ILayerCell;
import org.eclipse.nebula.widgets.nattable.painter.cell.AbstractCellPainter;
import org.eclipse.nebula.widgets.nattable.sort.SortDirectionEnum;
import org.eclipse.nebula.widgets.nattable.style.CellStyleAttributes;
import org.eclipse.nebula.widgets.nattable.style.CellStyleUtil;
import org.eclipse.nebula.widgets.nattable.style.IStyle;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.volans.ui.widgets.Palette;
import uk.ac.starlink.table.ColumnInfo;

/** Paints a column's name and, below it and weaker, its unit. UI thread. */
@NonNullByDefault({})
final class HeaderPainter extends AbstractCellPainter {

    private static final int PADDING = 6;

    private static final int ARROW = 8;

    private final IntFunction<ColumnInfo> columns;
    private final SortState sorting;
    private final Font bold;
    private Palette palette;

    HeaderPainter(IntFunction<ColumnInfo> columns, SortState sorting, Palette palette, Font bold) {
        this.columns = columns;
        this.sorting = sorting;
        this.palette = palette;
        this.bold = bold;
    }

    void dress(Palette other) {
        palette = other;
    }

    @Override
    public void paintCell(ILayerCell cell, GC gc, Rectangle bounds, IConfigRegistry registry) {
        IStyle style = CellStyleUtil.getCellStyle(cell, registry);
        Color back = style.getAttributeValue(CellStyleAttributes.BACKGROUND_COLOR);
        Color text = style.getAttributeValue(CellStyleAttributes.FOREGROUND_COLOR);
        Font font = style.getAttributeValue(CellStyleAttributes.FONT);
        Rectangle clip = gc.getClipping();
        gc.setClipping(bounds.intersection(clip));
        gc.setBackground(back);
        gc.fillRectangle(bounds);
        ColumnInfo info = columns.apply(cell.getColumnIndex());
        String unit = unit(info);
        boolean sorted = sorting.isColumnIndexSorted(cell.getColumnIndex());
        int room = bounds.width - 2 * PADDING - (sorted ? ARROW + 2 : 0);
        gc.setForeground(text);
        gc.setFont(bold);
        int height = gc.getFontMetrics().getHeight();
        int top = bounds.y + Math.max(1, (bounds.height - height * (unit.isEmpty() ? 1 : 2)) / 2);
        gc.drawText(fitting(gc, name(info), room), bounds.x + PADDING, top, SWT.DRAW_TRANSPARENT);
        if (!unit.isEmpty()) {
            gc.setFont(font);
            gc.setForeground(palette.muted());
            gc.drawText(fitting(gc, unit, room), bounds.x + PADDING, top + height, SWT.DRAW_TRANSPARENT);
        }
        if (sorted) {
            arrow(gc, bounds, sorting.getSortDirection(cell.getColumnIndex()) == SortDirectionEnum.DESC);
        }
        gc.setClipping(clip);
    }

    private void arrow(GC gc, Rectangle bounds, boolean down) {
        int x = bounds.x + bounds.width - PADDING - ARROW;
        int y = bounds.y + bounds.height / 2;
        int tip = down ? 3 : -3;
        gc.setBackground(palette.accent());
        gc.fillPolygon(new int[] {x, y - tip, x + ARROW, y - tip, x + ARROW / 2, y + tip});
    }

    /** Long names end in an ellipsis rather than in half a letter. */
    private static String fitting(GC gc, String text, int width) {
        if (gc.textExtent(text).x <= width) {
            return text;
        }
        int length = text.length() - 1;
        while (length > 0 && gc.textExtent(text.substring(0, length) + "…").x > width) {
            length--;
        }
        return text.substring(0, length) + "…";
    }

    static String name(ColumnInfo info) {
        return info.getName() == null ? "" : info.getName();
    }

    static String unit(ColumnInfo info) {
        return info.getUnitString() == null ? "" : info.getUnitString().strip();
    }

    /** How wide a column must be for its header, with room for the arrow of a sorted one. */
    int width(GC gc, ColumnInfo info) {
        Font before = gc.getFont();
        gc.setFont(bold);
        int width = gc.textExtent(name(info)).x;
        gc.setFont(before);
        return Math.max(width, gc.textExtent(unit(info)).x) + 2 * PADDING + ARROW;
    }

    @Override
    public int getPreferredWidth(ILayerCell cell, GC gc, IConfigRegistry registry) {
        return width(gc, columns.apply(cell.getColumnIndex()));
    }

    @Override
    public int getPreferredHeight(ILayerCell cell, GC gc, IConfigRegistry registry) {
        Point size = gc.textExtent("Xg");
        return 2 * size.y + 6;
    }
}
