package org.volans.image.internal.wcs;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The values of a header by keyword. Immutable as long as the map is.
 *
 * @param values keyword to text without quotes
 */
public record Cards(Map<String, String> values) {

    /** A text value, trimmed; empty when the card is missing or blank. */
    public Optional<String> text(String key) {
        String value = values.get(key);
        return value == null || value.isBlank() ? Optional.empty() : Optional.of(value.strip());
    }

    /** A number; empty when the card is missing, blank or no number. FITS writes exponents with E or D. */
    public OptionalDouble find(String key) {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return OptionalDouble.empty();
        }
        try {
            double value = Double.parseDouble(text.get().replace('D', 'E').replace('d', 'e'));
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    /** A number of a card that must be one when it is there. */
    double number(String key, double otherwise) throws WcsProblem {
        OptionalDouble found = find(key);
        if (found.isEmpty() && text(key).isPresent()) {
            throw new WcsProblem(key + " is '" + text(key).get() + "', which is no number");
        }
        return found.orElse(otherwise);
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** How many axes the coordinates have: the most that {@code NAXIS}, {@code WCSAXES} or {@code CTYPEn} speak of. */
    public int axes() {
        int axes = (int) Math.max(
                find("WCSAXES").orElse(0),
                Math.max(find("NAXIS").orElse(0), find("ZNAXIS").orElse(0)));
        for (int i = 1; i <= 9; i++) {
            if (has("CTYPE" + i)) {
                axes = Math.max(axes, i);
            }
        }
        return Math.min(axes, 99);
    }
}
