package org.volans.net.internal;

import dev.failsafe.ExecutionContext;
import dev.failsafe.RetryPolicy;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Flow;
import javax.net.ssl.SSLException;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * What is tried again: calls that change nothing, when the connection broke or the service says that it is busy. There
 * is no circuit breaker: it would answer in the service's place and hide the service's own words.
 */
final class Retries {

    static final int TRIES = 3;

    /** A service that asks for a longer pause is not asked again: its words reach the user instead. */
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private static final Duration OWN_BACKOFF = Duration.ofNanos(-1);

    static final RetryPolicy<HttpResponse<Flow.Publisher<List<ByteBuffer>>>> POLICY =
            RetryPolicy.<HttpResponse<Flow.Publisher<List<ByteBuffer>>>>builder()
                    .handleIf((answer, failure) -> failure == null ? isBusy(answer) : isBroken(failure))
                    .withMaxRetries(TRIES - 1)
                    .withBackoff(300, 3_000, ChronoUnit.MILLIS)
                    .withJitter(0.2)
                    .withDelayFn(Retries::askedPause)
                    .onRetry(event -> {
                        HttpResponse<Flow.Publisher<List<ByteBuffer>>> answer = event.getLastResult();
                        if (answer != null) {
                            Discarded.body(answer.body());
                        }
                    })
                    .build();

    private Retries() {}

    private static boolean isBusy(@Nullable HttpResponse<?> answer) {
        return answer != null
                && (answer.statusCode() == 503 || answer.statusCode() == 429)
                && retryAfter(answer).orElse(Duration.ZERO).compareTo(LONGEST_PAUSE) <= 0;
    }

    private static boolean isBroken(Throwable failure) {
        Throwable root = Transport.unwrapped(failure);
        return root instanceof IOException
                && !(root instanceof ConnectException)
                && !(root instanceof SSLException)
                && !(root instanceof ProtocolException);
    }

    /** A negative pause stands for Failsafe's own backoff. */
    @NonNullByDefault({})
    private static Duration askedPause(ExecutionContext<HttpResponse<Flow.Publisher<List<ByteBuffer>>>> context) {
        HttpResponse<?> answer = context.getLastResult();
        return answer == null ? OWN_BACKOFF : retryAfter(answer).orElse(OWN_BACKOFF);
    }

    /** RFC 9110, section 10.2.3: seconds or a date. */
    static Optional<Duration> retryAfter(HttpResponse<?> answer) {
        return answer.headers().firstValue("Retry-After").flatMap(Retries::pause);
    }

    static Optional<Duration> pause(String field) {
        String text = field.strip();
        if (text.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration pause = Duration.between(Instant.now(), until);
            return Optional.of(pause.isNegative() ? Duration.ZERO : pause);
        } catch (DateTimeParseException e) {
            return Optional.empty(); // a service that cannot write it gets the usual backoff
        }
    }
}
