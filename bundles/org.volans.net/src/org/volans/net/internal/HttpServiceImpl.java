package org.volans.net.internal;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.volans.api.ServiceException;
import org.volans.api.net.HttpAnswer;
import org.volans.api.net.HttpBody;
import org.volans.api.net.HttpBody.Field;
import org.volans.api.net.HttpCall;
import org.volans.api.net.HttpDefaults;
import org.volans.api.net.HttpService;

/**
 * HTTP over the JDK's client. Redirects are followed here and not by the client, because the limit per host, the
 * credentials and the notion of a loop belong to each hop.
 */
@Component(service = HttpService.class)
public final class HttpServiceImpl implements HttpService {

    private static final int MOST_REDIRECTS = 10;

    private final Clients clients;
    private final HostLimits limits = new HostLimits();

    /** Dynamic: what the user prefers is there after the workbench has begun, and is asked at each call. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable HttpDefaults defaults;

    /** For the framework. Cheap: the HTTP client is built on the first call, the cache on the first cached one. */
    @Activate
    public HttpServiceImpl() {
        this(CacheFolder::standard);
    }

    /** @param cacheFolder where answers are kept; asked for only when a call wants the cache */
    HttpServiceImpl(Supplier<Path> cacheFolder) {
        clients = new Clients(cacheFolder);
    }

    private Duration usualTimeout() {
        @Nullable HttpDefaults now = defaults;
        return now == null ? HttpCall.DEFAULT_TIMEOUT : now.timeout();
    }

    /** Ends what is still under way and frees the cache's lock. */
    @Deactivate
    void stop() {
        clients.close();
    }

    @Override
    public HttpAnswer send(HttpCall call, IProgressMonitor monitor) throws ServiceException {
        Set<String> seen = new HashSet<>();
        HttpCall hop = Credentials.intoHeader(call.timeout(call.timeoutOr(usualTimeout())));
        while (true) {
            HttpAnswer answer = new Exchange(clients, limits, hop, monitor).head();
            if (answer.status() >= 400) {
                throw Refusals.of(hop.uri(), answer);
            }
            if (!call.followed() || !isRedirect(answer.status())) {
                return answer;
            }
            try (answer) {
                hop = next(hop, answer);
            }
            if (!seen.add(hop.method() + " " + hop.uri()) || seen.size() > MOST_REDIRECTS) {
                throw fault(call, answer, "sends us from page to page without end");
            }
        }
    }

    private static boolean isRedirect(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    private static HttpCall next(HttpCall hop, HttpAnswer answer) throws ServiceException {
        String location = answer.header("Location")
                .orElseThrow(() -> fault(hop, answer, "redirects without saying where to (no Location)"));
        URI target = target(hop, answer, location);
        // RFC 9110, section 15.4: 303 always becomes a GET, 301 and 302 do so for a POST by general habit.
        boolean becomesGet = answer.status() == 303 && !hop.method().equals("HEAD")
                || hop.method().equals("POST") && answer.status() < 303;
        List<Field> headers = sameOrigin(hop.uri(), target) ? hop.headers() : withoutCredentials(hop.headers());
        return new HttpCall(
                becomesGet ? "GET" : hop.method(),
                target,
                headers,
                becomesGet ? new HttpBody.Empty() : hop.body(),
                hop.timeout(),
                hop.followed(),
                hop.cached(),
                hop.repeatable() || becomesGet);
    }

    private static URI target(HttpCall hop, HttpAnswer answer, String location) throws ServiceException {
        URI target;
        try {
            // Services put spaces into Location; everything else of a broken URI is beyond guessing.
            target = hop.uri().resolve(location.strip().replace(" ", "%20"));
        } catch (IllegalArgumentException e) {
            throw fault(hop, answer, "redirects to '" + location + "', which is no URL");
        }
        String scheme = String.valueOf(target.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw fault(hop, answer, "redirects to " + location + ", which is not on the web");
        }
        return target;
    }

    private static ServiceException fault(HttpCall call, HttpAnswer answer, String words) {
        return new ServiceException(
                call.uri(),
                answer.status(),
                Transport.host(call.uri()) + " " + words + ": " + Transport.shown(call.uri()),
                null);
    }

    private static boolean sameOrigin(URI a, URI b) {
        return HostLimits.key(a).equals(HostLimits.key(b))
                && String.valueOf(a.getScheme()).equalsIgnoreCase(b.getScheme());
    }

    private static List<Field> withoutCredentials(List<Field> headers) {
        return headers.stream()
                .filter(h ->
                        !h.name().equalsIgnoreCase("Authorization") && !h.name().equalsIgnoreCase("Cookie"))
                .toList();
    }
}
