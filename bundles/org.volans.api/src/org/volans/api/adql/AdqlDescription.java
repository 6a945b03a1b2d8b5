package org.volans.api.adql;

/**
 * What is known of the word at a place in a text.
 *
 * @param kind   what it is
 * @param offset of its first character, in UTF-16 units from 0
 * @param length in UTF-16 units
 * @param title  its name in full, or its signature
 * @param detail in a few words: type, unit and UCD of a column, the kind of a table; or empty
 * @param text   for people, or empty
 */
public record AdqlDescription(Completion.Kind kind, int offset, int length, String title, String detail, String text) {}
