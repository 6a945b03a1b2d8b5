package org.volans.table.ui.internal.grid;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;

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
        theme = theme();
        widget.addConfiguration(theme);
        widget.configure();
        widget.setBackground(widget.getParent().getBackground());
        widget.addListener(SWT.Paint, e -> dress());
    }

    private GridTheme theme() {
        Composite parent = widget.getParent();
        return new GridTheme(
                header, decimals, parent.getBackground(), parent.getForeground(), JFaceResources.getDefaultFont());
    }

    private void dress() {
        Composite parent = widget.getParent();
        if (theme.fits(parent.getBackground(), parent.getForeground())) {
            return;
        }
        theme = theme();
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
