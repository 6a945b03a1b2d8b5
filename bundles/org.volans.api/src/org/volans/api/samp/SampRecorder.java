package org.volans.api.samp;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.annotation.versioning.ProviderType;
import org.volans.api.InputException;
import org.volans.api.VoException;

/** Conversations in files: a line of JSON for each exchange. Safe for concurrent use. */
@ProviderType
public interface SampRecorder {

    /** A file that is being written. */
    @ProviderType
    interface Recording extends AutoCloseable {

        /** So many exchanges are in it. */
        long exchanges();

        /** Ends it; what was said so far is in the file. */
        @Override
        void close() throws InputException;
    }

    /**
     * Writes each exchange that ends from now on, as soon as it ends.
     *
     * @throws InputException when the file exists or cannot be written
     */
    Recording record(Path file) throws InputException;

    /**
     * What was recorded; the peers of a recording are known by name and id only.
     *
     * @throws InputException when the file is no recording: names the line
     */
    List<SampExchange> read(Path file) throws InputException;

    /**
     * Says again what was said, whoever said it, in the same order, each as soon as the one before is answered.
     *
     * @param to one client, or all that are subscribed
     * @return the new exchanges; a message that nobody takes is left out
     */
    List<SampExchange> replay(List<SampExchange> exchanges, Optional<SampClient> to, IProgressMonitor monitor)
            throws VoException;
}
