package org.volans.api.handler;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.annotation.versioning.ConsumerType;
import org.volans.api.VoException;
import org.volans.api.WorkbenchCondition;

/**
 * Whiteboard: shows in the workbench what handlers make. An OSGi service of whoever has a view or an editor for it; of several
 * that show a result the one with the highest service ranking does. Volans' own have the ranking 0.
 *
 * <p>One that needs a window has {@code @SatisfyingConditionTarget(}{@link WorkbenchCondition#TARGET}{@code )}, as has every other
 * component of a bundle with views that registers a service of this API: a command of the desktop product would start it otherwise.
 *
 * <p>{@code org.volans.sdk.contract.ResultViewerContract} tests what it promises. A complete one, which needs no window:
 *
 * {@snippet class="org.volans.sdk.examples.TablesAsCsv"}
 */
@ConsumerType
public interface ResultViewer {

    /**
     * Whether it shows such results. Any thread, at once.
     *
     * @param handler id of the handler that made it
     */
    boolean shows(String handler, HandlerResult result);

    /**
     * Shows a result; returns when it shows. Never called on the UI thread: what it does there it does by itself.
     *
     * @param event   what was handled
     * @param handler id of the handler
     * @return the files that there are now because of it
     */
    List<Path> show(HandlerEvent event, String handler, HandlerResult result, IProgressMonitor monitor)
            throws VoException;
}
