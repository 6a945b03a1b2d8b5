package org.volans.samp.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.astrogrid.samp.client.SampException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.volans.api.ServiceException;
import org.volans.api.samp.SampClient;
import org.volans.api.samp.SampExchange;
import org.volans.api.samp.SampMessage;
import org.volans.api.samp.SampReply;

/**
 * Sends messages and waits for replies. All calls are asynchronous ones of SAMP (section 3.11), each to one client:
 * what the
 * hub does for "all" fails when one of them is dead, and its synchronous calls wait in the hub. Safe for concurrent
 * use.
 */
final class Outbox {

    /** A call that waits for its reply, or for the hub's refusal. */
    private record Call(Session session, SampClient to, SampExchange exchange, CompletableFuture<SampReply> reply) {}

    private final ExchangeLog log;
    private final Map<String, Call> calls = new ConcurrentHashMap<>();

    Outbox(ExchangeLog log) {
        this.log = log;
    }

    void notify(Session session, SampClient to, SampMessage message) throws ServiceException {
        SampExchange exchange = log.begin(true, to, message, false);
        try {
            session.connection().notify(to.id(), Wire.message(message));
            log.end(exchange, SampReply.ok());
        } catch (SampException e) {
            ServiceException fault = refused(session, to, message, e);
            log.end(exchange, new SampReply.Failed(fault.getMessage()));
            throw fault;
        }
    }

    List<SampClient> notifyAll(Session session, SampMessage message) throws ServiceException {
        List<SampClient> told = new ArrayList<>();
        for (SampClient client : subscribed(session, message.mtype())) {
            try {
                notify(session, client, message);
                told.add(client);
            } catch (ServiceException e) {
                if (session.over()) {
                    throw e;
                }
                // one that died without saying so; the log has it
            }
        }
        return told;
    }

    /** Sends to one, see {@link org.volans.api.samp.SampService#call}. */
    SampReply call(Session session, SampClient to, SampMessage message, Duration timeout, IProgressMonitor monitor)
            throws ServiceException {
        String tag = send(session, to, message);
        try {
            return await(tag, timeout, Patience.deadline(timeout), monitor);
        } catch (OperationCanceledException e) {
            cancel(tag);
            throw e;
        }
    }

    /** Sends to all, see {@link org.volans.api.samp.SampService#callAll}. */
    Map<SampClient, SampReply> callAll(Session session, SampMessage message, Duration timeout, IProgressMonitor monitor)
            throws ServiceException {
        long deadline = Patience.deadline(timeout);
        Map<SampClient, String> tags = new LinkedHashMap<>();
        for (SampClient client : subscribed(session, message.mtype(), deadline, monitor)) {
            tags.put(client, send(session, client, message));
        }
        Map<SampClient, SampReply> replies = new LinkedHashMap<>();
        try {
            for (Map.Entry<SampClient, String> one : tags.entrySet()) {
                replies.put(one.getKey(), awaitAny(one.getValue(), timeout, deadline, monitor));
            }
        } catch (OperationCanceledException e) {
            tags.values().forEach(this::cancel);
            throw e;
        }
        return replies;
    }

    private SampReply awaitAny(String tag, Duration timeout, long deadline, IProgressMonitor monitor) {
        try {
            return await(tag, timeout, deadline, monitor);
        } catch (ServiceException e) {
            return new SampReply.Failed(e.getMessage());
        }
    }

    private static List<SampClient> subscribed(Session session, String mtype, long deadline, IProgressMonitor monitor)
            throws ServiceException {
        CompletableFuture<List<SampClient>> asked = new CompletableFuture<>();
        Thread.ofVirtual().name("SAMP subscribed").start(() -> {
            try {
                asked.complete(subscribed(session, mtype));
            } catch (ServiceException | RuntimeException e) {
                asked.completeExceptionally(e);
            }
        });
        try {
            return Patience.await(asked, deadline, monitor);
        } catch (TimeoutException e) {
            throw new ServiceException(session.hub(), 0, "the SAMP hub does not say in time who takes " + mtype, e);
        } catch (ExecutionException e) {
            throw fault(e);
        }
    }

    /** Those that take an MType, as the hub says: it knows what it will pass on. */
    private static List<SampClient> subscribed(Session session, String mtype) throws ServiceException {
        try {
            return session.connection().getSubscribedClients(mtype).keySet().stream()
                    .map(id -> session.clients().resolve(String.valueOf(id)))
                    .toList();
        } catch (SampException e) {
            throw new ServiceException(
                    session.hub(), 0, "the SAMP hub does not say who takes " + mtype + ": " + Faults.words(e), e);
        }
    }

    private String send(Session session, SampClient to, SampMessage message) {
        String tag = UUID.randomUUID().toString();
        Call call = new Call(session, to, log.begin(true, to, message, true), new CompletableFuture<>());
        calls.put(tag, call);
        Thread.ofVirtual().name("SAMP call").start(() -> {
            try {
                session.connection().call(to.id(), tag, Wire.message(message));
            } catch (SampException e) {
                call.reply().completeExceptionally(refused(session, to, message, e));
            } catch (RuntimeException e) {
                call.reply().completeExceptionally(e);
            }
        });
        if (session.over()) {
            call.reply().complete(new SampReply.Failed("Volans has left the hub"));
        }
        return tag;
    }

    private SampReply await(String tag, Duration timeout, long deadline, IProgressMonitor monitor)
            throws ServiceException {
        Call call = calls.get(tag);
        if (call == null) {
            throw new OperationCanceledException();
        }
        try {
            return over(tag, Patience.await(call.reply(), deadline, monitor));
        } catch (TimeoutException e) {
            return over(tag, new SampReply.Failed(call.to().name() + " did not answer within " + seconds(timeout)));
        } catch (ExecutionException e) {
            over(tag, new SampReply.Failed(String.valueOf(e.getCause().getMessage())));
            throw fault(e);
        }
    }

    private static ServiceException fault(ExecutionException failed) {
        if (failed.getCause() instanceof ServiceException fault) {
            return fault;
        }
        throw new IllegalStateException(failed.getCause());
    }

    private static String seconds(Duration time) {
        double seconds = time.toMillis() / 1000.0;
        return (seconds == Math.rint(seconds) ? String.valueOf((long) seconds) : String.valueOf(seconds)) + " s";
    }

    private void cancel(String tag) {
        over(tag, new SampReply.Failed("cancelled"));
    }

    private SampReply over(String tag, SampReply reply) {
        Call call = calls.remove(tag);
        if (call != null) {
            log.end(call.exchange(), reply);
        }
        return reply;
    }

    private static ServiceException refused(Session session, SampClient to, SampMessage message, SampException fault) {
        boolean takes = session.clients().resolve(to.id()).understands(message.mtype());
        String why = Faults.refusal(fault)
                        && !takes
                        && session.clients().byId(to.id()).isPresent()
                ? to.name() + " does not take " + message.mtype()
                : message.mtype() + " did not reach " + to.name() + ": " + Faults.words(fault);
        return new ServiceException(session.hub(), 0, why, fault);
    }

    /** A reply has come. One that comes when nobody waits any more is of no use. */
    void answered(String tag, SampReply reply) {
        Call call = calls.get(tag);
        if (call != null) {
            call.reply().complete(reply);
        }
    }

    /** A client has gone: it will not answer. */
    void left(String id) {
        fail(call -> call.to().id().equals(id), "it left the hub before it answered");
    }

    /** The hub has gone. */
    void lost(Session session, String why) {
        fail(call -> call.session() == session, why);
    }

    private void fail(Predicate<Call> which, String why) {
        calls.values().stream().filter(which).forEach(call -> call.reply().complete(new SampReply.Failed(why)));
    }
}
