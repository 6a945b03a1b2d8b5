package org.volans.api.ucd;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.jdt.annotation.Nullable;

/**
 * A Unified Content Descriptor: words separated by semicolons, the first one primary (UCD1+ 1.6, section 2). Words are
 * compared without regard to case; namespaces and UCD1 left-overs are kept as they came.
 *
 * @param text as it was written, without blanks around; empty when the column had no UCD
 */
public record Ucd(String text) {

    /** No UCD at all. */
    public static final Ucd NONE = new Ucd("");

    /** Reads a UCD; {@code null} and blank give {@link #NONE}. */
    public static Ucd parse(@Nullable String text) {
        return text == null || text.isBlank() ? NONE : new Ucd(text.strip());
    }

    /** Its words in order, lower case. */
    public List<String> words() {
        return Arrays.stream(text.split(";"))
                .map(word -> word.strip().toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** The first word in lower case, or the empty string. */
    public String primary() {
        List<String> words = words();
        return words.isEmpty() ? "" : words.get(0);
    }

    /** Whether the primary word is the given one or below it in the tree: {@code phot.mag} is under {@code phot}. */
    public boolean primaryUnder(String word) {
        return under(primary(), word);
    }

    /** Whether any word is the given one or below it in the tree. */
    public boolean hasUnder(String word) {
        return words().stream().anyMatch(w -> under(w, word));
    }

    /** Whether any word is exactly the given one. */
    public boolean has(String word) {
        return words().contains(word.toLowerCase(Locale.ROOT));
    }

    /** The first word at or below the given one, in lower case, or the empty string. */
    public String firstUnder(String word) {
        return words().stream().filter(w -> under(w, word)).findFirst().orElse("");
    }

    private static boolean under(String word, String ancestor) {
        String root = ancestor.toLowerCase(Locale.ROOT);
        return word.equals(root) || word.startsWith(root + ".");
    }

    /** As it was written. */
    @Override
    public String toString() {
        return text;
    }
}
