package org.volans.api.discovery;

import java.util.List;
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

    /**
     * As {@link #discover}, for those who use what one service has said while others are still being waited for.
     *
     * @param listener given a report on one service alone as it ends, from any thread, one call at a time
     */
    DiscoveryReport ask(DiscoveryRequest request, Consumer<DiscoveryReport> listener, IProgressMonitor monitor)
            throws VoException;

    /**
     * One report of several on the same positions. Of a service that stands in several, the last counts: what it said
     * when it was asked again. No I/O beyond the tables' own.
     *
     * @param parts reports of this service
     * @throws VoException when a table cannot be read
     */
    DiscoveryReport merge(List<DiscoveryReport> parts) throws VoException;
}
