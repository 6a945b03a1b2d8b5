package org.volans.handlers.internal.rules;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.volans.api.handler.EventSource;
import org.volans.api.handler.HandlerEvent;
import org.volans.api.handler.HandlerRule;
import org.volans.api.samp.SampClient;

/** Whether a rule is for an event. */
public final class RuleMatch {

    private RuleMatch() {}

    /** Whether event, sender and table are such as the rule says; whatever its handler, and whether it is on or not. */
    public static boolean matches(HandlerRule rule, HandlerEvent event) {
        return event(rule.event(), event) && from(rule.from(), event.source()) && table(rule.tables(), event);
    }

    private static boolean event(String wanted, HandlerEvent event) {
        return wanted.equals("*")
                || wanted.equals(event.kind())
                || event.source() instanceof EventSource.Program program && SampClient.matches(wanted, program.mtype());
    }

    private static boolean from(String wanted, EventSource source) {
        return switch (wanted.toLowerCase(Locale.ROOT)) {
            case "*" -> true;
            case "here" -> source instanceof EventSource.Here;
            case "samp" -> source instanceof EventSource.Program;
            case "handler" -> source instanceof EventSource.Made;
            default -> source instanceof EventSource.Program && glob(wanted, source.name());
        };
    }

    private static boolean table(String wanted, HandlerEvent event) {
        return tableName(event).map(name -> glob(wanted, name)).orElse(true);
    }

    private static Optional<String> tableName(HandlerEvent event) {
        return switch (event) {
            case HandlerEvent.Row row -> Optional.of(row.table().name());
            case HandlerEvent.Rows rows -> Optional.of(rows.table().name());
            case HandlerEvent.Table table -> Optional.of(table.table().name());
            default -> Optional.empty();
        };
    }

    /** {@code *} stands for any characters, {@code ?} for one; whatever the case. */
    static boolean glob(String pattern, String text) {
        StringBuilder regex = new StringBuilder();
        for (String part : pattern.split("(?<=[*?])|(?=[*?])")) {
            switch (part) {
                case "*" -> regex.append(".*");
                case "?" -> regex.append('.');
                default -> regex.append(Pattern.quote(part));
            }
        }
        return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL)
                .matcher(text)
                .matches();
    }
}
