package org.volans.adql.ui.internal;

import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbenchPartSite;
import org.osgi.service.event.EventHandler;

/** Colours a text anew when the workbench changes its theme. UI thread only. */
final class Themes {

    private static final String CHANGED = "org/eclipse/e4/ui/css/swt/theme/ThemeManager/themeChanged";

    /** @param owner whose life bounds the listening */
    Themes(IWorkbenchPartSite site, Control owner, ISourceViewer viewer) {
        @Nullable IEventBroker broker = site.getService(IEventBroker.class);
        if (broker != null) {
            EventHandler handler = event -> owner.getDisplay().asyncExec(() -> {
                if (!owner.isDisposed()) {
                    viewer.invalidateTextPresentation();
                }
            });
            broker.subscribe(CHANGED, handler);
            owner.addDisposeListener(e -> broker.unsubscribe(handler));
        }
    }
}
