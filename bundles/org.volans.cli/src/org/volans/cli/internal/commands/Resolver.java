package org.volans.cli.internal.commands;

import java.net.URI;
import java.net.URISyntaxException;
import org.volans.api.VoException;
import org.volans.api.cli.CliContext;
import org.volans.api.cli.Usage;
import org.volans.api.cli.UsageException;
import org.volans.api.registry.RegistryService;
import org.volans.api.registry.ServiceType;

/** What users call a service. */
final class Resolver {

    private Resolver() {}

    /** A URL is taken as it is, without asking a registry; anything else is looked up. */
    static URI resolve(String service, ServiceType type, RegistryService registry, CliContext context)
            throws VoException {
        return isUrl(service) ? url(service) : registry.resolve(context.registry(), service, type, context.monitor());
    }

    /** Nobody is asked. */
    static void check(String service) throws UsageException {
        Usage.given("SERVICE", service);
        if (isUrl(service)) {
            url(service);
        }
    }

    static boolean isUrl(String typed) {
        return typed.strip().matches("(?i)https?:.*");
    }

    static URI url(String typed) throws UsageException {
        try {
            URI uri = new URI(typed.strip());
            Usage.require(uri.getHost() != null, "'" + typed + "' is a URL without a host");
            return uri;
        } catch (URISyntaxException e) {
            throw new UsageException("'" + typed + "' is not a URL: " + e.getReason(), e);
        }
    }
}
