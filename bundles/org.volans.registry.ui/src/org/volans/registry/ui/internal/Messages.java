package org.volans.registry.ui.internal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.volans.registry.ui.internal.Searcher.Outcome;
import org.volans.ui.widgets.Count;
import org.volans.ui.widgets.StatePane;
import org.volans.ui.widgets.StatePane.Choice;
import org.volans.ui.work.Failure;

/**
 * Says in words how a search stands: in place of the list when there is none, else in the line below. UI thread only.
 */
final class Messages {

    private final StatePane state;
    private final StatusBar status;
    private final RegistryPane pane;

    Messages(StatePane state, StatusBar status, RegistryPane pane) {
        this.state = state;
        this.status = status;
        this.pane = pane;
    }

    void show(Outcome outcome, Criteria wanted) {
        boolean rows = outcome.shown().filter(s -> !s.hits().isEmpty()).isPresent();
        if (rows) {
            if (!state.showsContent()) {
                state.showContent();
            }
            list(outcome, outcome.shown().get());
            return;
        }
        status.say("");
        switch (outcome.phase()) {
            case IDLE -> idle();
            case RUNNING -> {
                if (!state.says().startsWith("Searching")) {
                    state.showBusy("Searching the registry", pane.searcher()::stop);
                }
            }
            case STOPPED -> state.showEmpty("Stopped", "", new Choice("Try again", pane::again));
            case FAILED -> failed(outcome.failure().orElseThrow());
            case ENDED -> nothing(outcome.shown(), wanted);
        }
    }

    private void idle() {
        state.showEmpty(
                "Find services and data",
                "Type keywords above, choose facets, or give a position. For example:",
                example("photometry SDSS12", Criteria.NOTHING.withKeywords("photometry SDSS12")),
                example(
                        "ObsCore radio services",
                        new Criteria(
                                "",
                                "",
                                Map.of(
                                        Facet.TYPE, Set.of("TAP"),
                                        Facet.MODEL, Set.of("ObsCore"),
                                        Facet.WAVEBAND, Set.of("radio")))));
    }

    private Choice example(String label, Criteria criteria) {
        return new Choice(label, () -> pane.form().search(criteria));
    }

    private void failed(Failure failure) {
        state.showFailure(
                "The search failed",
                failure,
                new Choice("Try again", pane::again),
                new Choice("Choose another registry", pane::chooseRegistry));
    }

    private void nothing(Optional<Shown> shown, Criteria wanted) {
        List<Choice> relax = new ArrayList<>();
        if (!wanted.position().isEmpty()) {
            relax.add(example("Anywhere on the sky", wanted.withPosition("")));
        }
        for (Facet facet : wanted.chosen().isEmpty()
                ? Set.<Facet>of()
                : EnumSet.copyOf(wanted.chosen().keySet())) {
            relax.add(example(
                    "Without " + facet.words() + " " + String.join(", ", Facet.sorted(wanted.chosen(facet))),
                    wanted.with(facet, Set.of())));
        }
        String[] words = wanted.keywords().split("\\s+");
        if (words.length > 1) {
            for (String word : words) {
                relax.add(example("Only \u201c" + word + "\u201d", wanted.withKeywords(word)));
            }
        }
        relax.add(new Choice("Choose another registry", pane::chooseRegistry));
        String outside =
                shown.flatMap(s -> outside(s.state())).map(s -> " " + s + ".").orElse("");
        state.showEmpty(
                "Nothing found",
                "No resource meets all conditions." + outside + " Try fewer or shorter words, or:",
                relax.toArray(Choice[]::new));
    }

    private void list(Outcome outcome, Shown shown) {
        Search.State found = shown.state();
        int rows = shown.hits().size();
        switch (outcome.phase()) {
            case RUNNING ->
                status.say(
                        "Searching\u2026"
                                + (outcome.fresh() ? " " + Count.of(found.hits().size()) + " so far." : ""),
                        new Choice("Stop", pane.searcher()::stop));
            case STOPPED -> status.say(count(rows, found) + " Stopped.", new Choice("Go on", pane.searcher()::more));
            case FAILED ->
                status.say(
                        count(rows, found) + " "
                                + outcome.failure().map(Failure::message).orElse(""),
                        new Choice("Try again", pane.searcher()::more),
                        new Choice("Choose another registry", pane::chooseRegistry));
            case IDLE, ENDED -> {
                String words = count(rows, found)
                        + outside(found).map(o -> " " + o + ".").orElse("")
                        + (found.silent() ? " This registry does not know what its resources cover." : "");
                if (found.complete()) {
                    status.say(words);
                } else {
                    status.say(words, new Choice("Show more", pane.searcher()::more));
                }
            }
        }
    }

    private static String count(int rows, Search.State found) {
        long total = found.total().orElse(found.hits().size());
        String all =
                Count.of(Math.max(total, found.hits().size())) + (found.total().isPresent() ? "" : "+");
        return Count.of(rows) + " of " + all + (all.equals("1") ? " resource." : " resources.");
    }

    private static Optional<String> outside(Search.State found) {
        return found.outside().isPresent() && found.outside().getAsLong() > 0
                ? Optional.of(Count.of(found.outside().getAsLong())
                        + (found.outside().getAsLong() == 1 ? " does" : " do") + " not cover the position")
                : Optional.empty();
    }
}
