package org.volans.sky.internal.uws;

import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.core.runtime.IProgressMonitor;
import org.volans.api.VoException;
import org.volans.sky.internal.Parameters;

/** What the jobs of a list do. Safe for concurrent use. */
@FunctionalInterface
public interface UwsWork {

    /**
     * Does one job.
     *
     * @param target  the file to write the result to; does not exist yet
     * @param monitor cancelled when the job is aborted or has taken too long
     * @return the result's media type
     * @throws VoException its message becomes the job's error
     */
    String run(Parameters parameters, Path target, IProgressMonitor monitor) throws VoException, IOException;
}
