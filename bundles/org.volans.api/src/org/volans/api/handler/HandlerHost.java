package org.volans.api.handler;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.annotation.versioning.ConsumerType;
import org.volans.api.OutputException;
import org.volans.api.VoException;

/**
 * Whiteboard: the program that handlers run in: the workbench or a command. The one with the highest service ranking counts.
 * Called from any thread, by several at once.
 */
@ConsumerType
public interface HandlerHost {

    /** See {@link HandlerContext#newFile}. */
    Path newFile(String stem, String extension) throws OutputException;

    /** See {@link HandlerContext#registry}. */
    URI registry() throws VoException;

    /**
     * Shows or keeps what a handler made; returns when that is done.
     *
     * @param event   what was handled
     * @param handler id of the handler
     * @return the files that there are now because of the result
     */
    List<Path> take(HandlerEvent event, String handler, HandlerResult result, IProgressMonitor monitor)
            throws VoException;
}
