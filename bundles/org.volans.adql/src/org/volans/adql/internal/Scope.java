package org.volans.adql.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.adql.internal.Names.Name;

/**
 * The names that an expression can use: the columns of FROM, then those of the queries around it.
 *
 * @param relations what columns can be qualified with
 * @param fields    the columns by bare name, those that a join merges once; the order is that of {@code *}
 * @param aliases   results of SELECT that ORDER BY and GROUP BY may name
 * @param outer     of the query around this one
 */
record Scope(
        List<Relation> relations,
        List<Field> fields,
        Map<String, Expr> aliases,
        @Nullable Scope outer) {

    static Scope inside(@Nullable Scope outer) {
        return new Scope(List.of(), List.of(), Map.of(), outer);
    }

    Scope withAliases(Map<String, Expr> more) {
        return new Scope(relations, fields, more, outer);
    }

    /** Finds a column or reports why not. */
    Expr column(List<Name> path, ParserRuleContext at, Faults faults) {
        Name name = path.get(path.size() - 1);
        List<Name> qualifier = path.subList(0, path.size() - 1);
        List<Field> found = candidates(name, qualifier);
        if (found.size() == 1) {
            return Expr.column(found.get(0), at.getStop());
        }
        if (found.size() > 1) {
            faults.add(at, "'" + name.text() + "' is in more than one table", qualified(name));
            return Expr.unknown();
        }
        Expr alias = qualifier.isEmpty() ? alias(name) : null;
        if (alias != null) {
            return alias;
        }
        return elsewhere(path, at, faults);
    }

    private @Nullable Expr alias(Name name) {
        return aliases.entrySet().stream()
                .filter(e -> name.matches(e.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private List<Field> candidates(Name name, List<Name> qualifier) {
        List<Field> all = qualifier.isEmpty()
                ? fields
                : relations.stream()
                        .filter(r -> r.matches(qualifier))
                        .flatMap(r -> r.fields().stream())
                        .toList();
        List<Field> found =
                all.stream().filter(f -> name.matches(f.meta().name())).toList();
        List<Field> exact =
                found.stream().filter(f -> name.text().equals(f.meta().name())).toList();
        return exact.size() == 1 && sameTable(found) ? exact : found;
    }

    /** Whether names differ in case alone within one table, where the spelling decides. */
    private boolean sameTable(List<Field> found) {
        return relations.stream().anyMatch(r -> r.fields().containsAll(found));
    }

    private Expr elsewhere(List<Name> path, ParserRuleContext at, Faults faults) {
        List<Name> qualifier = path.subList(0, path.size() - 1);
        boolean open = relations.stream().anyMatch(r -> r.open() && r.matches(qualifier));
        if (open) {
            return Expr.unknown();
        }
        Scope around = outer;
        if (around != null && around.knows(path)) {
            return around.column(path, at, faults);
        }
        report(path, at, faults);
        return Expr.unknown();
    }

    private boolean knows(List<Name> path) {
        List<Name> qualifier = path.subList(0, path.size() - 1);
        Scope around = outer;
        return !candidates(path.get(path.size() - 1), qualifier).isEmpty()
                || relations.stream().anyMatch(r -> r.open() && r.matches(qualifier))
                || (around != null && around.knows(path));
    }

    private void report(List<Name> path, ParserRuleContext at, Faults faults) {
        Name name = path.get(path.size() - 1);
        List<Name> qualifier = path.subList(0, path.size() - 1);
        if (!qualifier.isEmpty() && relations.stream().noneMatch(r -> r.matches(qualifier))) {
            Relation.reportUnknown(qualifier, at, relations, faults);
            return;
        }
        faults.add(at.getStop(), "unknown column '" + name.text() + "'", suggestion(name, qualifier));
    }

    private Suggestion suggestion(Name name, List<Name> qualifier) {
        Collection<String> names = names(qualifier);
        String same = names.stream()
                .filter(n -> n.equalsIgnoreCase(name.text()))
                .findFirst()
                .orElse("");
        String nearest = same.isEmpty() ? Near.nearest(name.text(), names) : same;
        if (!nearest.isEmpty()) {
            return Suggestion.meant(Names.quote(nearest));
        }
        return name.exact() ? Suggestion.text(name.text()) : Suggestion.NONE;
    }

    private Collection<String> names(List<Name> qualifier) {
        Set<String> names = new LinkedHashSet<>();
        relations.stream()
                .filter(r -> qualifier.isEmpty() || r.matches(qualifier))
                .forEach(r -> r.fields().forEach(f -> names.add(f.meta().name())));
        if (qualifier.isEmpty()) {
            names.addAll(aliases.keySet());
        }
        return names;
    }

    private Suggestion qualified(Name name) {
        List<String> choices = new ArrayList<>();
        for (Relation relation : relations) {
            relation.fields().stream()
                    .filter(f -> name.matches(f.meta().name()))
                    .forEach(f -> choices.add(
                            relation.name() + "." + Names.quote(f.meta().name())));
        }
        return Suggestion.choose(choices);
    }
}
