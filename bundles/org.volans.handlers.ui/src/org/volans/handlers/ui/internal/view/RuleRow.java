package org.volans.handlers.ui.internal.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.volans.api.handler.HandlerRule;
import org.volans.api.handler.HandlerService.Known;

/**
 * A rule as the view lists it.
 *
 * @param rule  the rule
 * @param known its handler, if that is here
 * @param own   whether it is the handler's own rule, which the user has not changed
 */
record RuleRow(HandlerRule rule, Optional<Known> known, boolean own) {

    /** The user's rules in their order, then those of the handlers that these do not name. */
    static List<RuleRow> of(List<HandlerRule> rules, List<Known> handlers) {
        List<RuleRow> rows = new ArrayList<>();
        for (HandlerRule rule : rules) {
            Optional<Known> known =
                    handlers.stream().filter(h -> h.id().equals(rule.handler())).findFirst();
            rows.add(new RuleRow(rule, known, false));
        }
        for (Known handler : handlers) {
            if (rules.stream().noneMatch(r -> r.handler().equals(handler.id()))) {
                rows.add(new RuleRow(handler.rule(), Optional.of(handler), true));
            }
        }
        return rows;
    }

    String label() {
        return known.map(Known::label).orElse(rule.handler());
    }

    /** What it is for: a rule for everything is for the events of its handler's kind. */
    String event() {
        return rule.event().equals("*") ? known.map(Known::kind).orElse("*") : rule.event();
    }

    String settings() {
        return text(rule.settings(), ", ");
    }

    String plugin() {
        return known.map(Known::bundle).orElse("not here");
    }

    /** Settings as people write them. */
    static String text(Map<String, String> settings, String separator) {
        return new TreeMap<>(settings)
                .entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).collect(Collectors.joining(separator));
    }

    /** The rule, switched on or off. */
    static HandlerRule enabled(HandlerRule rule, boolean on) {
        return new HandlerRule(rule.handler(), rule.event(), rule.from(), rule.tables(), on, rule.settings());
    }
}
