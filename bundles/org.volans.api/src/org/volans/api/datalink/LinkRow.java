package org.volans.api.datalink;

import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;
import org.osgi.annotation.versioning.ProviderType;
import uk.ac.starlink.votable.datalink.ServiceDescriptor;

/**
 * One row of a links table (DataLink 1.1, section 3.2).
 *
 * @param id            what it belongs to
 * @param target        where it leads
 * @param semantics     its term with the leading {@code #}: {@code #this}, {@code #cutout}…
 * @param description   for people, or empty
 * @param contentType   media type, or empty
 * @param contentLength bytes
 * @param contentQualifier kind of product, or empty
 * @param localSemantics term of the service's own, or empty
 */
public record LinkRow(
        String id,
        Target target,
        String semantics,
        String description,
        String contentType,
        OptionalLong contentLength,
        String contentQualifier,
        String localSemantics) {

    /** Exactly one of the three that section 3.2.2 allows. */
    @ProviderType
    public sealed interface Target {

        /** A URL to be fetched. */
        record Access(URI url) implements Target {}

        /** A service to be called with parameters. */
        record Service(ServiceDescriptor descriptor) implements Target {}

        /** The service's words on why there is nothing. */
        record Fault(String message) implements Target {}
    }

    /** The descriptor, when the row leads to a service. */
    public Optional<ServiceDescriptor> descriptor() {
        return target instanceof Target.Service service ? Optional.of(service.descriptor()) : Optional.empty();
    }
}
