package org.volans.adql.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.ParserRuleContext;
import org.volans.adql.internal.FromTranslator.Source;
import org.volans.adql.internal.Names.Name;
import org.volans.adql.internal.Translated.Output;
import org.volans.adql.internal.grammar.AdqlParser.AllColumnsContext;
import org.volans.adql.internal.grammar.AdqlParser.ConditionContext;
import org.volans.adql.internal.grammar.AdqlParser.ItemContext;
import org.volans.adql.internal.grammar.AdqlParser.SelectContext;
import org.volans.adql.internal.grammar.AdqlParser.SelectItemContext;
import org.volans.adql.internal.grammar.AdqlParser.SortItemContext;
import org.volans.adql.internal.grammar.AdqlParser.TableColumnsContext;
import org.volans.api.adql.Translation;

/** Translates one SELECT with its ORDER BY (ADQL 2.1, section 2.2). */
final class SelectTranslator {

    private final QueryTranslator queries;
    private final FromTranslator from;
    private final Faults faults;
    private boolean open;

    SelectTranslator(QueryTranslator queries, FromTranslator from, Faults faults) {
        this.queries = queries;
        this.from = from;
        this.faults = faults;
    }

    /** An item of the result and where it stands. */
    private record Item(Expr value, String label, ParserRuleContext at) {

        Output output() {
            String xtype = value.detail() instanceof Shape shape ? shape.xtype() : "";
            return new Output(value.meta(), value.kind(), value.source(), xtype).named(label);
        }

        String sql() {
            return value.detail() instanceof Shape shape ? shape.value() : value.sql();
        }
    }

    Translated select(SelectContext context, List<SortItemContext> sort, String skip, Environment around) {
        Source source = from.from(context.tableReference(), around);
        Scope scope = source.scope(around.scope());
        Expressions expressions = queries.expressions(around, scope);
        List<Item> items = items(context.selectItem(), source, expressions);
        Expressions named = queries.expressions(around, scope.withAliases(aliases(items)));
        String where = where(context, expressions);
        List<Expr> groups = groups(context, items, named);
        String having = having(context, named);
        boolean grouped = !groups.isEmpty()
                || context.HAVING() != null
                || items.stream().anyMatch(i -> i.value().aggregate());
        if (grouped) {
            items.forEach(i -> checkGrouped(i.value(), i.sql(), groups));
        }
        boolean distinct = context.DISTINCT() != null;
        StringBuilder sql = new StringBuilder(distinct ? "SELECT DISTINCT " : "SELECT ");
        sql.append(items.isEmpty() ? "NULL" : list(items))
                .append(" FROM ")
                .append(source.sql())
                .append(where);
        if (!groups.isEmpty()) {
            sql.append(" GROUP BY ")
                    .append(groups.stream().map(Expr::sql).distinct().collect(Collectors.joining(", ")));
        }
        sql.append(having).append(order(sort, items, named, distinct));
        if (context.TOP() != null) {
            sql.append(" LIMIT ").append(queries.number(context.UNSIGNED().getSymbol()));
        }
        sql.append(skip);
        return new Translated(sql.toString(), items.stream().map(Item::output).toList(), open);
    }

    private static String list(List<Item> items) {
        List<String> list = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            list.add(item.sql() + " AS " + Sql.identifier(Translation.columnName(i, item.label())));
        }
        return String.join(", ", list);
    }

    private static Map<String, Expr> aliases(List<Item> items) {
        Map<String, Expr> aliases = new LinkedHashMap<>();
        items.forEach(i -> aliases.putIfAbsent(i.label(), i.value()));
        return aliases;
    }

    private List<Item> items(List<SelectItemContext> contexts, Source source, Expressions expressions) {
        List<Item> items = new ArrayList<>();
        for (SelectItemContext context : contexts) {
            switch (context) {
                case AllColumnsContext all -> {
                    source.relations().forEach(r -> open |= r.open());
                    source.fields().forEach(f -> items.add(item(f, all)));
                }
                case TableColumnsContext some -> tableColumns(some, source, items);
                case ItemContext one -> items.add(item(one, items.size(), expressions));
                default -> throw new IllegalStateException(context.getClass().getName());
            }
        }
        return items;
    }

    private static Item item(Field field, ParserRuleContext at) {
        return new Item(Expr.column(field, at.getStop()), field.meta().name(), at);
    }

    private void tableColumns(TableColumnsContext context, Source source, List<Item> items) {
        List<Name> qualifier = Name.of(context.identifier());
        List<Relation> found =
                source.relations().stream().filter(r -> r.matches(qualifier)).toList();
        if (found.isEmpty()) {
            Relation.reportUnknown(qualifier, context, source.relations(), faults);
        }
        for (Relation relation : found) {
            open |= relation.open();
            relation.fields().forEach(f -> items.add(item(f, context)));
        }
    }

    private static Item item(ItemContext context, int index, Expressions expressions) {
        Expr value = expressions.condition(context.condition());
        String function = Trees.function(context.condition());
        List<Name> path = Trees.path(context.condition());
        String label = context.identifier() != null
                ? Name.of(context.identifier()).text()
                : !path.isEmpty()
                        ? path.get(path.size() - 1).text()
                        : function != null ? function.toLowerCase(Locale.ROOT) : "column_" + (index + 1);
        return new Item(value, label, context.condition());
    }

    private String where(SelectContext context, Expressions expressions) {
        if (context.WHERE() == null) {
            return "";
        }
        ConditionContext written = context.condition(0);
        Expr where = expressions.truth(written);
        if (where.aggregate()) {
            faults.add(written, "an aggregate function cannot stand in WHERE", "write it in HAVING");
        }
        return " WHERE " + where.truth();
    }

    private List<Expr> groups(SelectContext context, List<Item> items, Expressions expressions) {
        if (context.GROUP() == null) {
            return List.of();
        }
        int first = context.WHERE() == null ? 0 : 1;
        int end = context.condition().size() - (context.HAVING() == null ? 0 : 1);
        List<Expr> groups = new ArrayList<>();
        for (ConditionContext written : context.condition().subList(first, end)) {
            int ordinal = Trees.ordinal(written);
            Expr group = ordinal > 0 && ordinal <= items.size()
                    ? items.get(ordinal - 1).value()
                    : expressions.condition(written);
            if (group.aggregate()) {
                faults.add(written, "an aggregate function cannot stand in GROUP BY", "");
            }
            groups.add(group);
        }
        return groups;
    }

    private static String having(SelectContext context, Expressions expressions) {
        return context.HAVING() == null
                ? ""
                : " HAVING "
                        + expressions
                                .truth(context.condition(context.condition().size() - 1))
                                .truth();
    }

    /** Only where all groups are plain columns; expressions over expressions are left to the engine. */
    private void checkGrouped(Expr value, String sql, List<Expr> groups) {
        Set<String> keys = groups.stream().map(Expr::sql).collect(Collectors.toSet());
        Set<String> plain = groups.stream()
                .flatMap(g -> g.uses().stream())
                .map(Expr.Use::sql)
                .collect(Collectors.toSet());
        if (keys.contains(sql) || !plain.containsAll(keys)) {
            return;
        }
        for (Expr.Use use : value.uses()) {
            if (!keys.contains(use.sql())) {
                faults.add(
                        use.token(),
                        "'" + use.name() + "' is neither in GROUP BY nor inside an aggregate function",
                        "add it to GROUP BY or write MIN(" + Names.quote(use.name()) + ")");
            }
        }
    }

    private String order(List<SortItemContext> sort, List<Item> items, Expressions expressions, boolean distinct) {
        List<String> keys = new ArrayList<>();
        for (SortItemContext written : sort) {
            keys.add(key(written, items, expressions, distinct) + (written.DESC() == null ? "" : " DESC"));
        }
        return keys.isEmpty() ? "" : " ORDER BY " + String.join(", ", keys);
    }

    private String key(SortItemContext written, List<Item> items, Expressions expressions, boolean distinct) {
        int ordinal = Trees.ordinal(written.condition());
        if (ordinal > 0) {
            return queries.ordinal(ordinal, open ? Integer.MAX_VALUE : items.size(), written);
        }
        List<Name> path = Trees.path(written.condition());
        for (int i = 0; i < items.size() && path.size() == 1; i++) {
            if (path.get(0).matches(items.get(i).label())) {
                return Integer.toString(i + 1);
            }
        }
        Expr value = expressions.condition(written.condition());
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).sql().equals(value.sql())) {
                return Integer.toString(i + 1);
            }
        }
        if (distinct && !open) {
            faults.add(written, "with DISTINCT, ORDER BY takes columns of the result alone", "add it to SELECT");
        }
        // a bare number would be taken for the number of a result column
        return "(" + value.sql() + ")";
    }
}
