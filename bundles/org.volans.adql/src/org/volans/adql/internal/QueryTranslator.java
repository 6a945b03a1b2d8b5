package org.volans.adql.internal;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.volans.adql.internal.Names.Name;
import org.volans.adql.internal.Translated.Output;
import org.volans.adql.internal.grammar.AdqlParser;
import org.volans.adql.internal.grammar.AdqlParser.IntersectionContext;
import org.volans.adql.internal.grammar.AdqlParser.NestedContext;
import org.volans.adql.internal.grammar.AdqlParser.PlainContext;
import org.volans.adql.internal.grammar.AdqlParser.QueryContext;
import org.volans.adql.internal.grammar.AdqlParser.QueryExpressionContext;
import org.volans.adql.internal.grammar.AdqlParser.QuerySetContext;
import org.volans.adql.internal.grammar.AdqlParser.SortItemContext;
import org.volans.adql.internal.grammar.AdqlParser.UnionContext;
import org.volans.adql.internal.grammar.AdqlParser.WithItemContext;
import org.volans.api.adql.Translation;

/** Translates whole queries: WITH, the set operators, ORDER BY and OFFSET over them (ADQL 2.1, section 4.7 and on). */
final class QueryTranslator {

    private final Faults faults;
    private final FromTranslator from;

    QueryTranslator(Faults faults) {
        this.faults = faults;
        this.from = new FromTranslator(this, faults);
    }

    Expressions expressions(Environment around, Scope scope) {
        return new Expressions(this, around.inside(scope), scope, faults);
    }

    Translated query(QueryContext context, Environment around) {
        Environment inside = around;
        List<String> with = new ArrayList<>();
        for (WithItemContext item : context.withItem()) {
            CommonTable table = common(item, inside);
            String names = table.query().columns().isEmpty() ? "" : "(" + columnNames(table.query()) + ")";
            with.add(table.sql() + names + " AS (" + table.query().sql() + ")");
            inside = inside.with(table);
        }
        Translated body = expression(context.queryExpression(), inside);
        return with.isEmpty()
                ? body
                : new Translated("WITH " + String.join(", ", with) + " " + body.sql(), body.columns(), body.open());
    }

    private CommonTable common(WithItemContext item, Environment around) {
        List<Name> names = Name.of(item.identifier());
        Translated query = query(item.query(), around);
        List<Name> columns = names.subList(1, names.size());
        if (!columns.isEmpty() && !query.open()) {
            if (columns.size() == query.columns().size()) {
                List<Output> renamed = new ArrayList<>();
                for (int i = 0; i < columns.size(); i++) {
                    renamed.add(query.columns().get(i).named(columns.get(i).text()));
                }
                query = new Translated(query.sql(), renamed, false);
            } else {
                faults.add(
                        item.identifier(0),
                        names.get(0).text() + " names " + columns.size() + " columns, its query has "
                                + query.columns().size(),
                        "");
            }
        }
        return new CommonTable(names.get(0).text(), around.names().next(), query);
    }

    private static String columnNames(Translated query) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < query.columns().size(); i++) {
            names.add(Sql.identifier(
                    Translation.columnName(i, query.columns().get(i).meta().name())));
        }
        return String.join(", ", names);
    }

    private Translated expression(QueryExpressionContext context, Environment around) {
        Token offset = context.UNSIGNED() == null ? null : context.UNSIGNED().getSymbol();
        String skip = offset == null ? "" : " OFFSET " + number(offset);
        if (context.querySet() instanceof PlainContext plain) {
            return new SelectTranslator(this, from, faults).select(plain.select(), context.sortItem(), skip, around);
        }
        Translated set = set(context.querySet(), around);
        if (context.sortItem().isEmpty() && skip.isEmpty()) {
            return set;
        }
        String alias = around.names().next();
        String order = sorted(context.sortItem(), set, alias, around);
        return new Translated(
                "SELECT * FROM (" + set.sql() + ") AS " + alias + order + skip, set.columns(), set.open());
    }

    private String sorted(List<SortItemContext> items, Translated set, String alias, Environment around) {
        List<Field> fields = set.fields(alias);
        Relation result = new Relation(List.of("result"), fields, set.open());
        Scope scope = new Scope(List.of(result), fields, java.util.Map.of(), null);
        List<String> keys = new ArrayList<>();
        for (SortItemContext item : items) {
            int ordinal = Trees.ordinal(item.condition());
            String key = ordinal > 0
                    ? ordinal(ordinal, fields.size(), item)
                    : expressions(around, scope).condition(item.condition()).sql();
            keys.add(key + (item.DESC() == null ? "" : " DESC"));
        }
        return keys.isEmpty() ? "" : " ORDER BY " + String.join(", ", keys);
    }

    /** The n-th result column as a sort key. */
    String ordinal(int ordinal, int columns, ParserRuleContext at) {
        if (ordinal > columns) {
            faults.add(at, "there is no result column " + ordinal, "the query has " + columns);
        }
        return Integer.toString(ordinal);
    }

    long number(Token token) {
        try {
            return Long.parseLong(token.getText());
        } catch (NumberFormatException e) {
            faults.add(token, token.getText() + " is too large a number of rows", "");
            return 0;
        }
    }

    private Translated set(QuerySetContext context, Environment around) {
        return switch (context) {
            case PlainContext plain ->
                parenthesised(new SelectTranslator(this, from, faults).select(plain.select(), List.of(), "", around));
            case NestedContext nested -> parenthesised(query(nested.query(), around));
            case IntersectionContext both -> combine(both.querySet(), "INTERSECT", both.ALL() != null, around);
            case UnionContext both ->
                combine(
                        both.querySet(),
                        both.op.getType() == AdqlParser.UNION ? "UNION" : "EXCEPT",
                        both.ALL() != null,
                        around);
            default -> throw new IllegalStateException(context.getClass().getName());
        };
    }

    private static Translated parenthesised(Translated query) {
        return new Translated("(" + query.sql() + ")", query.columns(), query.open());
    }

    private Translated combine(List<QuerySetContext> sides, String operator, boolean all, Environment around) {
        Translated left = set(sides.get(0), around);
        Translated right = set(sides.get(1), around);
        boolean open = left.open() || right.open();
        if (!open && left.columns().size() != right.columns().size()) {
            faults.add(
                    sides.get(1),
                    "the second query of " + operator + " has "
                            + right.columns().size() + " columns, the first "
                            + left.columns().size(),
                    "");
            return left;
        }
        List<Output> columns = new ArrayList<>();
        for (int i = 0; i < left.columns().size(); i++) {
            columns.add(
                    open
                            ? left.columns().get(i)
                            : merged(left.columns().get(i), right.columns().get(i)));
        }
        String sql = "(" + left.sql() + " " + operator + (all ? " ALL " : " ") + right.sql() + ")";
        return new Translated(sql, columns, open);
    }

    private static Output merged(Output left, Output right) {
        if (left.kind() == right.kind()) {
            boolean same = left.source() != null && left.source() == right.source();
            return same ? left : new Output(left.meta(), left.kind(), null, left.xtype());
        }
        Kind kind = left.kind().numeric() && right.kind().numeric() ? Kind.REAL : Kind.UNKNOWN;
        return new Output(left.meta(), kind, null, "");
    }
}
