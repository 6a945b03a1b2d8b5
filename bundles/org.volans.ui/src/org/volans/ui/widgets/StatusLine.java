package org.volans.ui.widgets;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;

/** The window's status line. UI thread only. */
public final class StatusLine {

    private StatusLine() {}

    /** Says something until the next is said or another part becomes active. */
    public static void say(IWorkbenchPage page, String words) {
        @Nullable IWorkbenchPart part = page.getActivePart();
        @Nullable
        IActionBars bars = part == null
                ? null
                : switch (part.getSite()) {
                    case IViewSite site -> site.getActionBars();
                    case IEditorSite site -> site.getActionBars();
                    default -> null;
                };
        if (bars != null) {
            bars.getStatusLineManager().setMessage(words);
        }
    }
}
