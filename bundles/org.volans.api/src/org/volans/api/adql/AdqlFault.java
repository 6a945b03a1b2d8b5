package org.volans.api.adql;

/**
 * Something wrong with a query.
 *
 * @param line       1-based
 * @param column     1-based, in characters
 * @param length     of the faulty text in characters, 0 when nothing is there
 * @param message    what is wrong
 * @param suggestion what would be right, or empty
 */
public record AdqlFault(int line, int column, int length, String message, String suggestion) {

    /** For people: {@code 1:8: unknown column 'gmg' (did you mean 'gmag'?)}. */
    @Override
    public String toString() {
        return line + ":" + column + ": " + message + (suggestion.isEmpty() ? "" : " (" + suggestion + ")");
    }
}
