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
import org.volans.api.adql.AdqlToken;
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
            Optional<TableUse> unbound = tables.stream()
                    .filter(t -> t.offset() == place.getOffset() && unbound(t, uploads))
                    .findFirst();
            problems.add(unbound.map(u -> unbound(u, fault)).orElseGet(() -> problem(fault, place)));
        }
        return problems;
    }

    private static boolean unbound(TableUse table, SchemaMeta uploads) {
        return !table.upload().isEmpty()
                && uploads.tables().stream().noneMatch(t -> t.name().equalsIgnoreCase(table.upload()));
    }

    private boolean onlyComments(String text) {
        return adql.tokens(text).stream().allMatch(t -> t.kind() == AdqlToken.Kind.COMMENT);
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

    private static Problem problem(AdqlFault fault, IRegion place) {
        String message = fault.message() + (fault.suggestion().isEmpty() ? "" : " – " + fault.suggestion());
        return new Problem(place.getOffset(), place.getLength(), message, true, fault.fixes(), fault.addition());
    }
}
