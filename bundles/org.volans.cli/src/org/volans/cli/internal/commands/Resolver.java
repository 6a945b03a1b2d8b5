package org.volans.cli.internal.commands;

import java.net.URI;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.cli.CliContext;
import org.volans.api.registry.RegistryService;
import org.volans.api.registry.ServiceType;

/** What users call a service. */
final class Resolver {

    private Resolver() {}

    /** A URL is taken as it is, without asking a registry; anything else is looked up. */
    static URI resolve(String service, ServiceType type, RegistryService registry, CliContext context)
            throws VoException {
        if (service.regionMatches(true, 0, "http://", 0, 7) || service.regionMatches(true, 0, "https://", 0, 8)) {
            try {
                URI uri = URI.create(service.strip());
                if (uri.getHost() != null) {
                    return uri;
                }
            } catch (IllegalArgumentException e) {
                throw new InputException("'" + service + "' is not a URL: " + e.getMessage(), e);
            }
            throw new InputException("'" + service + "' is a URL without a host");
        }
        return registry.resolve(context.registry(), service, type, context.monitor());
    }
}
