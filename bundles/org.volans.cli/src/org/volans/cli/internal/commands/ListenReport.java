package org.volans.cli.internal.commands;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.volans.api.cli.CliContext;
import org.volans.api.handler.EventSource;
import org.volans.api.handler.HandlerEvent;
import org.volans.api.handler.HandlerListener;
import org.volans.api.handler.HandlerRun;
import org.volans.api.handler.HandlerService;
import org.volans.api.samp.SampExchange;
import org.volans.api.samp.SampListener;
import org.volans.api.samp.SampService;
import org.volans.api.samp.SampState;

/** Prints what is going on: a line for each handler that ran, and for each message that none ran for. */
final class ListenReport implements HandlerListener, SampListener {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final SampService samp;
    private final HandlerService handlers;
    private final CliContext context;
    /** Runs since the last message, by sender and MType: messages of one MType are handled one after the other. */
    private final Map<String, Integer> runs = new HashMap<>();

    private String before = "";

    ListenReport(SampService samp, HandlerService handlers, CliContext context) {
        this.samp = samp;
        this.handlers = handlers;
        this.context = context;
    }

    @Override
    public synchronized void ran(HandlerRun run) {
        EventSource.Program program = program(run.event());
        if (program == null) {
            return;
        }
        runs.merge(key(program.client().id(), program.mtype()), 1, Integer::sum);
        print(new Line(
                program.mtype(),
                program.client().name(),
                run.handler(),
                run.outcome().name().toLowerCase(Locale.ROOT),
                run.message(),
                run.files(),
                run.duration()));
    }

    /** The message that it all began with. */
    private static EventSource.@org.eclipse.jdt.annotation.Nullable Program program(HandlerEvent event) {
        return switch (event.source()) {
            case EventSource.Here here -> null;
            case EventSource.Program program -> program;
            case EventSource.Made made -> program(made.cause());
        };
    }

    @Override
    public synchronized void exchanged(SampExchange exchange) {
        if (exchange.sent() || exchange.duration().isEmpty()) {
            return;
        }
        Integer handled =
                runs.remove(key(exchange.peer().id(), exchange.message().mtype()));
        String mtype = exchange.message().mtype();
        if (handled != null || mtype.startsWith("samp.")) {
            return;
        }
        print(new Line(
                mtype,
                exchange.peer().name(),
                "",
                exchange.reply().map(SampSession::outcome).orElse("ok"),
                exchange.reply().map(r -> r.message()).orElse(""),
                List.of(),
                exchange.duration().get()));
    }

    private static String key(String client, String mtype) {
        return client + " " + mtype;
    }

    @Override
    public synchronized void changed() {
        String now = switch (samp.state()) {
            case SampState.Off off -> "";
            case SampState.Waiting waiting -> waiting.why() + "; waiting for one";
            case SampState.Joined joined ->
                joined.ours()
                        ? "listening as " + joined.self().name() + " at a hub of its own; Ctrl-C stops it"
                        : "listening as " + joined.self().name() + "; Ctrl-C stops it";
        };
        if (!now.equals(before) && !now.isEmpty()) {
            context.err().println(now);
        }
        before = now;
    }

    private record Line(
            String event,
            String sender,
            String handler,
            String outcome,
            String message,
            List<Path> files,
            Duration duration) {}

    private void print(Line line) {
        if (context.json()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("event", line.event());
            json.put("sender", line.sender());
            json.put("handler", line.handler());
            json.put("outcome", line.outcome());
            json.put("message", line.message());
            json.put("files", line.files());
            json.put("seconds", line.duration());
            context.printJsonLine(json);
        } else {
            context.out().println(words(line));
        }
        context.out().flush();
    }

    /** Always eight characters: {@link LocalTime#toString} leaves out seconds that are zero. */
    static String clock(LocalTime time) {
        return CLOCK.format(time);
    }

    private String words(Line line) {
        String label = handlers.handlers().stream()
                .filter(h -> h.id().equals(line.handler()))
                .map(HandlerService.Known::label)
                .findFirst()
                .orElse(line.handler());
        StringBuilder words = new StringBuilder(clock(LocalTime.now()));
        words.append(' ').append(line.sender()).append(' ').append(line.event());
        if (!label.isEmpty()) {
            words.append(": ").append(label);
        }
        if (!line.outcome().equals("ok")) {
            words.append(": ").append(line.outcome());
        }
        if (!line.message().isEmpty()) {
            words.append(": ").append(line.message());
        }
        line.files().forEach(f -> words.append("\n         ").append(f));
        return words.toString();
    }
}
