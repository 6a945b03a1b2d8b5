package org.volans.ui.widgets;

import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Display;

/** Puts things on the clipboard. UI thread only. */
public final class Copy {

    private Copy() {}

    /** Text; nothing happens when it is empty, which no clipboard takes. */
    public static void text(String text) {
        if (!text.isEmpty()) {
            put(text, TextTransfer.getInstance());
        }
    }

    /** A picture. */
    public static void image(ImageData picture) {
        put(picture, ImageTransfer.getInstance());
    }

    private static void put(Object thing, Transfer kind) {
        Clipboard clipboard = new Clipboard(Display.getCurrent());
        try {
            clipboard.setContents(new Object[] {thing}, new Transfer[] {kind});
        } finally {
            clipboard.dispose();
        }
    }
}
