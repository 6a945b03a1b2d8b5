package org.volans.sky.internal.tap;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.volans.api.InputException;
import org.volans.sky.internal.Parameters;

/**
 * What a client asks for, checked (TAP 1.1, section 2.7).
 *
 * @param adql   the query
 * @param format of the result
 * @param maxrec most rows
 */
record TapRequest(String adql, ResultFormat format, long maxrec) {

    /** Rows that a query gets when it does not say. */
    static final long DEFAULT_MAXREC = 200_000;

    /** Rows that no query gets more of. */
    static final long HARD_MAXREC = 2_000_000;

    private static final Set<String> LANGUAGES = Set.of("ADQL", "ADQL-2.0", "ADQL-2.1");

    static TapRequest of(Parameters parameters) throws InputException {
        Optional<String> request = parameters.first("REQUEST");
        if (request.isPresent() && !request.get().equalsIgnoreCase("doQuery")) {
            throw new InputException("REQUEST '" + request.get() + "' is not known; leave it out or say doQuery");
        }
        String language = parameters
                .first("LANG")
                .orElseThrow(() -> new InputException("the parameter LANG is missing; it must be ADQL"));
        if (!LANGUAGES.contains(language.strip().toUpperCase(Locale.ROOT))) {
            throw new InputException("LANG '" + language + "' is not understood here; use ADQL, ADQL-2.0 or ADQL-2.1");
        }
        String adql = parameters.first("QUERY").orElseThrow(() -> new InputException("the parameter QUERY is missing"));
        Optional<String> format = parameters.first("RESPONSEFORMAT").or(() -> parameters.first("FORMAT"));
        return new TapRequest(
                adql,
                format.isEmpty() ? ResultFormat.VOTABLE : ResultFormat.of(format.get()),
                maxrec(parameters.first("MAXREC")));
    }

    private static long maxrec(Optional<String> text) throws InputException {
        if (text.isEmpty()) {
            return DEFAULT_MAXREC;
        }
        if (!text.get().strip().matches("[0-9]{1,18}")) {
            throw new InputException("MAXREC is a whole number of rows, not '" + text.get() + "'");
        }
        return Math.min(Long.parseLong(text.get().strip()), HARD_MAXREC);
    }
}
