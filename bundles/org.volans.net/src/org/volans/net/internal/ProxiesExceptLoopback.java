package org.volans.net.internal;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Java's own proxy settings ({@code http.proxyHost}, {@code https.proxyHost}, {@code java.net.useSystemProxies}, …),
 * but never for this machine: a proxy cannot reach our embedded data centre, whatever {@code http.nonProxyHosts} says.
 */
final class ProxiesExceptLoopback extends ProxySelector {

    @Override
    @NonNullByDefault({})
    public List<Proxy> select(URI uri) {
        ProxySelector settings = ProxySelector.getDefault();
        return settings == null || isLoopback(uri.getHost()) ? List.of(Proxy.NO_PROXY) : settings.select(uri);
    }

    @Override
    @NonNullByDefault({})
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        ProxySelector settings = ProxySelector.getDefault();
        if (settings != null) {
            settings.connectFailed(uri, address, failure);
        }
    }

    /** By its spelling alone: resolving a name here would ask the name server for hosts that only the proxy knows. */
    static boolean isLoopback(@Nullable String host) {
        return host != null
                && (host.equalsIgnoreCase("localhost")
                        || host.endsWith(".localhost")
                        || host.matches("127(\\.\\d{1,3}){3}")
                        || host.matches("\\[(::1|0:0:0:0:0:0:0:1)]"));
    }
}
