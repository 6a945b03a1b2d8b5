package org.volans.samp.internal;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.astrogrid.samp.Platform;
import org.astrogrid.samp.ShutdownManager;
import org.astrogrid.samp.client.DefaultClientProfile;
import org.astrogrid.samp.web.WebClientProfile;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.volans.api.InputException;
import org.volans.api.ServiceException;
import org.volans.api.VoException;
import org.volans.api.samp.MessageHandler;
import org.volans.api.samp.SampClient;
import org.volans.api.samp.SampExchange;
import org.volans.api.samp.SampListener;
import org.volans.api.samp.SampMessage;
import org.volans.api.samp.SampReply;
import org.volans.api.samp.SampService;
import org.volans.api.samp.SampState;
import org.volans.api.samp.WebPermission;

/** SAMP by JSAMP, without its windows. */
@Component(service = SampService.class)
public final class SampProvider implements SampService {

    private static final Duration PULSE = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Held, because a logger that nobody holds forgets its level. */
    private final Logger library = Logger.getLogger("org.astrogrid.samp");

    private final Whiteboard<SampListener> startedListeners = new Whiteboard<>();
    private final Whiteboard<WebPermission> startedPermissions = new Whiteboard<>();
    private final Exchanges exchanges;
    private final Membership membership;

    @Reference(
            service = SampListener.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<ComponentServiceObjects<SampListener>> listeners = List.of();

    @Reference(
            service = WebPermission.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<ComponentServiceObjects<WebPermission>> permissions = List.of();

    /** Makes the service; nothing is asked or started before {@link #join}. */
    @Activate
    public SampProvider() {
        this(
                List.of(),
                List.of(),
                gate -> new Membership.Setting(
                        SampProvider::place,
                        gate,
                        WebClientProfile.WEBSAMP_PORT,
                        SessionFiles.ofUser(),
                        PULSE,
                        PATIENCE));
    }

    /** What is different in tests. */
    @FunctionalInterface
    interface Settings {
        Membership.Setting with(WebGate gate);
    }

    SampProvider(List<SampListener> givenListeners, List<WebPermission> givenPermissions, Settings settings) {
        // what matters to the user is thrown or logged here; its remarks on the way would spoil standard error
        library.setLevel(Level.OFF);
        Listeners told = new Listeners(() -> joined(givenListeners, startedListeners.services(listeners)));
        ExchangeLog log = new ExchangeLog(told);
        exchanges = new Exchanges(new Handlers(), new Outbox(log), log, told);
        WebGate gate = new WebGate(() -> joined(givenPermissions, startedPermissions.services(permissions)));
        membership = new Membership(settings.with(gate), exchanges);
        ShutdownManager.getInstance().registerHook(this, ShutdownManager.CLIENT_SEQUENCE, this::leave);
    }

    private static <T> List<T> joined(List<T> given, List<T> services) {
        List<T> all = new ArrayList<>(given);
        all.addAll(services);
        return all;
    }

    private static HubPlace place() throws InputException {
        Platform platform = Platform.getPlatform();
        String variable = platform.getEnv(DefaultClientProfile.HUBLOC_ENV);
        return HubPlace.of(
                variable == null ? "" : variable, platform.getHomeDirectory().toPath());
    }

    /** Leaves the hub. */
    @Deactivate
    void close() {
        ShutdownManager.getInstance().unregisterHook(this);
        membership.close();
        exchanges.listeners().close();
    }

    /** Not the handler itself: it starts when its first message comes. */
    @Reference(
            service = MessageHandler.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            updated = "handlerChanged",
            unbind = "handlerWent")
    void handlerCame(ComponentServiceObjects<MessageHandler> handler) {
        ServiceReference<MessageHandler> reference = handler.getServiceReference();
        Whiteboard<MessageHandler> started = new Whiteboard<>();
        addHandler(
                reference,
                texts(reference.getProperty(MessageHandler.MTYPES)),
                reference.getProperty(MessageHandler.NEWEST) instanceof Integer newest
                        ? OptionalInt.of(newest)
                        : OptionalInt.empty(),
                reference.getProperty(Constants.SERVICE_RANKING) instanceof Integer ranking ? ranking : 0,
                () -> started.services(List.of(handler)).stream().findFirst());
    }

    /** It says something else of itself. */
    void handlerChanged(ComponentServiceObjects<MessageHandler> handler) {
        handlerWent(handler);
        handlerCame(handler);
    }

    /** It is gone. */
    void handlerWent(ComponentServiceObjects<MessageHandler> handler) {
        removeHandler(handler.getServiceReference());
    }

    void addHandler(
            Object key,
            List<String> mtypes,
            OptionalInt newest,
            int ranking,
            Supplier<Optional<MessageHandler>> handler) {
        exchanges.handlers().add(key, mtypes, newest, ranking, handler);
        membership.subscribe();
    }

    void removeHandler(Object key) {
        exchanges.handlers().remove(key);
        membership.subscribe();
    }

    /** A service property of type {@code String+}. */
    private static List<String> texts(@Nullable Object property) {
        return switch (property) {
            case String text -> List.of(text);
            case String[] texts -> List.of(texts);
            case Iterable<?> texts -> {
                List<String> all = new ArrayList<>();
                texts.forEach(text -> all.add(String.valueOf(text)));
                yield all;
            }
            case null, default -> List.of();
        };
    }

    @Override
    public SampState state() {
        return membership.state();
    }

    @Override
    public SampState join(JoinRequest request, IProgressMonitor monitor) throws VoException {
        if (monitor.isCanceled()) {
            throw new OperationCanceledException();
        }
        return membership.join(request);
    }

    @Override
    public void leave() {
        membership.leave();
    }

    @Override
    public List<SampClient> clients() {
        return membership.session().map(session -> session.clients().all()).orElse(List.of());
    }

    @Override
    public SampClient client(String name) throws InputException {
        List<SampClient> all = clients();
        String wanted = name.strip();
        return all.reversed().stream()
                .filter(client -> client.name().equalsIgnoreCase(wanted))
                .findFirst()
                .or(() -> all.stream()
                        .filter(client -> client.id().equals(wanted))
                        .findFirst())
                .orElseThrow(() -> new InputException(unknown(wanted, all)));
    }

    private String unknown(String name, List<SampClient> all) {
        if (membership.session().isEmpty()) {
            return "no SAMP hub is joined, so there is no '" + name + "'";
        }
        String there = all.stream()
                .filter(client -> !client.hub())
                .map(SampClient::name)
                .distinct()
                .collect(Collectors.joining(", "));
        return "no program '" + name + "' on the SAMP hub; " + (there.isEmpty() ? "there is none" : "there: " + there);
    }

    private Session session() throws ServiceException {
        return membership
                .session()
                .orElseThrow(() -> new ServiceException(
                        URI.create("samp:hub"),
                        0,
                        state() instanceof SampState.Waiting waiting
                                ? "cannot send: " + waiting.why()
                                : "cannot send: Volans has not joined a SAMP hub",
                        null));
    }

    @Override
    public void notify(SampClient to, SampMessage message) throws ServiceException {
        exchanges.outbox().notify(session(), to, message);
    }

    @Override
    public List<SampClient> notifyAll(SampMessage message) throws ServiceException {
        return exchanges.outbox().notifyAll(session(), message);
    }

    @Override
    public SampReply call(SampClient to, SampMessage message, Duration timeout, IProgressMonitor monitor)
            throws ServiceException {
        return exchanges.outbox().call(session(), to, message, timeout, monitor);
    }

    @Override
    public Map<SampClient, SampReply> callAll(SampMessage message, Duration timeout, IProgressMonitor monitor)
            throws ServiceException {
        return exchanges.outbox().callAll(session(), message, timeout, monitor);
    }

    @Override
    public List<SampExchange> exchanges() {
        return exchanges.log().all();
    }
}
