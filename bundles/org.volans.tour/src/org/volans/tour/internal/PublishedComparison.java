package org.volans.tour.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import uk.ac.starlink.table.StarTable;

/** Whether a table has the same rows and figures as the tutorial's published answer. */
final class PublishedComparison {

    /** Magnitudes were published with three decimals. */
    private static final double TOLERANCE = 5e-4;

    private static final List<String> FIGURES = List.of("ra", "dec", "umag", "gmag", "rmag", "imag");
    private static final String NAME = "SDSS12";

    private PublishedComparison() {}

    /**
     * What came of it.
     *
     * @param same        whether nothing differs
     * @param sentence    for people
     * @param differences each in words, empty when there are none
     */
    record Verdict(boolean same, String sentence, List<String> differences) {
        Verdict {
            differences = List.copyOf(differences);
        }
    }

    static Verdict compare(StarTable published, StarTable found) {
        OptionalInt name = Cells.column(found, NAME);
        if (name.isEmpty()) {
            return different(List.of("the answer has no column " + NAME + " to compare by"));
        }
        Map<String, Long> rowsFound = byName(found, name.getAsInt());
        Map<String, Long> rowsPublished = byName(published, Cells.index(published, NAME));
        List<String> differences = new ArrayList<>();
        rowsPublished.forEach((id, row) -> {
            Long other = rowsFound.get(id);
            if (other == null) {
                differences.add(id + " was published and is missing");
            } else {
                differences.addAll(figures(id, published, row, found, other));
            }
        });
        rowsFound.keySet().stream()
                .filter(id -> !rowsPublished.containsKey(id))
                .forEach(id -> differences.add(id + " is here and was not published"));
        if (found.getRowCount() != published.getRowCount()) {
            differences.add(found.getRowCount() + " rows instead of " + published.getRowCount());
        }
        return differences.isEmpty()
                ? new Verdict(
                        true,
                        "The same " + published.getRowCount() + " rows and magnitudes as the published answer.",
                        List.of())
                : different(differences);
    }

    private static Verdict different(List<String> differences) {
        String first = differences.get(0);
        return new Verdict(
                false,
                "Not the published answer: " + first
                        + (differences.size() > 1 ? " (and " + (differences.size() - 1) + " more)" : "") + ".",
                differences);
    }

    private static Map<String, Long> byName(StarTable table, int column) {
        Map<String, Long> rows = new TreeMap<>();
        for (long row = 0; row < table.getRowCount(); row++) {
            rows.put(Cells.text(table, row, column), row);
        }
        return rows;
    }

    private static List<String> figures(String id, StarTable published, long row, StarTable found, long other) {
        List<String> differences = new ArrayList<>();
        for (String figure : FIGURES) {
            OptionalInt column = Cells.column(found, figure);
            double expected = Cells.number(published, row, Cells.index(published, figure));
            double actual = column.isPresent() ? Cells.number(found, other, column.getAsInt()) : Double.NaN;
            if (!(Math.abs(expected - actual) <= TOLERANCE)) {
                differences.add(id + ": " + figure + " is " + actual + ", was published as " + expected);
            }
        }
        return differences;
    }
}
