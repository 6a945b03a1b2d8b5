package org.volans.api.datalink;

import java.nio.file.Path;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.annotation.versioning.ProviderType;
import org.volans.api.VoException;

/** Cutouts by SODA 1.0. Safe for concurrent use. */
@ProviderType
public interface SodaService {

    /**
     * Makes one cutout. The shape goes into the parameter that the descriptor offers for it ({@code CIRCLE},
     * {@code POLYGON} or {@code POS}); a shape that the service does not take is sent as one that holds it.
     *
     * @param target the file to write; appears whole or not at all
     * @throws org.volans.api.InputException when the service takes none of the parameters asked for; lists what it takes
     */
    SodaOutcome cutout(SodaRequest request, Path target, IProgressMonitor monitor) throws VoException;

    /** Whether a descriptor is that of a synchronous SODA service (or one that takes its parameters). */
    boolean isSoda(uk.ac.starlink.votable.datalink.ServiceDescriptor descriptor);
}
