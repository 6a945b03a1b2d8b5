package org.volans.adql.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.ParserRuleContext;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.adql.internal.Names.Name;
import org.volans.adql.internal.grammar.AdqlParser.DerivedTableContext;
import org.volans.adql.internal.grammar.AdqlParser.IdentifierContext;
import org.volans.adql.internal.grammar.AdqlParser.JoinTypeContext;
import org.volans.adql.internal.grammar.AdqlParser.JoinedContext;
import org.volans.adql.internal.grammar.AdqlParser.NamedTableContext;
import org.volans.adql.internal.grammar.AdqlParser.NestedJoinContext;
import org.volans.adql.internal.grammar.AdqlParser.TablePrimaryContext;
import org.volans.adql.internal.grammar.AdqlParser.TableReferenceContext;

/** Translates FROM (ADQL 2.1, appendix A, {@code from_clause}). */
final class FromTranslator {

    private final QueryTranslator queries;
    private final Faults faults;

    FromTranslator(QueryTranslator queries, Faults faults) {
        this.queries = queries;
        this.faults = faults;
    }

    /**
     * A part of FROM.
     *
     * @param sql       its SQL
     * @param relations the tables in it
     * @param fields    its columns, those that a join merges once
     */
    record Source(String sql, List<Relation> relations, List<Field> fields) {

        Scope scope(@Nullable Scope outer) {
            return new Scope(relations, fields, Map.of(), outer);
        }

        Source with(Source right, String joinedSql, List<Field> joinedFields) {
            List<Relation> both = new ArrayList<>(relations);
            both.addAll(right.relations);
            return new Source(joinedSql, both, joinedFields);
        }
    }

    Source from(List<TableReferenceContext> references, Environment around) {
        Source all = reference(references.get(0), around);
        for (TableReferenceContext next : references.subList(1, references.size())) {
            Source right = reference(next, around);
            distinct(all, right, next);
            all = all.with(right, all.sql + ", " + right.sql, concat(all.fields, right.fields));
        }
        return all;
    }

    private Source reference(TableReferenceContext context, Environment around) {
        Source left = primary(context.tablePrimary(), around);
        for (JoinedContext joined : context.joined()) {
            Source right = primary(joined.tablePrimary(), around);
            distinct(left, right, joined.tablePrimary());
            left = join(left, right, joined, around);
        }
        return left;
    }

    private void distinct(Source left, Source right, ParserRuleContext at) {
        for (Relation relation : right.relations) {
            boolean twice = left.relations.stream().anyMatch(r -> r.name().equalsIgnoreCase(relation.name()));
            if (twice) {
                faults.add(at, relation.name() + " is in FROM twice", "give one of them an alias: AS other");
            }
        }
    }

    private Source primary(TablePrimaryContext context, Environment around) {
        return switch (context) {
            case NamedTableContext named -> table(named, around);
            case DerivedTableContext derived -> derived(derived, around);
            case NestedJoinContext nested -> {
                Source inner = reference(nested.tableReference(), around);
                yield new Source("(" + inner.sql + ")", inner.relations, inner.fields);
            }
            default -> throw new IllegalStateException(context.getClass().getName());
        };
    }

    private Source table(NamedTableContext context, Environment around) {
        List<Name> name = Name.of(context.tableName().identifier());
        IdentifierContext written = context.identifier();
        String alias = around.names().next();
        CommonTable common = name.size() == 1 ? around.common(name.get(0)) : null;
        if (common != null) {
            List<String> path =
                    List.of(written == null ? common.name() : Name.of(written).text());
            return source(common.sql() + " AS " + alias, path, common.fields(alias), false);
        }
        List<Catalog.Known> found = around.catalog().find(name);
        if (found.size() != 1) {
            report(context, name, found, around);
            String called = written == null
                    ? name.get(name.size() - 1).text()
                    : Name.of(written).text();
            return source("missing", List.of(called), List.of(), true);
        }
        Catalog.Known table = found.get(0);
        List<String> path =
                written == null ? table.path() : List.of(Name.of(written).text());
        return source(
                table.sql() + " AS " + alias,
                path,
                table.fields(alias),
                table.columns().isEmpty());
    }

    private static Source source(String sql, List<String> path, List<Field> fields, boolean open) {
        return new Source(sql, List.of(new Relation(path, fields, open)), fields);
    }

    private void report(NamedTableContext at, List<Name> name, List<Catalog.Known> found, Environment around) {
        String written = name.stream().map(Name::text).collect(Collectors.joining("."));
        if (found.isEmpty()) {
            String near = Near.nearest(written, around.catalog().names(name.size()));
            faults.add(
                    at.tableName(),
                    "unknown table '" + written + "'",
                    Suggestion.meant(
                            near.isEmpty()
                                    ? Near.nearest(written, around.catalog().names(3))
                                    : near));
        } else {
            List<String> choices = found.stream().map(Catalog.Known::name).toList();
            faults.add(at.tableName(), "more than one table is called '" + written + "'", Suggestion.choose(choices));
        }
    }

    private Source derived(DerivedTableContext context, Environment around) {
        Translated query = queries.query(context.query(), around);
        String alias = around.names().next();
        String name = Name.of(context.identifier()).text();
        return source("(" + query.sql() + ") AS " + alias, List.of(name), query.fields(alias), query.open());
    }

    private Source join(Source left, Source right, JoinedContext context, Environment around) {
        String type = type(context.joinType());
        if (context.CROSS() != null) {
            return left.with(
                    right, "(" + left.sql + " CROSS JOIN " + right.sql + ")", concat(left.fields, right.fields));
        }
        if (context.NATURAL() != null) {
            return merge(left, right, type, common(left, right), context);
        }
        if (context.joinCondition().USING() != null) {
            return merge(left, right, type, named(left, right, context), context);
        }
        Source both = left.with(right, "", concat(left.fields, right.fields));
        Expr on = queries.expressions(around, both.scope(around.scope()))
                .condition(context.joinCondition().condition());
        if (on.aggregate()) {
            faults.add(context.joinCondition(), "an aggregate function cannot stand in ON", "");
        }
        return left.with(
                right, "(" + left.sql + " " + type + " JOIN " + right.sql + " ON " + on.truth() + ")", both.fields);
    }

    private static String type(@Nullable JoinTypeContext context) {
        if (context == null || context.INNER() != null) {
            return "INNER";
        }
        return context.LEFT() != null ? "LEFT" : context.RIGHT() != null ? "RIGHT" : "FULL";
    }

    private static Map<Field, Field> common(Source left, Source right) {
        Map<Field, Field> pairs = new LinkedHashMap<>();
        for (Field field : left.fields) {
            right.fields.stream()
                    .filter(f -> f.meta().name().equalsIgnoreCase(field.meta().name()))
                    .findFirst()
                    .ifPresent(other -> pairs.put(field, other));
        }
        return pairs;
    }

    private Map<Field, Field> named(Source left, Source right, JoinedContext context) {
        Map<Field, Field> pairs = new LinkedHashMap<>();
        for (IdentifierContext identifier : context.joinCondition().identifier()) {
            Field a = field(left, identifier);
            Field b = field(right, identifier);
            if (a != null && b != null) {
                pairs.put(a, b);
            }
        }
        return pairs;
    }

    private @Nullable Field field(Source side, IdentifierContext identifier) {
        Name name = Name.of(identifier);
        List<Field> found =
                side.fields.stream().filter(f -> name.matches(f.meta().name())).toList();
        if (found.isEmpty() && side.relations.stream().noneMatch(Relation::open)) {
            String tables = side.relations.stream().map(Relation::name).collect(Collectors.joining(", "));
            List<String> names = side.fields.stream().map(f -> f.meta().name()).toList();
            String near = Near.nearest(name.text(), names);
            faults.add(
                    identifier,
                    "no column '" + name.text() + "' in " + tables,
                    near.isEmpty() ? Suggestion.NONE : Suggestion.meant(Names.quote(near)));
        } else if (found.size() > 1) {
            faults.add(identifier, "'" + name.text() + "' is in more than one table", "join with ON instead");
        }
        return found.size() == 1 ? found.get(0) : null;
    }

    /** Joins on equal columns; each pair becomes one column, and those come first (SQL-92, section 7.5). */
    private Source merge(Source left, Source right, String type, Map<Field, Field> pairs, JoinedContext context) {
        if (pairs.isEmpty()) {
            boolean known = left.relations.stream().noneMatch(Relation::open)
                    && right.relations.stream().noneMatch(Relation::open);
            if (known && context.NATURAL() != null) {
                faults.add(context, "the tables of this NATURAL JOIN have no column in common", "join with ON");
            }
            return left.with(
                    right, "(" + left.sql + " CROSS JOIN " + right.sql + ")", concat(left.fields, right.fields));
        }
        List<String> conditions = new ArrayList<>();
        List<Field> fields = new ArrayList<>();
        pairs.forEach((a, b) -> {
            conditions.add(a.sql() + " = " + b.sql());
            fields.add(merged(a, b, type));
        });
        left.fields.stream().filter(f -> !pairs.containsKey(f)).forEach(fields::add);
        right.fields.stream().filter(f -> !pairs.containsValue(f)).forEach(fields::add);
        String on = String.join(" AND ", conditions);
        return left.with(right, "(" + left.sql + " " + type + " JOIN " + right.sql + " ON " + on + ")", fields);
    }

    private static Field merged(Field left, Field right, String type) {
        return switch (type) {
            case "RIGHT" -> right;
            case "FULL" -> left.withSql("COALESCE(" + left.sql() + ", " + right.sql() + ")");
            default -> left;
        };
    }

    private static List<Field> concat(List<Field> left, List<Field> right) {
        List<Field> both = new ArrayList<>(left);
        both.addAll(right);
        return both;
    }
}
