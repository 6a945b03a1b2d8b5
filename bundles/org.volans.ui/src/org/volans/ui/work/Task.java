package org.volans.ui.work;

import org.eclipse.core.runtime.IProgressMonitor;
import org.volans.api.VoException;

/**
 * Work that may block: services are called from here.
 *
 * @param <T> what it gives
 */
@FunctionalInterface
public interface Task<T> {

    /**
     * Runs outside of the UI thread.
     *
     * @throws VoException what the user is told
     */
    T run(IProgressMonitor monitor) throws VoException;
}
