package org.volans.adql.ui.internal.assist;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.text.IRegion;
import org.volans.adql.ui.internal.Places;
import org.volans.adql.ui.internal.meta.Known;
import org.volans.api.adql.AdqlContext;
import org.volans.api.adql.AdqlFault;
import org.volans.api.adql.AdqlService;
import org.volans.api.adql.TableUse;
import org.volans.api.table.SchemaMeta;

/** Finds what is wrong with a text before it is sent. Safe for concurrent use, no I/O; long texts take their time. */
public final class Checker {

    /** What is written by programs is not checked as if it were typed. */
    private static final int LONGEST = 200_000;

    private final AdqlService adql;

    public Checker(AdqlService adql) {
        this.adql = adql;
    }

    /**
     * Checks a text: the grammar always, names only where the service's tables are known.
     *
     * @param uploads the schema of uploaded tables
     */
    public List<Problem> check(String text, Known known, SchemaMeta uploads) {
        if (text.isBlank() || text.length() > LONGEST || onlyComments(text)) {
            return List.of();
        }
        AdqlContext context = known.context().withSchema(uploads);
        List<AdqlFault> faults = known.loaded() ? adql.check(text, context) : adql.check(text);
        List<TableUse> tables = adql.tables(text);
        List<Problem> problems = new ArrayList<>();
        for (AdqlFault fault : faults) {
            IRegion place = Places.of(text, fault);
            Optional<TableUse> upload = tables.stream()
                    .filter(t -> !t.upload().isEmpty() && t.offset() == place.getOffset())
                    .filter(t -> fault.message().startsWith("unknown table"))
                    .findFirst();
            problems.add(upload.map(u -> unbound(u, fault)).orElseGet(() -> problem(fault, text, place)));
        }
        return problems;
    }

    private boolean onlyComments(String text) {
        return adql.tokens(text).stream().allMatch(t -> t.kind() == org.volans.api.adql.AdqlToken.Kind.COMMENT);
    }

    private static Problem unbound(TableUse upload, AdqlFault fault) {
        return new Problem(
                upload.offset(),
                upload.length(),
                "no table is uploaded as " + upload.upload() + ": choose one with Uploads",
                false,
                fault.fixes(),
                "");
    }

    /** A name such as {@code V/147/sdss12} that is not delimited: all of it is at fault. */
    private static Problem slashes(String text, int offset) {
        int start = offset;
        int end = offset;
        while (start > 0 && inName(text.charAt(start - 1))) {
            start--;
        }
        while (end < text.length() && inName(text.charAt(end))) {
            end++;
        }
        String name = '"' + text.substring(start, end) + '"';
        return new Problem(
                start, end - start, "a name with / goes between double quotes: " + name, true, List.of(name), "");
    }

    private static boolean inName(char c) {
        return Character.isLetterOrDigit(c) || "_/+.-".indexOf(c) >= 0;
    }

    private static Problem problem(AdqlFault fault, String text, IRegion place) {
        if (fault.suggestion().startsWith("a name with /")) {
            return slashes(text, place.getOffset());
        }
        String message = fault.message() + (fault.suggestion().isEmpty() ? "" : " – " + fault.suggestion());
        return new Problem(place.getOffset(), place.getLength(), message, true, fault.fixes(), fault.addition());
    }
}
