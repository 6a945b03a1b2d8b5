package org.volans.api.adql;

import java.util.List;

/**
 * Something wrong in an ADQL text.
 *
 * @param line       from 1
 * @param column     from 1
 * @param length     characters, 0 when nothing is there
 * @param message    what is wrong
 * @param suggestion what would be right, for people, or empty
 * @param fixes      texts that would be right in the place of the faulty one, best first; empty when the suggestion is
 *                   advice alone
 * @param addition   what would be right behind the faulty text, such as a parenthesis, or empty
 */
public record AdqlFault(
        int line, int column, int length, String message, String suggestion, List<String> fixes, String addition) {

    public AdqlFault {
        fixes = List.copyOf(fixes);
    }

    /** For people: {@code 1:8: unknown column 'gmg' (did you mean 'gmag'?)}. */
    @Override
    public String toString() {
        return line + ":" + column + ": " + message + (suggestion.isEmpty() ? "" : " (" + suggestion + ")");
    }
}
