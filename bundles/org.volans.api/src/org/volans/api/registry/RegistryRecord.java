package org.volans.api.registry;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A resource of the registry. Texts are empty, never {@code null}, where the registry says nothing.
 *
 * @param ivoid        IVOA identifier
 * @param shortName    short name
 * @param title        title
 * @param description  description
 * @param type         {@code vs:catalogservice}, …
 * @param wavebands    lower-case names
 * @param subjects     subject keywords; empty when only a list was asked for
 * @param publisher    publisher's name
 * @param creators     authors as one text
 * @param referenceUrl a page for people
 * @param updated      ISO 8601
 * @param interfaces   the standard interfaces of its capabilities
 */
public record RegistryRecord(
        String ivoid,
        String shortName,
        String title,
        String description,
        String type,
        List<String> wavebands,
        List<String> subjects,
        String publisher,
        String creators,
        String referenceUrl,
        String updated,
        List<Interface> interfaces) {

    /**
     * Where a capability is reached.
     *
     * @param standardId of the capability, lower case, or empty
     * @param accessUrl  base URL
     * @param auxiliary  whether the resource's data are only part of what the service there offers
     * @param dataModels identifiers of the data models that the capability states
     */
    public record Interface(String standardId, URI accessUrl, boolean auxiliary, List<String> dataModels) {
        public Interface {
            dataModels = List.copyOf(dataModels);
        }
    }

    public RegistryRecord {
        wavebands = List.copyOf(wavebands);
        subjects = List.copyOf(subjects);
        interfaces = List.copyOf(interfaces);
    }

    /** The first interface of a kind; main ones before auxiliary ones. */
    public Optional<Interface> access(ServiceType type) {
        return interfaces.stream()
                .filter(i -> type.matches(i.standardId()) && !i.auxiliary())
                .findFirst()
                .or(() -> interfaces.stream()
                        .filter(i -> type.matches(i.standardId()))
                        .findFirst());
    }
}
