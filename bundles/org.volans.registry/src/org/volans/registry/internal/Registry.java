package org.volans.registry.internal;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.volans.api.InputException;
import org.volans.api.ProtocolException;
import org.volans.api.ServiceException;
import org.volans.api.VoException;
import org.volans.api.tap.TapQuery;
import org.volans.api.tap.TapResult;
import org.volans.api.tap.TapService;

/** Asks RegTAP endpoints and remembers for the session what each of them has. Safe for concurrent use. */
final class Registry {

    private final TapService tap;
    private final Map<URI, RegTapSchema> schemas = new ConcurrentHashMap<>();

    Registry(TapService tap) {
        this.tap = tap;
    }

    /**
     * What the registry has; one request for each endpoint and session.
     *
     * @throws InputException when the service there is no registry
     */
    RegTapSchema schema(URI registry, IProgressMonitor monitor) throws VoException {
        RegTapSchema known = schemas.get(registry);
        if (known != null) {
            return known;
        }
        TapResult result = query(registry, RegTapSchema.QUERY, 20_000, monitor);
        RegTapSchema schema = RegTapSchema.read(result.table(), "the registry " + name(registry));
        if (!schema.isRegistry()) {
            throw new InputException(name(registry)
                    + " is a TAP service but no registry: it has no tables rr.resource, rr.capability and rr.interface"
                    + " (RegTAP 1.2, section 8); name a RegTAP service");
        }
        schemas.put(registry, schema);
        return schema;
    }

    /** Runs a query; failures name the registry. */
    TapResult query(URI registry, String adql, long maxrec, IProgressMonitor monitor) throws VoException {
        if (monitor.isCanceled()) {
            throw new OperationCanceledException();
        }
        try {
            return tap.query(TapQuery.of(registry, adql).maxrec(maxrec), monitor);
        } catch (ServiceException e) {
            throw new ServiceException(e.uri(), e.status(), failed(registry, e), e);
        } catch (ProtocolException e) {
            throw new ProtocolException(failed(registry, e), e);
        }
    }

    /** The registry in messages. */
    static String name(URI registry) {
        return ServiceException.withoutCredentials(registry).toString();
    }

    private static String failed(URI registry, VoException e) {
        String said = e.getMessage();
        return said.contains(name(registry))
                ? "the registry cannot be used: " + said
                : "the registry " + name(registry) + " cannot be used: " + said;
    }
}
