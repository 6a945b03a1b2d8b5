package org.volans.table.ui.internal.grid;

import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;

/** Gives the grid the colours of what it stands in: they come some time after the widgets, and change with the theme. */
final class GridDress {

    private final NatTable widget;
    private final HeaderPainter header;
    private final Decimals decimals;
    private GridTheme theme;

    /** Configures the widget. */
    GridDress(NatTable widget, HeaderPainter header, Decimals decimals) {
        this.widget = widget;
        this.header = header;
        this.decimals = decimals;
        theme = new GridTheme(header, decimals, widget.getParent());
        widget.addConfiguration(theme);
        widget.configure();
        widget.setBackground(widget.getParent().getBackground());
        widget.addListener(SWT.Paint, e -> dress());
    }

    private void dress() {
        if (theme.fits(widget.getParent())) {
            return;
        }
        theme = new GridTheme(header, decimals, widget.getParent());
        // later: painting goes on with the colours it began with
        widget.getDisplay().asyncExec(() -> {
            if (!widget.isDisposed()) {
                widget.setBackground(widget.getParent().getBackground());
                theme.configureRegistry(widget.getConfigRegistry());
                widget.redraw();
            }
        });
    }
}
