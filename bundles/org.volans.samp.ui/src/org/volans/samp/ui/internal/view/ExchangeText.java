package org.volans.samp.ui.internal.view;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.volans.api.samp.SampExchange;
import org.volans.api.samp.SampReply;
import org.volans.ui.widgets.Tone;

/** What an exchange was, in words. */
final class ExchangeText {

    private static final int LONGEST_VALUE = 60;
    private static final int LONGEST_TEXT = 50_000;
    private static final Set<String> NAMES_OF_THINGS = Set.of("table-id", "image-id", "url");
    private static final DateTimeFormatter TIME = time("HH:mm:ss");
    private static final DateTimeFormatter EXACT_TIME = time("HH:mm:ss.SSS");
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private ExchangeText() {}

    private static DateTimeFormatter time(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withZone(ZoneId.systemDefault());
    }

    static String time(Instant time) {
        return TIME.format(time);
    }

    /** The parameters on one line, long ones cut, and last those that only say which thing is meant. */
    static String params(Map<String, Object> params) {
        return params.entrySet().stream()
                .sorted(Comparator.comparing(e -> NAMES_OF_THINGS.contains(e.getKey())))
                .map(e -> e.getKey() + "=" + value(e.getValue()))
                .collect(Collectors.joining("  "));
    }

    private static String value(Object value) {
        return switch (value) {
            case List<?> list when list.size() > 3 -> "(" + list.size() + " values)";
            case Map<?, ?> map when !map.isEmpty() -> "(" + map.size() + " entries)";
            default -> {
                String text = String.valueOf(value);
                // of what may be megabytes
                String start = text.substring(0, Math.min(text.length(), 2 * LONGEST_VALUE))
                        .replaceAll("\\s+", " ");
                yield start.length() > LONGEST_VALUE ? start.substring(0, LONGEST_VALUE - 1) + "…" : start;
            }
        };
    }

    static String reply(SampExchange exchange) {
        if (exchange.reply().isEmpty()) {
            return exchange.duration().isEmpty() ? "…" : exchange.answered() ? "" : "done";
        }
        SampReply reply = exchange.reply().get();
        String word = switch (reply) {
            case SampReply.Ok ok -> "ok";
            case SampReply.Warning warning -> "warning";
            case SampReply.Failed failed -> "error";
        };
        return reply.message().isEmpty() ? word : word + ": " + reply.message().replaceAll("\\s+", " ");
    }

    static Tone tone(SampExchange exchange) {
        if (exchange.reply().isEmpty()) {
            return Tone.MUTED;
        }
        return switch (exchange.reply().get()) {
            case SampReply.Ok ok -> Tone.GOOD;
            case SampReply.Warning warning -> Tone.WARN;
            case SampReply.Failed failed -> Tone.BAD;
        };
    }

    static String duration(SampExchange exchange) {
        return exchange.duration().map(ExchangeText::words).orElse("");
    }

    private static String words(Duration duration) {
        double millis = duration.toNanos() / 1e6;
        return millis < 1000
                ? String.format(Locale.ROOT, millis < 10 ? "%.1f ms" : "%.0f ms", millis)
                : String.format(Locale.ROOT, "%.1f s", millis / 1000);
    }

    /** What a filter looks in. */
    static String searched(SampExchange exchange) {
        return (exchange.peer().name() + " " + exchange.message().mtype() + " "
                        + params(exchange.message().params()) + " " + reply(exchange))
                .toLowerCase(Locale.ROOT);
    }

    /** All of it, on several lines; what became of it before the parameters, which may be long. */
    static String full(SampExchange exchange) {
        StringBuilder text = new StringBuilder();
        text.append(exchange.message().mtype());
        text.append(exchange.sent() ? " to " : " from ").append(exchange.peer().name());
        text.append(" (").append(exchange.peer().id()).append("), ").append(EXACT_TIME.format(exchange.time()));
        exchange.duration().ifPresent(d -> text.append(", ").append(words(d)));
        String reply = reply(exchange);
        if (!reply.isEmpty()) {
            text.append('\n').append(reply);
        }
        text.append('\n').append(GSON.toJson(exchange.message().params()));
        exchange.reply()
                .filter(r -> !r.result().isEmpty())
                .ifPresent(r -> text.append('\n').append(GSON.toJson(r.result())));
        return text.length() > LONGEST_TEXT
                ? text.substring(0, LONGEST_TEXT) + "\n… and " + (text.length() - LONGEST_TEXT) + " characters more"
                : text.toString();
    }
}
