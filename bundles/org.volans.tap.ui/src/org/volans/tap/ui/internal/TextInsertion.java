package org.volans.tap.ui.internal;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;

/** Writes into the text editor that is in front. UI thread only. */
public final class TextInsertion {

    private TextInsertion() {}

    /**
     * Puts text in the place of the editor's selection, and the caret behind it; false when no text editor is in
     * front.
     */
    public static boolean into(IWorkbenchPage page, String text) {
        @Nullable IEditorPart editor = page.getActiveEditor();
        // text editors give their text widget as their control
        if (editor == null || !(editor.getAdapter(Control.class) instanceof StyledText area) || !area.getEditable()) {
            return false;
        }
        Point selection = area.getSelection();
        area.replaceTextRange(selection.x, selection.y - selection.x, text);
        area.setSelection(selection.x + text.length());
        page.activate(editor);
        return true;
    }
}
