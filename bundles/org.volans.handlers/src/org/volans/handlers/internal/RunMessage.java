package org.volans.handlers.internal;

import java.util.List;
import java.util.stream.Collectors;
import org.volans.api.handler.HandlerResult;

/** The line on a run. */
final class RunMessage {

    private RunMessage() {}

    /** @param label of the handler, which says it all when there is nothing to show */
    static String of(String label, List<HandlerResult> results) {
        String made = results.stream()
                .map(RunMessage::words)
                .filter(words -> !words.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
        return made.isEmpty() ? label : made;
    }

    private static String words(HandlerResult result) {
        return switch (result) {
            case HandlerResult.Spectrum spectrum -> {
                int points = spectrum.sed().points().size();
                String name = spectrum.sed().name().strip();
                yield "SED with " + counted(points, "point") + (name.isEmpty() ? "" : " of " + line(name));
            }
            case HandlerResult.Image image -> line(image.title());
            case HandlerResult.Table table ->
                line(table.name()) + " with " + counted(table.table().getRowCount(), "row");
            case HandlerResult.Links links -> counted(links.links().links().size(), "link");
            case HandlerResult.Page page -> line(page.title()) + ": " + page.url();
            case HandlerResult.Text text -> line(text.text());
            case HandlerResult.Warning warning -> line(warning.text());
        };
    }

    private static String counted(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    /** One line, whatever was said in several. */
    static String line(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
