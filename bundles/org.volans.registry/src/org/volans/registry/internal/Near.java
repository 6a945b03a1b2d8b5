package org.volans.registry.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Which names a user may have meant. */
final class Near {

    private Near() {}

    /** The names nearest to what was typed: those that hold it first, then by edit distance; at most {@code most}. */
    static List<String> names(String typed, Collection<String> known, int most) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(n -> !n.isBlank())
                .distinct()
                .sorted(Comparator.comparing(
                                (String n) -> !n.toLowerCase(Locale.ROOT).contains(wanted))
                        .thenComparing(n -> distance(wanted, n.toLowerCase(Locale.ROOT)))
                        .thenComparing(n -> n))
                .limit(most)
                .toList();
    }

    /** Levenshtein distance: the least number of letters to add, drop or change. */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
