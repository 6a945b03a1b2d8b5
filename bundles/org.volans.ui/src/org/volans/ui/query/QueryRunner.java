package org.volans.ui.query;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IProgressMonitor;
import org.volans.api.VoException;

/** Runs queries into the project folder. An OSGi service, safe for concurrent use; blocks, so not for the UI thread. */
public interface QueryRunner {

    /**
     * Asks the service and writes its answer, as it arrives and as it stands (with its service descriptors), to a new file
     * in {@code results} with a sidecar. Cancelling ends the exchange and leaves no file.
     *
     * @return the file, which the workbench knows
     * @throws VoException in the service's own words when it refuses
     */
    IFile run(QueryRequest request, IProgressMonitor monitor) throws VoException;
}
