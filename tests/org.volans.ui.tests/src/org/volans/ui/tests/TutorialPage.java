package org.volans.ui.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tutorial by mouse as its reader has it: {@code docs/tutorial/by-mouse.md}. What is bold stands so in the workbench; a menu's entry is
 * written with the way to it: {@code Data ▸ Find Images of These Positions}.
 */
record TutorialPage(List<Step> steps) {

    private static final Pattern LABEL = Pattern.compile("\\*\\*([^*]+)\\*\\*");
    private static final Pattern PICTURE = Pattern.compile("\\(\\.\\./images/([\\w-]+)\\.png\\)");

    /** A chapter; its line breaks are spaces. */
    record Step(String title, String text) {

        List<String> labels() {
            return found(LABEL);
        }

        /** The names of its screenshots. */
        List<String> pictures() {
            return found(PICTURE);
        }

        private List<String> found(Pattern pattern) {
            List<String> found = new ArrayList<>();
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                found.add(matcher.group(1));
            }
            return found;
        }
    }

    static TutorialPage read() throws IOException {
        String page = Files.readString(Path.of(System.getProperty("volans.docs"), "tutorial", "by-mouse.md"));
        List<Step> steps = new ArrayList<>();
        for (String chapter : page.split("\n## ")) {
            int end = chapter.indexOf('\n');
            steps.add(new Step(chapter.substring(0, end), chapter.substring(end).replaceAll("\\s+", " ")));
        }
        return new TutorialPage(steps.subList(1, steps.size()));
    }
}
