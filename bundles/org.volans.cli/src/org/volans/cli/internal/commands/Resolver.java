package org.volans.cli.internal.commands;

import java.net.URI;
import org.volans.api.VoException;
import org.volans.api.cli.CliContext;
import org.volans.api.cli.Usage;
import org.volans.api.cli.UsageException;
import org.volans.api.registry.RegistryService;
import org.volans.api.registry.ServiceType;
import org.volans.cli.internal.WebUrl;

/** What users call a service. */
final class Resolver {

    private Resolver() {}

    /** A URL is taken as it is, without asking a registry; anything else is looked up. */
    static URI resolve(String service, ServiceType type, RegistryService registry, CliContext context)
            throws VoException {
        return WebUrl.is(service)
                ? url(service)
                : registry.resolve(context.registry(), service, type, context.monitor());
    }

    /** Nobody is asked. */
    static void check(String service) throws UsageException {
        Usage.given("SERVICE", service);
        if (WebUrl.is(service)) {
            url(service);
        }
    }

    static URI url(String typed) throws UsageException {
        return Usage.read(() -> WebUrl.parse(typed));
    }
}
