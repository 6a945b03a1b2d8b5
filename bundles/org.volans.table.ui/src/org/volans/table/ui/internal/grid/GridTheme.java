package org.volans.table.ui.internal.grid;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.nebula.widgets.nattable.config.AbstractRegistryConfiguration;
import org.eclipse.nebula.widgets.nattable.config.CellConfigAttributes;
import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.data.convert.DisplayConverter;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.layer.cell.ILayerCell;
import org.eclipse.nebula.widgets.nattable.painter.cell.BackgroundPainter;
import org.eclipse.nebula.widgets.nattable.painter.cell.TextPainter;
import org.eclipse.nebula.widgets.nattable.painter.cell.decorator.PaddingDecorator;
import org.eclipse.nebula.widgets.nattable.sort.config.DefaultSortConfiguration;
import org.eclipse.nebula.widgets.nattable.style.BorderStyle;
import org.eclipse.nebula.widgets.nattable.style.CellStyleAttributes;
import org.eclipse.nebula.widgets.nattable.style.DisplayMode;
import org.eclipse.nebula.widgets.nattable.style.HorizontalAlignmentEnum;
import org.eclipse.nebula.widgets.nattable.style.SelectionStyleLabels;
import org.eclipse.nebula.widgets.nattable.style.Style;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.widgets.Composite;
import org.volans.table.ui.internal.rows.CellTexts;
import org.volans.ui.widgets.Palette;

/** How the grid looks: colours made from those of the workbench's theme, so that it fits light and dark. */
@NonNullByDefault({})
final class GridTheme extends AbstractRegistryConfiguration {

    static final String NUMBER = "NUMBER";
    static final String LINK = "LINK";
    static final String WEAK = "WEAK";
    static final String HIGHLIGHT = "HIGHLIGHT";

    private final HeaderPainter header;
    private final Decimals decimals;
    private final Color back;
    private final Color text;
    private final Font font;
    private final Palette palette;

    /** @param parent whose colours are taken */
    GridTheme(HeaderPainter header, Decimals decimals, Composite parent) {
        this.header = header;
        this.decimals = decimals;
        this.back = parent.getBackground();
        this.text = parent.getForeground();
        this.font = JFaceResources.getDefaultFont();
        this.palette = Palette.of(parent);
    }

    /** Whether the parent still has these colours. */
    boolean fits(Composite parent) {
        return back.equals(parent.getBackground()) && text.equals(parent.getForeground());
    }

    @Override
    public void configureRegistry(IConfigRegistry registry) {
        header.dress(palette);
        body(registry);
        headers(registry);
        selection(registry);
        registry.registerConfigAttribute(CellConfigAttributes.GRID_LINE_COLOR, mixed(palette.line(), 0.45));
        registry.registerConfigAttribute(
                CellConfigAttributes.DISPLAY_CONVERTER, new Texts(decimals), DisplayMode.NORMAL, GridRegion.BODY);
    }

    private void body(IConfigRegistry registry) {
        Style plain = style(back, text);
        plain.setAttributeValue(CellStyleAttributes.HORIZONTAL_ALIGNMENT, HorizontalAlignmentEnum.LEFT);
        registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, plain, DisplayMode.NORMAL);
        registry.registerConfigAttribute(
                CellConfigAttributes.CELL_PAINTER,
                new PaddingDecorator(new TextPainter(), 0, 6, 0, 6),
                DisplayMode.NORMAL,
                GridRegion.BODY);
        Style number = new Style();
        number.setAttributeValue(CellStyleAttributes.HORIZONTAL_ALIGNMENT, HorizontalAlignmentEnum.RIGHT);
        label(registry, NUMBER, number);
        label(registry, LINK, coloured(palette.accent()));
        label(registry, WEAK, coloured(palette.muted()));
        Style row = new Style();
        row.setAttributeValue(CellStyleAttributes.BACKGROUND_COLOR, mixed(palette.accent(), 0.2));
        label(registry, HIGHLIGHT, row);
    }

    private void headers(IConfigRegistry registry) {
        Color shade = mixed(text, 0.06);
        Style head = style(shade, text);
        Style numbers = style(shade, palette.muted());
        numbers.setAttributeValue(CellStyleAttributes.HORIZONTAL_ALIGNMENT, HorizontalAlignmentEnum.RIGHT);
        Style selected = style(mixed(palette.accent(), 0.25), text);
        for (String region : new String[] {GridRegion.COLUMN_HEADER, GridRegion.CORNER}) {
            registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, head, DisplayMode.NORMAL, region);
        }
        registry.registerConfigAttribute(
                CellConfigAttributes.CELL_STYLE, style(back, text), DisplayMode.NORMAL, GridRegion.FILTER_ROW);
        registry.registerConfigAttribute(
                CellConfigAttributes.CELL_STYLE, numbers, DisplayMode.NORMAL, GridRegion.ROW_HEADER);
        registry.registerConfigAttribute(
                CellConfigAttributes.CELL_PAINTER,
                new PaddingDecorator(new TextPainter(), 0, 6, 0, 6),
                DisplayMode.NORMAL,
                GridRegion.ROW_HEADER);
        registry.registerConfigAttribute(
                CellConfigAttributes.CELL_PAINTER, new BackgroundPainter(), DisplayMode.NORMAL, GridRegion.CORNER);
        for (String region : new String[] {GridRegion.COLUMN_HEADER, GridRegion.ROW_HEADER}) {
            registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, selected, DisplayMode.SELECT, region);
        }
        for (String label : new String[] {
            GridRegion.COLUMN_HEADER,
            DefaultSortConfiguration.SORT_UP_CONFIG_TYPE,
            DefaultSortConfiguration.SORT_DOWN_CONFIG_TYPE
        }) {
            registry.registerConfigAttribute(CellConfigAttributes.CELL_PAINTER, header, DisplayMode.NORMAL, label);
        }
    }

    private void selection(IConfigRegistry registry) {
        Style selected = style(mixed(palette.accent(), 0.35), text);
        registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, selected, DisplayMode.SELECT);
        Style anchor = new Style();
        anchor.setAttributeValue(CellStyleAttributes.BACKGROUND_COLOR, mixed(palette.accent(), 0.45));
        anchor.setAttributeValue(CellStyleAttributes.FOREGROUND_COLOR, text);
        anchor.setAttributeValue(
                CellStyleAttributes.BORDER_STYLE,
                new BorderStyle(1, palette.accent(), BorderStyle.LineStyleEnum.SOLID));
        for (DisplayMode mode : new DisplayMode[] {DisplayMode.NORMAL, DisplayMode.SELECT}) {
            registry.registerConfigAttribute(
                    CellConfigAttributes.CELL_STYLE, anchor, mode, SelectionStyleLabels.SELECTION_ANCHOR_STYLE);
        }
        Style whole = style(mixed(palette.accent(), 0.45), text);
        registry.registerConfigAttribute(
                CellConfigAttributes.CELL_STYLE,
                whole,
                DisplayMode.SELECT,
                SelectionStyleLabels.ROW_FULLY_SELECTED_STYLE);
        registry.registerConfigAttribute(
                CellConfigAttributes.CELL_STYLE,
                whole,
                DisplayMode.SELECT,
                SelectionStyleLabels.COLUMN_FULLY_SELECTED_STYLE);
    }

    private static void label(IConfigRegistry registry, String label, Style style) {
        registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, style, DisplayMode.NORMAL, label);
        if (label.equals(NUMBER)) {
            registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, style, DisplayMode.SELECT, label);
        }
    }

    private Style style(Color background, Color foreground) {
        Style style = new Style();
        style.setAttributeValue(CellStyleAttributes.BACKGROUND_COLOR, background);
        style.setAttributeValue(CellStyleAttributes.FOREGROUND_COLOR, foreground);
        style.setAttributeValue(CellStyleAttributes.FONT, font);
        return style;
    }

    private static Style coloured(Color color) {
        Style style = new Style();
        style.setAttributeValue(CellStyleAttributes.FOREGROUND_COLOR, color);
        return style;
    }

    /** The background with some of another colour in it. */
    private Color mixed(Color other, double share) {
        return new Color(
                mixed(back.getRed(), other.getRed(), share),
                mixed(back.getGreen(), other.getGreen(), share),
                mixed(back.getBlue(), other.getBlue(), share));
    }

    private static int mixed(int one, int other, double share) {
        return (int) Math.round(one * (1 - share) + other * share);
    }

    /** Cells as short texts. */
    private static final class Texts extends DisplayConverter {

        private final Decimals decimals;

        Texts(Decimals decimals) {
            this.decimals = decimals;
        }

        @Override
        public Object canonicalToDisplayValue(ILayerCell cell, IConfigRegistry registry, Object value) {
            return decimals.text(cell.getColumnIndex(), value);
        }

        @Override
        public Object canonicalToDisplayValue(Object value) {
            return CellTexts.brief(value);
        }

        @Override
        public Object displayToCanonicalValue(Object value) {
            return value;
        }
    }
}
