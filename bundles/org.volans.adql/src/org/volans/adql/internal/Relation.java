package org.volans.adql.internal;

import java.util.List;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.volans.adql.internal.Names.Name;
import org.volans.adql.internal.grammar.AdqlParser.IdentifierContext;

/**
 * A table or subquery in FROM that columns can be qualified with.
 *
 * @param path   its alias alone, or the parts of the table's name
 * @param fields its columns
 * @param open   whether its columns are not known, so that any name may be one
 */
record Relation(List<String> path, List<Field> fields, boolean open) {

    boolean matches(List<Name> qualifier) {
        return Catalog.endsWith(path, qualifier);
    }

    /** Says that a path's qualifier names none of the relations: the qualifier alone is at fault. */
    static void reportUnknown(List<Name> qualifier, ParserRuleContext path, List<Relation> relations, Faults faults) {
        String written = qualifier.stream().map(Name::text).collect(Collectors.joining("."));
        List<String> names = relations.stream().map(Relation::name).toList();
        Suggestion near = Suggestion.meant(Near.nearest(written, names));
        Token last = path.getRuleContext(IdentifierContext.class, qualifier.size() - 1)
                .getStop();
        faults.add(
                path.getStart(),
                last,
                "'" + written + "' is not a table or alias in FROM",
                near.isEmpty() ? Suggestion.advice("FROM has " + String.join(", ", names)) : near);
    }

    /** As ADQL writes it. */
    String name() {
        return path.stream().map(Names::quote).collect(Collectors.joining("."));
    }
}
