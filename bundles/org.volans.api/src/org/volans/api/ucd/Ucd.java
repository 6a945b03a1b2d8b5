package org.volans.api.ucd;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.jdt.annotation.Nullable;

/**
 * A Unified Content Descriptor: words separated by semicolons, the first one primary (UCD1+ 1.6, section 2). Words are
 * compared without regard to case; namespaces and UCD1 left-overs are kept as they came.
 *
 * @param words lower-case words in order; empty when the column had no UCD
 */
public record Ucd(List<String> words) {

    /** No UCD at all. */
    public static final Ucd NONE = new Ucd(List.of());

    public Ucd {
        words = List.copyOf(words);
    }

    /** Reads a UCD; {@code null} and blank give {@link #NONE}. */
    public static Ucd parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return NONE;
        }
        return new Ucd(Arrays.stream(text.strip().split(";"))
                .map(word -> word.strip().toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList());
    }

    /** The first word, or the empty string. */
    public String primary() {
        return words.isEmpty() ? "" : words.get(0);
    }

    /** Whether the primary word is the given one or below it in the tree: {@code phot.mag} is under {@code phot}. */
    public boolean primaryUnder(String word) {
        return under(primary(), word);
    }

    /** Whether any word is the given one or below it in the tree. */
    public boolean hasUnder(String word) {
        return words.stream().anyMatch(w -> under(w, word));
    }

    /** Whether any word is exactly the given one. */
    public boolean has(String word) {
        return words.contains(word.toLowerCase(Locale.ROOT));
    }

    /** The first word at or below the given one, or the empty string. */
    public String firstUnder(String word) {
        return words.stream().filter(w -> under(w, word)).findFirst().orElse("");
    }

    private static boolean under(String word, String ancestor) {
        String root = ancestor.toLowerCase(Locale.ROOT);
        return word.equals(root) || word.startsWith(root + ".");
    }

    /** The words joined by semicolons. */
    @Override
    public String toString() {
        return String.join(";", words);
    }
}
