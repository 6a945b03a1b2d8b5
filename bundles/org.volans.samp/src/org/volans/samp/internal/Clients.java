package org.volans.samp.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.astrogrid.samp.RegInfo;
import org.astrogrid.samp.client.HubConnection;
import org.astrogrid.samp.client.SampException;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.samp.SampClient;

/**
 * Who else is registered, by the hub's events (SAMP 1.3, section 3.10), which may come in any order, and by asking the
 * hub.
 * JSAMP's own list loses who comes while it is made. Safe for concurrent use.
 */
final class Clients {

    static final String EVENTS = "samp.hub.event.";
    static final List<String> SUBSCRIBED = List.of(
            EVENTS + "register",
            EVENTS + "unregister",
            EVENTS + "metadata",
            EVENTS + "subscriptions",
            EVENTS + "shutdown");

    private static final Logger LOG = Logger.getLogger(Clients.class.getName());

    /** What is known of one; {@code null} as long as the hub has not said it. */
    private record Known(
            @Nullable Map<?, ?> metadata, @Nullable Map<?, ?> subscriptions) {}

    private final HubConnection connection;
    private final String hub;
    private final String self;
    private final Runnable changed;
    private final Consumer<String> left;

    private final Map<String, Known> known = new LinkedHashMap<>();
    /** Hubs do not give an id again: what is told of these comes late. */
    private final Set<String> gone = new HashSet<>();

    private volatile List<SampClient> all = List.of();

    /**
     * @param changed there are others, or they say something else of themselves
     * @param left    told the id of each that has gone
     */
    Clients(HubConnection connection, Runnable changed, Consumer<String> left) {
        this.connection = connection;
        RegInfo info = connection.getRegInfo();
        hub = info.getHubId();
        self = info.getSelfId();
        this.changed = changed;
        this.left = left;
    }

    /** All but ourselves, in the order in which they registered. */
    List<SampClient> all() {
        return all;
    }

    Optional<SampClient> byId(String id) {
        return all.stream().filter(client -> client.id().equals(id)).findFirst();
    }

    /** As the list has it, or as the hub says; without a name if neither knows. */
    SampClient resolve(String id) {
        Optional<SampClient> listed =
                byId(id).filter(client -> !client.metadata().isEmpty());
        if (listed.isEmpty() && !id.equals(self)) {
            ask(id);
        }
        return byId(id).orElseGet(() -> Wire.client(id, Map.of(), Map.of(), id.equals(hub)));
    }

    /** Takes the list from the hub: at first, and now and then for what was missed. */
    void refresh() throws SampException {
        Set<String> before;
        synchronized (this) {
            before = Set.copyOf(known.keySet());
        }
        List<String> ids = new ArrayList<>(List.of(connection.getRegisteredClients()));
        ids.sort(Comparator.comparingLong(Clients::number));
        ids.stream().filter(id -> !before.contains(id)).forEach(this::ask);
        before.stream().filter(id -> !ids.contains(id)).forEach(this::remove);
    }

    /** Ids of one hub count up; hubs list them in any order. */
    private static long number(String id) {
        String digits = id.replaceAll(".*?(\\d{0,18})$", "$1");
        return digits.isEmpty() ? -1 : Long.parseLong(digits);
    }

    private void ask(String id) {
        try {
            Map<?, ?> subscriptions = connection.getSubscriptions(id);
            add(id, metadata(id), subscriptions);
        } catch (SampException e) {
            LOG.log(Level.FINE, "the SAMP hub knows nothing of " + id, e); // it has gone since
        }
    }

    /** Some hubs fail when a client has said nothing yet. */
    private Map<?, ?> metadata(String id) {
        try {
            return connection.getMetadata(id);
        } catch (SampException e) {
            LOG.log(Level.FINE, "the SAMP hub has no metadata of " + id, e);
            return Map.of();
        }
    }

    /** What an event said since is newer than what was asked for before. */
    private void add(String id, Map<?, ?> metadata, Map<?, ?> subscriptions) {
        change(
                id,
                old -> new Known(
                        old == null || old.metadata() == null ? metadata : old.metadata(),
                        old == null || old.subscriptions() == null ? subscriptions : old.subscriptions()));
    }

    /** Takes an event of the hub. */
    void event(String mtype, Map<?, ?> params) {
        if (!(params.get("id") instanceof String id)) {
            LOG.warning(() -> "the SAMP hub sent " + mtype + " without an id");
            return;
        }
        switch (mtype.substring(EVENTS.length())) {
            case "register" -> change(id, old -> old == null ? new Known(null, null) : old);
            case "metadata" ->
                change(id, old -> new Known(map(params, "metadata"), old == null ? null : old.subscriptions()));
            case "subscriptions" ->
                change(id, old -> new Known(old == null ? null : old.metadata(), map(params, "subscriptions")));
            case "unregister" -> remove(id);
            default -> LOG.fine(() -> "an event that is not followed: " + mtype);
        }
    }

    private static Map<?, ?> map(Map<?, ?> params, String name) {
        return params.get(name) instanceof Map<?, ?> map ? map : Map.of();
    }

    private interface Change {
        Known of(@Nullable Known old);
    }

    private void change(String id, Change change) {
        synchronized (this) {
            if (id.equals(self) || gone.contains(id)) {
                return;
            }
            Known old = known.get(id);
            Known next = change.of(old);
            if (next.equals(old)) {
                return;
            }
            known.put(id, next);
            list();
        }
        changed.run();
    }

    private void remove(String id) {
        synchronized (this) {
            gone.add(id);
            if (known.remove(id) == null) {
                return;
            }
            list();
        }
        left.accept(id);
        changed.run();
    }

    private void list() {
        List<SampClient> list = new ArrayList<>();
        known.forEach((id, what) -> list.add(client(id, what)));
        all = List.copyOf(list);
    }

    private SampClient client(String id, Known what) {
        Map<?, ?> metadata = what.metadata();
        Map<?, ?> subscriptions = what.subscriptions();
        try {
            return Wire.client(
                    id,
                    metadata == null ? Map.of() : metadata,
                    subscriptions == null ? Map.of() : subscriptions,
                    id.equals(hub));
        } catch (IllegalArgumentException e) {
            LOG.log(Level.WARNING, "the SAMP client " + id + " breaks the rules of SAMP in its metadata", e);
            return Wire.client(id, Map.of(), Map.of(), id.equals(hub));
        }
    }
}
