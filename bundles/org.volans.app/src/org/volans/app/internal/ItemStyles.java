package org.volans.app.internal;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.TreeItem;

/**
 * Keeps the style sheets' engine away from the rows of tables and trees, which have their parents' colours. It would remember
 * each row, and fail at the next change of the theme over one whose table is gone (seen with the ADQL editor's proposals).
 */
final class ItemStyles implements Listener {

    private ItemStyles() {}

    /** Before the first window. */
    static void leaveAlone(Display display) {
        display.addFilter(SWT.Skin, new ItemStyles());
    }

    @Override
    @NonNullByDefault({})
    public void handleEvent(Event event) {
        if (event.widget instanceof TableItem || event.widget instanceof TreeItem) {
            event.type = SWT.None;
        }
    }
}
