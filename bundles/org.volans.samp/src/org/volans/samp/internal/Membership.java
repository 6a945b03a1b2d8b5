package org.volans.samp.internal;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.astrogrid.samp.client.HubConnection;
import org.astrogrid.samp.client.SampException;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.InputException;
import org.volans.api.ServiceException;
import org.volans.api.VoException;
import org.volans.api.io.WholeFile;
import org.volans.api.samp.SampService.JoinRequest;
import org.volans.api.samp.SampState;

/**
 * Sees to it that we are registered while that is wanted: looks for the hub, and after it, every few seconds. Safe for
 * concurrent use.
 */
final class Membership implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Membership.class.getName());
    private static final int MISSES = 2;

    /**
     * Where things are; tests have other places.
     *
     * @param webPort  of the Web Profile
     * @param pulse    how often the hub is looked for, or after
     * @param patience how long to wait for an answer of the hub
     */
    record Setting(
            Place place, WebGate gate, int webPort, SessionFiles files, Duration pulse, Duration patience) {}

    /** Where the hub is. */
    @FunctionalInterface
    interface Place {
        /** @throws InputException when {@code SAMP_HUB} makes no sense */
        HubPlace get() throws InputException;
    }

    private final Setting setting;
    private final Exchanges exchanges;

    /** Held while something changes, which may mean to ask a hub that does not answer. */
    private final ReentrantLock lock = new ReentrantLock();

    private final ScheduledExecutorService pulse = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("SAMP hub watch").factory());

    private volatile SampState state = new SampState.Off();
    private volatile @Nullable Session session;
    private @Nullable JoinRequest request;
    private @Nullable OwnHub own;
    /** Whether a hub that is gone is to be replaced by one of ours: when it was ours. */
    private boolean ours;

    private @Nullable ScheduledFuture<?> watch;
    private @Nullable Callbacks callbacks;
    private int missed;

    Membership(Setting setting, Exchanges exchanges) {
        this.setting = setting;
        this.exchanges = exchanges;
    }

    /** As of now. */
    SampState state() {
        Session joined = session;
        return state instanceof SampState.Joined as && joined != null
                ? new SampState.Joined(as.request(), joined.self(), as.ours(), as.web())
                : state;
    }

    /** The registration, if there is one. */
    Optional<Session> session() {
        return Optional.ofNullable(session);
    }

    /** See {@link org.volans.api.samp.SampService#join}. */
    SampState join(JoinRequest wanted) throws VoException {
        lock.lock();
        try {
            request = wanted;
            if (own != null && !wanted.hub()) {
                lose("Volans has ended its hub");
            }
            if (session == null) {
                endHub();
                enter(wanted, wanted.hub());
            }
            if (watch == null) {
                long millis = setting.pulse().toMillis();
                watch = pulse.scheduleWithFixedDelay(this::look, millis, millis, TimeUnit.MILLISECONDS);
            }
            web(wanted);
            return state();
        } catch (VoException e) {
            if (session == null) {
                stop();
            }
            throw e;
        } finally {
            lock.unlock();
        }
    }

    private void web(JoinRequest wanted) throws ServiceException {
        OwnHub hub = own;
        try {
            if (hub != null) {
                hub.web(wanted.web());
            }
        } finally {
            tell();
        }
    }

    /** See {@link org.volans.api.samp.SampService#leave}. */
    void leave() {
        lock.lock();
        try {
            stop();
        } finally {
            lock.unlock();
        }
    }

    private void stop() {
        request = null;
        ours = false;
        ScheduledFuture<?> running = watch;
        if (running != null) {
            running.cancel(false);
            watch = null;
        }
        lose("Volans has left the hub");
        tell();
    }

    @Override
    public void close() {
        leave();
        pulse.shutdown();
        lock.lock();
        try {
            Callbacks running = callbacks;
            if (running != null) {
                running.close();
                callbacks = null;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Other handlers: the hub is told soon. */
    void subscribe() {
        try {
            pulse.execute(() -> session().ifPresent(this::subscribe));
        } catch (RejectedExecutionException e) {
            LOG.log(Level.FINE, "SAMP has ended", e);
        }
    }

    private void subscribe(Session joined) {
        try {
            joined.subscribe();
        } catch (SampException e) {
            LOG.warning(() -> "the SAMP hub was not told what is handled here: " + Faults.words(e));
        }
    }

    /** Looks after the hub. */
    private void look() {
        lock.lock();
        try {
            JoinRequest wanted = request;
            Session joined = session;
            if (wanted == null) {
                return;
            }
            if (joined != null) {
                check(joined);
            }
            if (session == null) {
                endHub();
                enter(wanted, ours && wanted.hub());
                web(wanted);
            }
        } catch (VoException e) {
            waiting(e.getMessage());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "looking after the SAMP hub failed", e);
        } finally {
            lock.unlock();
        }
    }

    private void check(Session joined) {
        OwnHub hub = own;
        if (hub != null && !hub.named()) {
            LOG.warning("the SAMP lockfile has been deleted or replaced: looking for the hub again");
            drop("the hub's lockfile is no longer its own");
            return;
        }
        try {
            joined.clients().refresh();
            missed = 0;
        } catch (SampException e) {
            missed++;
            if (!Faults.timeout(e) || missed >= MISSES) {
                drop("the hub has gone away");
            }
        }
    }

    /** Registers with the hub that runs, or else with one that is started now. */
    private void enter(JoinRequest wanted, boolean start) throws VoException {
        HubPlace place = setting.place().get();
        String why;
        try {
            Optional<HubPlace.Hub> hub = place.hub();
            if (hub.isPresent() && register(hub.get())) {
                return;
            }
            why = hub.isPresent()
                    ? "'" + place.name() + "' names a SAMP hub that has gone"
                    : "no SAMP hub is running";
        } catch (InputException e) {
            why = e.getMessage();
        }
        waiting(why);
        if (start) {
            own = OwnHub.start(place, setting.gate(), setting.webPort());
            ours = true;
            HubPlace.Hub hub = place.hub().orElseThrow(() -> new InputException("the new SAMP hub has no lockfile"));
            if (!register(hub)) {
                endHub();
                throw new InputException("the new SAMP hub does not answer");
            }
        }
    }

    /** @return whether there was a hub to register with */
    private boolean register(HubPlace.Hub hub) throws ServiceException {
        URI uri = URI.create(hub.endpoint().toString());
        setting.files().clean(hub);
        @Nullable Session started = null;
        try {
            HubConnection connection = new HubLink(
                    TimedClient.factory(setting.patience()).createClient(hub.endpoint()), hub.secret(), callbacks());
            started = new Session(connection, uri, exchanges, this::farewell);
            setting.files().remember(hub, connection.getRegInfo().getPrivateKey());
            started.open(Self.metadata());
            session = started;
            ours = own != null;
            missed = 0;
            tell();
            subscribe(); // handlers that have come meanwhile
            return true;
        } catch (SampException e) {
            if (started != null) {
                started.end("the hub has gone away");
                forget(started);
            }
            if (Faults.refusal(e)) {
                throw new ServiceException(
                        uri,
                        0,
                        "the SAMP hub at " + uri + " refuses: " + Faults.words(e) + "; is the lockfile an old one?",
                        e);
            }
            LOG.log(Level.FINE, "no hub at " + uri, e);
            return false;
        } catch (IOException e) {
            throw new ServiceException(uri, 0, "the SAMP hub cannot be joined: " + WholeFile.reason(e), e);
        }
    }

    /** One for all hubs that come. */
    private Callbacks callbacks() throws IOException {
        Callbacks ready = callbacks;
        if (ready == null) {
            ready = new Callbacks();
            callbacks = ready;
        }
        return ready;
    }

    /** In a thread of the hub's call: the lock may be held by who waits for the hub. */
    private void farewell(Session.Farewell how) {
        Session ended = session;
        try {
            pulse.execute(() -> {
                if (ended != null && ended == session) {
                    farewell(ended, how);
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.log(Level.FINE, "SAMP has ended", e);
        }
    }

    private void farewell(Session ended, Session.Farewell how) {
        lock.lock();
        try {
            if (ended != session) {
                return;
            }
            switch (how) {
                case SHUTDOWN -> drop("the hub has gone away");
                case DISCONNECT -> stop();
            }
        } finally {
            lock.unlock();
        }
    }

    /** The hub is lost, not we: it is waited for. */
    private void drop(String why) {
        Session ended = session;
        session = null;
        if (ended != null) {
            ended.end(why);
            setting.files().forget();
            // JSAMP wants it also where there is nobody to tell it to, which may take long to find out
            Thread.ofVirtual().name("SAMP unregister").start(() -> unregister(ended));
        }
        waiting(why);
    }

    /** We end it: the hub is told. */
    private void lose(String why) {
        Session ended = session;
        session = null;
        if (ended != null) {
            ended.end(why);
            forget(ended);
        }
        endHub();
        waiting(why);
    }

    private void endHub() {
        OwnHub hub = own;
        own = null;
        if (hub != null) {
            hub.end();
        }
    }

    private void forget(Session ended) {
        unregister(ended);
        setting.files().forget();
    }

    private static void unregister(Session ended) {
        try {
            ended.connection().unregister();
        } catch (SampException e) {
            LOG.log(Level.FINE, "the hub is not there to unregister from", e);
        }
    }

    private void waiting(String why) {
        JoinRequest wanted = request;
        SampState next = wanted == null ? new SampState.Off() : new SampState.Waiting(wanted, why);
        if (!next.equals(state)) {
            state = next;
            exchanges.listeners().changed();
        }
    }

    /** The state is what it has become. */
    private void tell() {
        JoinRequest wanted = request;
        Session joined = session;
        OwnHub hub = own;
        if (wanted == null) {
            state = new SampState.Off();
        } else if (joined != null) {
            state = new SampState.Joined(wanted, joined.self(), hub != null, hub != null && hub.web());
        }
        exchanges.listeners().changed();
    }
}
