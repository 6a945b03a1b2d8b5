package org.volans.adql.internal;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.adql.internal.Names.Name;

/**
 * What a query finds around it.
 *
 * @param catalog the tables
 * @param common  what WITH has named so far, the innermost last
 * @param scope   of the query around it
 * @param names   makes aliases
 */
record Environment(
        Catalog catalog, List<CommonTable> common, @Nullable Scope scope, Aliases names) {

    /** Numbers the relations of one statement. */
    static final class Aliases {

        private int count;

        String next() {
            return "t" + count++;
        }
    }

    /** For a query inside an expression. */
    Environment inside(Scope inner) {
        return new Environment(catalog, common, inner, names);
    }

    Environment with(CommonTable table) {
        List<CommonTable> more = new ArrayList<>(common);
        more.add(table);
        return new Environment(catalog, more, scope, names);
    }

    @Nullable
    CommonTable common(Name name) {
        return common.reversed().stream()
                .filter(t -> name.matches(t.name()))
                .findFirst()
                .orElse(null);
    }
}
