package org.volans.samp.internal;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.astrogrid.samp.Metadata;
import org.astrogrid.samp.client.SampException;
import org.astrogrid.samp.httpd.HttpServer;
import org.astrogrid.samp.web.ClientAuthorizer;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.volans.api.samp.WebPermission;

/** Asks those who decide about programs in web pages; refuses where nobody decides. Safe for concurrent use. */
final class WebGate implements ClientAuthorizer {

    private static final Logger LOG = Logger.getLogger(WebGate.class.getName());

    private final Supplier<List<WebPermission>> permissions;

    WebGate(Supplier<List<WebPermission>> permissions) {
        this.permissions = permissions;
    }

    @Override
    @NonNullByDefault({})
    @SuppressWarnings("rawtypes")
    public void authorize(HttpServer.Request request, Map securityMap) throws SampException {
        Object name = securityMap.get(Metadata.NAME_KEY);
        if (!(name instanceof String text) || text.isBlank()) {
            throw new SampException("a program has to say its name");
        }
        String origin = HttpServer.getHeader(request.getHeaderMap(), "Origin");
        List<WebPermission> all = permissions.get();
        if (all.isEmpty()) {
            throw new SampException("nobody is there to let programs in web pages in");
        }
        for (WebPermission permission : all) {
            if (!mayJoin(permission, Wire.oneLine(text), origin == null ? "" : origin)) {
                throw new SampException("the user has not let it in");
            }
        }
    }

    private static boolean mayJoin(WebPermission permission, String name, String origin) {
        try {
            return permission.mayJoin(name, origin);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "asking whether " + name + " may join failed", e);
            return false;
        }
    }
}
