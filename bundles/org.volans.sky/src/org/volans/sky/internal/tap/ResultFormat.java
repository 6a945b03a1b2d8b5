package org.volans.sky.internal.tap;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.volans.api.InputException;
import org.volans.sky.internal.Answers;

/** What results can be written as (DALI 1.1, section 3.4.3; TAPRegExt 1.0, section 2.4). */
enum ResultFormat {
    /** VOTable with text cells; the default. */
    VOTABLE(
            Answers.VOTABLE,
            "output-votable-td",
            "votable",
            "votable/td",
            "text/xml",
            "text/x-votable+xml",
            Answers.VOTABLE + ";serialization=tabledata"),
    /** VOTable with binary cells. */
    BINARY2(Answers.VOTABLE + ";serialization=binary2", "output-votable-binary2", "votable/b2"),
    /** Comma-separated with a heading. */
    CSV("text/csv;header=present", "", "csv", "text/csv"),
    /** Tab-separated with a heading. */
    TSV("text/tab-separated-values", "", "tsv"),
    /** A binary table. */
    FITS("application/fits", "", "fits"),
    /** Columns under each other, for people. */
    TEXT("text/plain", "", "text", "txt");

    private final String mediaType;
    private final String identifier;
    private final List<String> aliases;

    ResultFormat(String mediaType, String identifier, String... aliases) {
        this.mediaType = mediaType;
        this.identifier = identifier;
        this.aliases = List.of(aliases);
    }

    String mediaType() {
        return mediaType;
    }

    /** The fragment of TAPRegExt's identifier, or empty. */
    String identifier() {
        return identifier;
    }

    /** Short names that a client may give. */
    List<String> aliases() {
        return aliases;
    }

    /** Reads RESPONSEFORMAT; blanks and case do not matter. */
    static ResultFormat of(String wanted) throws InputException {
        String text = wanted.toLowerCase(Locale.ROOT).replace(" ", "").replace("\"", "");
        return Arrays.stream(values())
                .filter(f -> f.mediaType.equals(text) || f.aliases.contains(text))
                .findFirst()
                .orElseThrow(() -> new InputException("RESPONSEFORMAT '" + wanted + "' is not known; choose one of "
                        + Arrays.stream(values())
                                .map(f -> f.aliases.getFirst() + " (" + f.mediaType + ")")
                                .collect(Collectors.joining(", "))));
    }
}
