package org.volans.net.internal;

import dev.failsafe.Failsafe;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.volans.api.ServiceException;
import org.volans.api.net.HttpAnswer;
import org.volans.api.net.HttpCall;

/** One hop of a call: its place among the host's exchanges, its tries, its head. */
final class Exchange {

    /**
     * How often the monitor is looked at while nothing happens. {@link IProgressMonitor} tells nobody of its
     * cancellation, so it must be asked; the waits themselves end at once when the answer comes.
     */
    static final long LOOK_AT_MONITOR_MILLIS = 50;

    private final Clients clients;
    private final HostLimits limits;
    private final HttpCall call;
    private final IProgressMonitor monitor;

    /** The try under way: cancelling it closes its connection. */
    private final AtomicReference<CompletableFuture<?>> underWay = new AtomicReference<>();

    Exchange(Clients clients, HostLimits limits, HttpCall call, IProgressMonitor monitor) {
        this.clients = clients;
        this.limits = limits;
        this.call = call;
        this.monitor = monitor;
    }

    /** Sends the request and waits for the head of an answer of any status. */
    HttpAnswer head() throws ServiceException {
        if (monitor.isCanceled()) {
            throw new OperationCanceledException();
        }
        HttpRequest request = Requests.of(call);
        Runnable leave = limits.enter(call.uri(), monitor);
        boolean answered = false;
        try {
            HttpResponse<Flow.Publisher<List<ByteBuffer>>> head = await(tries(request));
            BodyStream raw = new BodyStream(call.uri(), call.timeout(), monitor, leave);
            head.body().subscribe(raw);
            answered = true;
            return new Answer(call, head, raw);
        } catch (ExecutionException e) {
            throw Transport.fault(call, e);
        } finally {
            if (!answered) {
                leave.run();
            }
        }
    }

    private CompletableFuture<HttpResponse<Flow.Publisher<List<ByteBuffer>>>> tries(HttpRequest request) {
        HttpClient client = clients.of(call.cached());
        return call.repeatable()
                ? Failsafe.with(Retries.POLICY).getStageAsync(() -> attempt(client, request))
                : attempt(client, request);
    }

    private CompletableFuture<HttpResponse<Flow.Publisher<List<ByteBuffer>>>> attempt(
            HttpClient client, HttpRequest request) {
        CompletableFuture<HttpResponse<Flow.Publisher<List<ByteBuffer>>>> exchange =
                client.sendAsync(request, BodyHandlers.ofPublisher());
        // A future of our own, since HttpRequest.timeout means the head alone up to Java 25 and the body too from 26
        // on.
        CompletableFuture<HttpResponse<Flow.Publisher<List<ByteBuffer>>>> bounded = new CompletableFuture<>();
        exchange.whenComplete((head, failure) -> {
            if (failure != null) {
                bounded.completeExceptionally(failure);
            } else if (!bounded.complete(head)) {
                Discarded.body(head.body());
            }
        });
        bounded.orTimeout(call.timeout().toMillis(), TimeUnit.MILLISECONDS).whenComplete((head, failure) -> {
            if (failure != null) {
                exchange.cancel(true);
            }
        });
        underWay.set(bounded);
        return bounded;
    }

    private <T> T await(CompletableFuture<T> future) throws ExecutionException {
        while (true) {
            if (monitor.isCanceled()) {
                throw cancelled(future);
            }
            try {
                return future.get(LOOK_AT_MONITOR_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                continue; // nothing yet: the moment to look at the monitor
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw cancelled(future);
            } catch (CancellationException e) {
                throw new OperationCanceledException();
            }
        }
    }

    private OperationCanceledException cancelled(CompletableFuture<?> future) {
        future.cancel(true);
        CompletableFuture<?> attempt = underWay.get();
        if (attempt != null) {
            attempt.cancel(true);
        }
        return new OperationCanceledException();
    }
}
