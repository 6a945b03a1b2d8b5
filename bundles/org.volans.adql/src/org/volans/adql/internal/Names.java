package org.volans.adql.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.volans.adql.internal.grammar.AdqlParser.IdentifierContext;

/** Identifiers of ADQL 2.1 (section 2.1.3): regular ones ignore case, delimited ones do not. */
final class Names {

    private static final Pattern REGULAR = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    private static final Pattern PART =
            Pattern.compile("\\s*(?:\"((?:[^\"]|\"\")+)\"|([A-Za-z_][A-Za-z0-9_]*))\\s*(\\.|$)");

    /** Reserved words of SQL-92 and of ADQL 2.1, section 2.1.3. */
    static final Set<String> RESERVED = Set.of("""
            ABS ABSOLUTE ACOS ACTION ADD ALL ALLOCATE ALTER AND ANY ARE AREA AS ASC ASIN ASSERTION AT ATAN ATAN2
            AUTHORIZATION AVG BEGIN BETWEEN BIGINT BIT BIT_LENGTH BOTH BOX BY CASCADE CASCADED CASE CAST CATALOG CEILING
            CENTROID CHAR CHARACTER CHARACTER_LENGTH CHAR_LENGTH CHECK CIRCLE CLOSE COALESCE COLLATE COLLATION COLUMN COMMIT
            CONNECT CONNECTION CONSTRAINT CONSTRAINTS CONTAINS CONTINUE CONVERT COORD1 COORD2 COORDSYS CORRESPONDING COS COT
            COUNT CREATE CROSS CURRENT CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP CURRENT_USER CURSOR DATE DAY DEALLOCATE
            DECIMAL DECLARE DEFAULT DEFERRABLE DEFERRED DEGREES DELETE DESC DESCRIBE DESCRIPTOR DIAGNOSTICS DISCONNECT
            DISTANCE DISTINCT DOMAIN DOUBLE DROP ELSE END ESCAPE EXCEPT EXCEPTION EXEC EXECUTE EXISTS EXP EXTERNAL EXTRACT
            FALSE FETCH FIRST FLOAT FLOOR FOR FOREIGN FOUND FROM FULL GET GLOBAL GO GOTO GRANT GROUP HAVING HOUR IDENTITY
            ILIKE IMMEDIATE IN IN_UNIT INDICATOR INITIALLY INNER INPUT INSENSITIVE INSERT INT INTEGER INTERSECT INTERSECTS
            INTERVAL INTO IS ISOLATION JOIN KEY LANGUAGE LAST LEADING LEFT LEVEL LIKE LOCAL LOG LOG10 LOWER MATCH MAX MIN
            MINUTE MOD MODULE MONTH NAMES NATIONAL NATURAL NCHAR NEXT NO NOT NULL NULLIF NUMERIC OCTET_LENGTH OF OFFSET ON
            ONLY OPEN OPTION OR ORDER OUTER OUTPUT OVERLAPS PAD PARTIAL PI POINT POLYGON POSITION POWER PRECISION PREPARE
            PRESERVE PRIMARY PRIOR PRIVILEGES PROCEDURE PUBLIC RADIANS RAND READ REAL REFERENCES REGION RELATIVE RESTRICT
            REVOKE RIGHT ROLLBACK ROUND ROWS SCHEMA SCROLL SECOND SECTION SELECT SESSION SESSION_USER SET SIN SIZE SMALLINT
            SOME SPACE SQL SQLCODE SQLERROR SQLSTATE SQRT SUBSTRING SUM SYSTEM_USER TABLE TAN TEMPORARY THEN TIME TIMESTAMP
            TIMEZONE_HOUR TIMEZONE_MINUTE TO TOP TRAILING TRANSACTION TRANSLATE TRANSLATION TRIM TRUE TRUNCATE UNION UNIQUE
            UNKNOWN UPDATE UPPER USAGE USER USING VALUE VALUES VARCHAR VARYING VIEW WHEN WHENEVER WHERE WITH WORK WRITE YEAR
            ZONE""".split("\\s+"));

    private Names() {}

    /**
     * A name in a query.
     *
     * @param text  without delimiters
     * @param exact whether it was delimited, so that case counts
     */
    record Name(String text, boolean exact) {

        static Name of(IdentifierContext context) {
            return of(context.getText());
        }

        /** @param written an identifier with its delimiters */
        static Name of(String written) {
            return written.startsWith("\"") ? new Name(undelimit(written), true) : new Name(written, false);
        }

        static List<Name> of(List<IdentifierContext> contexts) {
            return contexts.stream().map(Name::of).toList();
        }

        boolean matches(String other) {
            return exact ? text.equals(other) : text.equalsIgnoreCase(other);
        }
    }

    static boolean reserved(String word) {
        return RESERVED.contains(word.toUpperCase(Locale.ROOT));
    }

    static String quote(String identifier) {
        boolean plain = REGULAR.matcher(identifier).matches() && !reserved(identifier);
        return plain ? identifier : delimit(identifier);
    }

    static String delimit(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    static String undelimit(String text) {
        return text.substring(1, text.length() - 1).replace("\"\"", "\"");
    }

    /**
     * The parts of a table's name as a service writes it. Services that forget the delimiters are understood: what is
     * no dotted sequence of identifiers is one name.
     */
    static List<String> parts(String written) {
        List<String> parts = new ArrayList<>();
        var matcher = PART.matcher(written);
        int end = 0;
        while (end < written.length() && matcher.find(end) && matcher.start() == end) {
            String delimited = matcher.group(1);
            parts.add(delimited == null ? matcher.group(2) : delimited.replace("\"\"", "\""));
            end = matcher.end();
        }
        return end == written.length() && !parts.isEmpty() && !written.endsWith(".") ? parts : List.of(written);
    }

    /** A column's name as a service writes it, with or without delimiters. */
    static String column(String written) {
        boolean delimited = written.length() > 2 && written.startsWith("\"") && written.endsWith("\"");
        return delimited ? undelimit(written) : written;
    }
}
