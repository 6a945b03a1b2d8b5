package org.volans.registry.ui.internal;

import java.util.function.Supplier;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSource;
import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Control;
import org.volans.ui.selection.SelectionSource;

/**
 * Drags the selected records to other parts of the workbench, and their access URLs to other programs. UI thread only.
 */
@NonNullByDefault({})
final class RecordDrag extends DragSourceAdapter {

    private final SelectionSource selection;
    private final Supplier<String> urls;

    private RecordDrag(SelectionSource selection, Supplier<String> urls) {
        this.selection = selection;
        this.urls = urls;
    }

    /** Makes a control's selection draggable. */
    static void from(Control control, SelectionSource selection, Supplier<String> urls) {
        DragSource source = new DragSource(control, DND.DROP_COPY | DND.DROP_LINK);
        source.setTransfer(LocalSelectionTransfer.getTransfer(), TextTransfer.getInstance());
        source.addDragListener(new RecordDrag(selection, urls));
    }

    @Override
    public void dragStart(DragSourceEvent event) {
        event.doit = !urls.get().isEmpty();
        LocalSelectionTransfer.getTransfer().setSelection(selection.getSelection());
    }

    @Override
    public void dragSetData(DragSourceEvent event) {
        if (TextTransfer.getInstance().isSupportedType(event.dataType)) {
            event.data = urls.get();
        }
    }

    @Override
    public void dragFinished(DragSourceEvent event) {
        LocalSelectionTransfer.getTransfer().setSelection(null);
    }
}
