package org.volans.samp.internal;

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
import org.astrogrid.samp.client.SampException;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.InputException;
import org.volans.api.ServiceException;
import org.volans.api.VoException;
import org.volans.api.samp.SampService.JoinRequest;
import org.volans.api.samp.SampState;

/**
 * Sees to it that we are registered while that is wanted: looks for the hub, and after it, every few seconds. Safe for
 * concurrent use.
 */
final class Membership implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Membership.class.getName());
    /** Answers that may be late, one after the other, before a hub counts as gone. */
    private static final int MISSES = 2;

    /**
     * Where things are; tests have other places.
     *
     * @param webPort  of the Web Profile
     * @param pulse    how often the hub is looked for, or after
     * @param patience how long to wait for an answer of the hub
     */
    record Setting(Place place, WebGate gate, int webPort, SessionFiles files, Duration pulse, Duration patience) {}

    /** Where the hub is. */
    @FunctionalInterface
    interface Place {
        /** @throws InputException when {@code SAMP_HUB} makes no sense */
        HubPlace get() throws InputException;
    }

    private final Setting setting;
    private final Exchanges exchanges;
    private final Registrar registrar;

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
    private int missed;

    Membership(Setting setting, Exchanges exchanges) {
        this.setting = setting;
        this.exchanges = exchanges;
        registrar = new Registrar(exchanges, setting.files(), setting.patience(), this::farewell);
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
            exchanges.handlers().listen(wanted.handlers());
            session().ifPresent(this::subscribe);
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
            registrar.close();
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
            if (session == null) {
                waiting(e.getMessage());
            } else {
                LOG.warning(e.getMessage()); // all but the Web Profile is as it was
            }
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
            why = hub.isPresent() ? "'" + place.name() + "' names a SAMP hub that has gone" : "no SAMP hub is running";
        } catch (InputException e) {
            why = e.getMessage();
        }
        if (!start) {
            waiting(why);
        } else {
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
        Optional<Session> started = registrar.register(hub);
        if (started.isPresent()) {
            session = started.get();
            ours = own != null;
            missed = 0;
            tell();
            subscribe(); // handlers that have come meanwhile
        }
        return started.isPresent();
    }

    /** In a thread of the hub's call: the lock may be held by who waits for the hub. */
    private void farewell(Session ended, Session.Farewell how) {
        try {
            pulse.execute(() -> follow(ended, how));
        } catch (RejectedExecutionException e) {
            LOG.log(Level.FINE, "SAMP has ended", e);
        }
    }

    private void follow(Session ended, Session.Farewell how) {
        lock.lock();
        try {
            if (ended == session) {
                switch (how) {
                    case SHUTDOWN -> drop("the hub has gone away");
                    case DISCONNECT -> stop();
                }
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
            registrar.lost(ended);
        }
        waiting(why);
    }

    /** We end it: the hub is told. */
    private void lose(String why) {
        Session ended = session;
        session = null;
        if (ended != null) {
            ended.end(why);
            registrar.unregister(ended);
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
