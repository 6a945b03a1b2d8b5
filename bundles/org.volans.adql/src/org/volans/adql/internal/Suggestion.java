package org.volans.adql.internal;

import java.util.List;

/**
 * What would be right in the place of a fault.
 *
 * @param words    for people, or empty
 * @param fixes    texts for the place of the faulty one that an editor can write by itself, best first
 * @param addition what an editor can write behind the faulty text, or empty
 */
record Suggestion(String words, List<String> fixes, String addition) {

    static final Suggestion NONE = advice("");

    /** Words that an editor can do nothing with. */
    static Suggestion advice(String words) {
        return new Suggestion(words, List.of(), "");
    }

    /** Another text; nothing when that is empty. */
    static Suggestion meant(String text) {
        return text.isEmpty() ? NONE : new Suggestion("did you mean " + text + "?", List.of(text), "");
    }

    /** The same name between delimiters. */
    static Suggestion delimit(String name) {
        return delimit("", name);
    }

    /** The same word between delimiters, if it is to be a name. */
    static Suggestion delimitAsName(String word) {
        return delimit("as a name, ", word);
    }

    private static Suggestion delimit(String condition, String name) {
        String delimited = Names.delimit(name);
        return new Suggestion(condition + "write it as " + delimited, List.of(delimited), "");
    }

    /** The same word as a text. */
    static Suggestion text(String word) {
        String text = Sql.text(word);
        return new Suggestion("text goes between single quotes: " + text, List.of(text), "");
    }

    /** One of several texts. */
    static Suggestion choose(List<String> texts) {
        return new Suggestion("write " + String.join(" or ", texts), texts, "");
    }

    /** What is missing behind. */
    static Suggestion add(String missing) {
        return new Suggestion("add " + missing, List.of(), missing);
    }

    boolean isEmpty() {
        return words.isEmpty();
    }
}
