package org.volans.app.internal;

import java.util.List;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.basic.MTrimBar;
import org.eclipse.e4.ui.model.application.ui.basic.MTrimElement;
import org.eclipse.e4.ui.model.application.ui.basic.MTrimmedWindow;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;

/** Arranges the edges of the window before it is made. */
public final class WindowModelProcessor {

    /** People would look for data there; it finds actions and is in the Help menu. */
    private static final String SEARCH_FIELD = "org.eclipse.ui.ide.application.trimcontribution.QuickAccess";

    private static final String HEAP = "org.eclipse.ui.HeapStatus";

    /** @param application the model before any window is made */
    @Execute
    public void process(MApplication application) {
        application.getTrimContributions().removeIf(c -> SEARCH_FIELD.equals(c.getElementId()));
        for (MWindow window : application.getChildren()) {
            if (window instanceof MTrimmedWindow trimmed) {
                trimmed.getTrimBars().forEach(WindowModelProcessor::heapLast);
            }
        }
    }

    private static void heapLast(MTrimBar bar) {
        List<MTrimElement> elements = bar.getChildren();
        elements.stream().filter(e -> HEAP.equals(e.getElementId())).findFirst().ifPresent(heap -> {
            // shown from the start: shown later, it would stand in front of all others
            heap.setToBeRendered(true);
            elements.remove(heap);
            elements.add(heap);
        });
    }
}
