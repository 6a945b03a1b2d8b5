package org.volans.api.adql;

import java.util.List;

/**
 * What may be written at a place in a text.
 *
 * @param offset    where the text to be replaced begins, in UTF-16 units from 0
 * @param length    of the text to be replaced
 * @param proposals best first, a few hundred at most
 * @param more      whether there were more
 */
public record Completion(int offset, int length, List<Proposal> proposals, boolean more) {

    /** What can be proposed. */
    public enum Kind {
        /** A column of a table in FROM. */
        COLUMN,
        /** A table or alias in FROM, to qualify a column with. */
        ALIAS,
        /** A table. */
        TABLE,
        /** An uploaded table. */
        UPLOAD,
        /** A schema. */
        SCHEMA,
        /** A function. */
        FUNCTION,
        /** A word of the grammar, or two that belong together. */
        KEYWORD,
        /** A type that CAST knows. */
        TYPE
    }

    /**
     * Something that may be written.
     *
     * @param kind        what it is
     * @param text        what to write, delimited where it must be
     * @param caret       where the caret goes, counted from the start of {@code text}: into a function's parentheses
     * @param label       for a list: {@code CIRCLE(ra, dec, radius)}
     * @param detail      in a few words: type, unit and UCD of a column, the title of a table
     * @param description for people, or empty
     */
    public record Proposal(Kind kind, String text, int caret, String label, String detail, String description) {

        public Proposal {
            if (caret < 0 || caret > text.length()) {
                throw new IllegalArgumentException("the caret is outside of the text: " + caret);
            }
        }
    }

    /** Nothing may be written. */
    public static Completion none(int offset) {
        return new Completion(offset, 0, List.of(), false);
    }

    public Completion {
        proposals = List.copyOf(proposals);
    }
}
