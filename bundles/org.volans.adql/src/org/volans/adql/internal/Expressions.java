package org.volans.adql.internal;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.volans.adql.internal.grammar.AdqlParser;
import org.volans.adql.internal.grammar.AdqlParser.BareContext;
import org.volans.adql.internal.grammar.AdqlParser.BetweenContext;
import org.volans.adql.internal.grammar.AdqlParser.ComparisonContext;
import org.volans.adql.internal.grammar.AdqlParser.ConditionContext;
import org.volans.adql.internal.grammar.AdqlParser.ConjunctionContext;
import org.volans.adql.internal.grammar.AdqlParser.DisjunctionContext;
import org.volans.adql.internal.grammar.AdqlParser.ExistsContext;
import org.volans.adql.internal.grammar.AdqlParser.InContext;
import org.volans.adql.internal.grammar.AdqlParser.IsContext;
import org.volans.adql.internal.grammar.AdqlParser.LikeContext;
import org.volans.adql.internal.grammar.AdqlParser.NegationContext;
import org.volans.adql.internal.grammar.AdqlParser.PredicateContext;
import org.volans.adql.internal.grammar.AdqlParser.QueryContext;
import org.volans.adql.internal.grammar.AdqlParser.SimpleContext;
import org.volans.adql.internal.grammar.AdqlParser.ValueContext;

/** Translates conditions (ADQL 2.1, appendix A, {@code search_condition}); a condition may be but a value. */
final class Expressions {

    private final QueryTranslator queries;
    private final Environment around;
    private final Faults faults;
    private final Values values;

    Expressions(QueryTranslator queries, Environment around, Scope scope, Faults faults) {
        this.queries = queries;
        this.around = around;
        this.faults = faults;
        this.values = new Values(this, scope, around.catalog(), faults);
    }

    Expr condition(ConditionContext context) {
        return switch (context) {
            case NegationContext not -> {
                Expr inner = truth(not.condition());
                yield truth("(NOT " + inner.truth() + ")", List.of(inner));
            }
            case ConjunctionContext both -> connected(both.condition(), "AND");
            case DisjunctionContext either -> connected(either.condition(), "OR");
            case SimpleContext simple -> predicate(simple.predicate());
            default -> throw new IllegalStateException(context.getClass().getName());
        };
    }

    /** A condition where a truth is wanted. */
    Expr truth(ConditionContext context) {
        Expr value = condition(context);
        if (value.kind() == Kind.BOOLEAN || value.kind() == Kind.UNKNOWN) {
            return value;
        }
        String text = context.getText();
        faults.add(
                context,
                "a condition is wanted here, not a value",
                value.predicate().isEmpty() ? "" : "write 1=" + (text.length() > 40 ? "…" : text));
        return value;
    }

    private Expr connected(List<ConditionContext> sides, String operator) {
        Expr left = truth(sides.get(0));
        Expr right = truth(sides.get(1));
        return truth("(" + left.truth() + " " + operator + " " + right.truth() + ")", List.of(left, right));
    }

    private static Expr truth(String sql, List<Expr> parts) {
        return Expr.of(sql, Kind.BOOLEAN, parts);
    }

    Expr value(ValueContext context) {
        return values.value(context);
    }

    private Expr predicate(PredicateContext context) {
        return switch (context) {
            case ExistsContext exists ->
                truth("EXISTS (" + subquery(exists.query()).sql() + ")", List.of());
            case ComparisonContext comparison -> comparison(comparison);
            case BetweenContext between -> between(between);
            case LikeContext like -> like(like);
            case InContext in -> in(in);
            case IsContext is -> is(is);
            case BareContext bare -> values.value(bare.value());
            default -> throw new IllegalStateException(context.getClass().getName());
        };
    }

    private Expr comparison(ComparisonContext context) {
        Expr left = values.value(context.value(0));
        Expr right = values.value(context.value(1));
        String operator = context.op.getType() == AdqlParser.NE ? "<>" : context.op.getText();
        String flag = flag(left, right, operator);
        if (!flag.isEmpty()) {
            return truth(flag, List.of(left, right));
        }
        comparable(left, right, context);
        String sql = "(" + left.sql() + " " + operator + " " + right.sql() + ")";
        return truth(Geometry.bounded(left, operator, right, sql), List.of(left, right));
    }

    /** {@code 1=CONTAINS(…)} and its like as the boolean itself, which the engine can plan joins with. */
    private static String flag(Expr left, Expr right, String operator) {
        boolean equality = operator.equals("=") || operator.equals("<>");
        Expr function = left.predicate().isEmpty() ? right : left;
        Expr number = left.predicate().isEmpty() ? left : right;
        double value = number.constant().orElse(Double.NaN);
        if (!equality || function.predicate().isEmpty() || (value != 0 && value != 1)) {
            return "";
        }
        return (value == 1) == operator.equals("=") ? function.predicate() : "(NOT " + function.predicate() + ")";
    }

    /** Text and numbers do not compare; a literal that reads as a number may stand for one. */
    private void comparable(Expr left, Expr right, ParserRuleContext at) {
        boolean leftText = left.kind() == Kind.TEXT;
        boolean rightText = right.kind() == Kind.TEXT;
        if (!(leftText && right.kind().numeric()) && !(rightText && left.kind().numeric())) {
            return;
        }
        Expr text = leftText ? left : right;
        Expr number = leftText ? right : left;
        if (text.literalText()) {
            String literal = text.sql().substring(1, text.sql().length() - 1);
            if (!literal.strip().matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?")) {
                faults.add(at, "text " + text.sql() + " is compared with a number", "");
            }
            return;
        }
        String name = text.meta().name().isEmpty() ? "text" : "'" + text.meta().name() + "', which is text,";
        faults.add(
                at,
                name + " is compared with a number",
                number.constant().isPresent()
                        ? "write the number between single quotes: '"
                                + plain(number.constant().getAsDouble()) + "'"
                        : "CAST one of them");
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private Expr between(BetweenContext context) {
        List<Expr> parts = context.value().stream().map(values::value).toList();
        comparable(parts.get(0), parts.get(1), context);
        comparable(parts.get(0), parts.get(2), context);
        String not = context.NOT() == null ? "" : "NOT ";
        return truth(
                "(" + parts.get(0).sql() + " " + not + "BETWEEN " + parts.get(1).sql() + " AND "
                        + parts.get(2).sql() + ")",
                parts);
    }

    private Expr like(LikeContext context) {
        List<Expr> parts = context.value().stream().map(values::value).toList();
        String operator = context.ILIKE() == null ? "LIKE" : "ILIKE";
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).kind().numeric()) {
                faults.add(context.value(i), operator + " compares text, this is a number", "");
            }
        }
        String escape = parts.size() > 2 ? " ESCAPE " + parts.get(2).sql() : "";
        String not = context.NOT() == null ? "" : "NOT ";
        return truth(
                "(" + parts.get(0).sql() + " " + not + operator + " "
                        + parts.get(1).sql() + escape + ")",
                parts);
    }

    private Expr in(InContext context) {
        List<Expr> parts = new ArrayList<>();
        parts.add(values.value(context.value()));
        String list;
        if (context.query() != null) {
            Translated query = single(context.query());
            list = query.sql();
        } else {
            List<Expr> items = context.condition().stream().map(this::condition).toList();
            items.forEach(i -> comparable(parts.get(0), i, context));
            list = String.join(", ", items.stream().map(Expr::sql).toList());
            parts.addAll(items);
        }
        String not = context.NOT() == null ? "" : "NOT ";
        return truth("(" + parts.get(0).sql() + " " + not + "IN (" + list + "))", parts);
    }

    private Expr is(IsContext context) {
        Expr value = values.value(context.value());
        String what = context.NULL() != null ? "NULL" : context.TRUE() != null ? "TRUE" : "FALSE";
        String not = context.NOT() == null ? "" : "NOT ";
        String sql = value.detail() instanceof Shape shape ? shape.value() : value.sql();
        return truth("(" + sql + " IS " + not + what + ")", List.of(value));
    }

    Translated subquery(QueryContext context) {
        return queries.query(context, around);
    }

    /** A subquery that stands for values, so it has one column. */
    Translated single(QueryContext context) {
        Translated query = subquery(context);
        if (!query.open() && query.columns().size() != 1) {
            faults.add(
                    context,
                    "a subquery here has one column, this has "
                            + query.columns().size(),
                    "");
        }
        return query;
    }
}
