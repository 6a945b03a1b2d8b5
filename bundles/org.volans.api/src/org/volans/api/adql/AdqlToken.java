package org.volans.api.adql;

/**
 * A word of a text as ADQL's lexer reads it; blanks are in none.
 *
 * @param kind   what it is
 * @param offset of its first character, in UTF-16 units from 0
 * @param length in UTF-16 units, at least 1
 */
public record AdqlToken(Kind kind, int offset, int length) {

    /** What words are. */
    public enum Kind {
        /** A word of the grammar. */
        KEYWORD,
        /** A name with a parenthesis behind it. */
        FUNCTION,
        /** A function of ADQL 2.1, section 4.2. */
        GEOMETRY,
        /** The schema of uploaded tables. */
        UPLOAD,
        /** A regular identifier. */
        NAME,
        /** An identifier between double quotes. */
        DELIMITED,
        /** Text between single quotes. */
        STRING,
        /** A number. */
        NUMBER,
        /** An operator or parenthesis, comma, dot or semicolon. */
        OPERATOR,
        /** From {@code --} to the end of the line. */
        COMMENT,
        /** What has no place in ADQL. */
        BAD
    }

    /** The offset behind its last character. */
    public int end() {
        return offset + length;
    }
}
