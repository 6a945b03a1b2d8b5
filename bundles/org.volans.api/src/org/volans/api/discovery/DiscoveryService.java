package org.volans.api.discovery;

import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.annotation.versioning.ProviderType;
import org.volans.api.VoException;

/** ObsCore across services. Safe for concurrent use. */
@ProviderType
public interface DiscoveryService {

    /**
     * Asks all services at once; takes as long as the slowest that answers in time.
     *
     * @param listener told of each service as it ends, from any thread, one call at a time
     * @return always a report, also when every service failed
     * @throws VoException only when the request itself cannot be made
     */
    DiscoveryReport discover(DiscoveryRequest request, Consumer<ServiceOutcome> listener, IProgressMonitor monitor)
            throws VoException;
}
