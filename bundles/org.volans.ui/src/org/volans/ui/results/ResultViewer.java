package org.volans.ui.results;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.volans.api.VoException;
import org.volans.api.handler.HandlerEvent;
import org.volans.api.handler.HandlerResult;

/**
 * Whiteboard: shows what handlers make. An OSGi service of whoever has a view or an editor for it; of several that show a
 * result the one with the highest service ranking does.
 */
public interface ResultViewer {

    /** Whether it shows results of this kind. Any thread, at once. */
    boolean shows(HandlerResult result);

    /**
     * Shows a result; returns when it shows. Never on the UI thread: it does its own work there by an
     * {@link org.volans.ui.work.UiCall}.
     *
     * @param event   what was handled
     * @param handler id of the handler
     * @return the files that there are now because of it
     */
    List<Path> show(HandlerEvent event, String handler, HandlerResult result, IProgressMonitor monitor)
            throws VoException;
}
