package org.volans.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Holds what a test does against the chapter of the tutorial that says so. UI thread. */
final class Guide {

    private final TutorialPage page = TutorialPage.read();
    private final Set<String> seen = new HashSet<>();
    private final Set<String> taken = new HashSet<>();
    private int at = -1;

    Guide() throws IOException {
        // the page is read
    }

    /** Goes on to the next chapter; what the one before calls bold must have been on the screen, its pictures taken. */
    void chapter(String title) {
        end();
        at++;
        assertThat(page.steps().get(at).title()).isEqualTo(title);
        seen.clear();
        taken.clear();
        look();
    }

    /** Ends the last chapter. */
    void last() {
        end();
        assertThat(at).as("all chapters are done").isEqualTo(page.steps().size() - 1);
    }

    private void end() {
        if (at >= 0) {
            TutorialPage.Step step = page.steps().get(at);
            assertThat(step.labels())
                    .as("bold in '%s', but nowhere on the screen", step.title())
                    .allMatch(this::wasSeen);
            assertThat(taken).as("pictures of '%s'", step.title()).containsAll(step.pictures());
        }
    }

    /** A tool's tip may go on after what the page has of it. */
    private boolean wasSeen(String label) {
        return seen.stream()
                .anyMatch(s ->
                        s.equals(label) || s.startsWith(label) && !Character.isLetterOrDigit(s.charAt(label.length())));
    }

    /** Reads what is on the screen now. */
    void look() {
        seen.addAll(ScreenLabels.all());
    }

    /** The page must have its reader do this. */
    String says(String label) {
        assertThat(page.steps().get(at).labels()).contains(label);
        return label;
    }

    /** Chooses from a menu what the page says. */
    void choose(String way) {
        ScreenLabels.choose(says(way));
    }

    /** Takes a picture that the page shows, with what it shows. */
    void picture(String name) throws Exception {
        List<String> pictures = page.steps().get(at).pictures();
        assertThat(pictures).contains(name);
        look();
        ChainSteps.painted();
        Ui.screenshot(name);
        taken.add(name);
    }
}
