package org.volans.samp.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.volans.api.samp.SampClient;
import org.volans.api.samp.SampExchange;
import org.volans.api.samp.SampMessage;
import org.volans.api.samp.SampReply;

/** What was said, the latest of it. Tells the listeners. Safe for concurrent use. */
final class ExchangeLog {

    private static final int KEPT = 1000;
    /** Of characters: a selection of a million rows is a message of many. */
    private static final long MOST = 50_000_000;

    private final Listeners listeners;
    private final SequencedMap<Long, SampExchange> exchanges = new LinkedHashMap<>();
    private long last;
    private long size;

    ExchangeLog(Listeners listeners) {
        this.listeners = listeners;
    }

    /** A message goes out or has come. */
    synchronized SampExchange begin(boolean sent, SampClient peer, SampMessage message, boolean answered) {
        SampExchange exchange = new SampExchange(
                ++last, Instant.now(), sent, peer, message, answered, Optional.empty(), Optional.empty());
        exchanges.put(exchange.number(), exchange);
        size += size(message.params());
        while (exchanges.size() > KEPT || size > MOST && exchanges.size() > 1) {
            size -= size(exchanges.pollFirstEntry().getValue().message().params());
        }
        listeners.exchanged(exchange);
        return exchange;
    }

    private static long size(Object value) {
        return switch (value) {
            case Map<?, ?> map ->
                map.values().stream().mapToLong(ExchangeLog::size).sum();
            case List<?> list -> list.stream().mapToLong(ExchangeLog::size).sum();
            default -> value.toString().length() + 50L; // an object of its own
        };
    }

    /** Its reply is known, or it went without one. The first end counts. */
    void end(SampExchange exchange, SampReply reply) {
        boolean said = exchange.answered() || !(reply instanceof SampReply.Ok);
        close(exchange, said ? Optional.of(reply) : Optional.empty());
    }

    private synchronized void close(SampExchange begun, Optional<SampReply> reply) {
        if (exchanges.getOrDefault(begun.number(), begun).duration().isPresent()) {
            return;
        }
        Duration duration = Duration.between(begun.time(), Instant.now());
        SampExchange ended = new SampExchange(
                begun.number(),
                begun.time(),
                begun.sent(),
                begun.peer(),
                begun.message(),
                begun.answered(),
                reply,
                Optional.of(duration.isNegative() ? Duration.ZERO : duration));
        exchanges.computeIfPresent(begun.number(), (number, old) -> ended);
        listeners.exchanged(ended);
    }

    synchronized List<SampExchange> all() {
        return List.copyOf(exchanges.values());
    }
}
