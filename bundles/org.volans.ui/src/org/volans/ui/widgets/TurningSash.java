package org.volans.ui.widgets;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;

/** Two things beside one another where there is room for that, else, or in a high area, one below the other. UI thread only. */
public final class TurningSash {

    private TurningSash() {}

    /** @param wide in pixels: from this width on they are beside one another */
    public static SashForm create(Composite parent, int wide) {
        SashForm sash = new SashForm(parent, SWT.VERTICAL);
        sash.addListener(SWT.Resize, e -> {
            Rectangle area = sash.getClientArea();
            boolean beside = area.width >= wide && area.width > 2 * area.height;
            int way = beside ? SWT.HORIZONTAL : SWT.VERTICAL;
            if (sash.getOrientation() != way) {
                sash.setOrientation(way);
            }
        });
        return sash;
    }
}
