package org.volans.adql.internal;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.volans.adql.internal.Names.Name;
import org.volans.adql.internal.grammar.AdqlParser;
import org.volans.adql.internal.grammar.AdqlParser.BitsContext;
import org.volans.adql.internal.grammar.AdqlParser.CallContext;
import org.volans.adql.internal.grammar.AdqlParser.CaseOfContext;
import org.volans.adql.internal.grammar.AdqlParser.CastContext;
import org.volans.adql.internal.grammar.AdqlParser.ColumnContext;
import org.volans.adql.internal.grammar.AdqlParser.ConcatenationContext;
import org.volans.adql.internal.grammar.AdqlParser.ConstantContext;
import org.volans.adql.internal.grammar.AdqlParser.LiteralContext;
import org.volans.adql.internal.grammar.AdqlParser.OperandContext;
import org.volans.adql.internal.grammar.AdqlParser.ParenthesisContext;
import org.volans.adql.internal.grammar.AdqlParser.PrimaryContext;
import org.volans.adql.internal.grammar.AdqlParser.ProductContext;
import org.volans.adql.internal.grammar.AdqlParser.ScalarContext;
import org.volans.adql.internal.grammar.AdqlParser.SignContext;
import org.volans.adql.internal.grammar.AdqlParser.SumContext;
import org.volans.adql.internal.grammar.AdqlParser.ValueContext;

/** Translates values (ADQL 2.1, appendix A, {@code value_expression}). */
final class Values {

    private final Expressions expressions;
    private final Scope scope;
    private final Faults faults;
    private final Functions functions;

    Values(Expressions expressions, Scope scope, Catalog catalog, Faults faults) {
        this.expressions = expressions;
        this.scope = scope;
        this.faults = faults;
        this.functions = new Functions(catalog, faults);
    }

    Expr value(ValueContext context) {
        return switch (context) {
            case SignContext sign -> sign(sign);
            case ProductContext product -> arithmetic(product.value(), product.op.getText());
            case SumContext sum -> arithmetic(sum.value(), sum.op.getText());
            case BitsContext bits -> bits(bits);
            case ConcatenationContext text -> {
                List<Expr> parts = text.value().stream().map(this::value).toList();
                yield Expr.of("(" + parts.get(0).sql() + " || " + parts.get(1).sql() + ")", Kind.TEXT, parts);
            }
            case OperandContext operand -> primary(operand.primary());
            default -> throw new IllegalStateException(context.getClass().getName());
        };
    }

    private Expr sign(SignContext context) {
        Expr value = value(context.value());
        number(value, context.value(), context.op.getText());
        if (context.op.getType() == AdqlParser.PLUS) {
            return value;
        }
        Expr signed = Expr.of("(" + context.op.getText() + value.sql() + ")", value.kind(), List.of(value))
                .withMeta("", value.meta().unit(), value.meta().ucd());
        return context.op.getType() == AdqlParser.MINUS && value.constant().isPresent()
                ? signed.withConstant(OptionalDouble.of(-value.constant().getAsDouble()))
                : signed;
    }

    private Expr arithmetic(List<ValueContext> sides, String operator) {
        Expr left = value(sides.get(0));
        Expr right = value(sides.get(1));
        number(left, sides.get(0), operator);
        number(right, sides.get(1), operator);
        boolean integers = left.kind() == Kind.INTEGER && right.kind() == Kind.INTEGER;
        Kind kind = integers
                ? Kind.INTEGER
                : left.kind() == Kind.UNKNOWN && right.kind() == Kind.UNKNOWN ? Kind.UNKNOWN : Kind.REAL;
        String symbol = integers && operator.equals("/") ? "//" : operator;
        Expr result = Expr.of("(" + left.sql() + " " + symbol + " " + right.sql() + ")", kind, List.of(left, right));
        String unit = left.meta().unit();
        if (unit.equals(right.meta().unit()) && (operator.equals("+") || operator.equals("-"))) {
            result = result.withMeta("", unit, org.volans.api.ucd.Ucd.NONE);
        }
        return result.withConstant(constant(left.constant(), right.constant(), symbol));
    }

    private static OptionalDouble constant(OptionalDouble left, OptionalDouble right, String operator) {
        if (left.isEmpty() || right.isEmpty()) {
            return OptionalDouble.empty();
        }
        double a = left.getAsDouble();
        double b = right.getAsDouble();
        return switch (operator) {
            case "+" -> OptionalDouble.of(a + b);
            case "-" -> OptionalDouble.of(a - b);
            case "*" -> OptionalDouble.of(a * b);
            case "/" -> OptionalDouble.of(a / b);
            default -> OptionalDouble.empty();
        };
    }

    private void number(Expr value, ParserRuleContext at, String operator) {
        if (value.kind() == Kind.TEXT || value.kind() == Kind.BOOLEAN || value.kind() == Kind.GEOMETRY) {
            String what = value.kind().name().toLowerCase(Locale.ROOT);
            faults.add(
                    at,
                    "'" + operator + "' takes numbers, this is " + (value.kind() == Kind.TEXT ? what : "a " + what),
                    operator.equals("+") && value.kind() == Kind.TEXT ? "|| joins text" : "");
        }
    }

    private Expr bits(BitsContext context) {
        List<Expr> sides = context.value().stream().map(this::value).toList();
        for (int i = 0; i < 2; i++) {
            if (sides.get(i).kind() != Kind.INTEGER && sides.get(i).kind() != Kind.UNKNOWN) {
                faults.add(context.value(i), "'" + context.op.getText() + "' takes integers", "");
            }
        }
        String a = sides.get(0).sql();
        String b = sides.get(1).sql();
        return Expr.of(
                context.op.getType() == AdqlParser.CARET
                        ? "xor(" + a + ", " + b + ")"
                        : "(" + a + " " + context.op.getText() + " " + b + ")",
                Kind.INTEGER,
                sides);
    }

    private Expr primary(PrimaryContext context) {
        return switch (context) {
            case ConstantContext constant -> literal(constant.literal());
            case CastContext cast -> cast(cast);
            case CaseOfContext caseOf -> caseOf(caseOf);
            case CallContext call -> call(call);
            case ColumnContext column -> scope.column(Name.of(column.identifier()), column, faults);
            case ScalarContext scalar -> scalar(scalar);
            case ParenthesisContext inner -> expressions.condition(inner.condition());
            default -> throw new IllegalStateException(context.getClass().getName());
        };
    }

    private Expr scalar(ScalarContext context) {
        Translated query = expressions.single(context.query());
        String sql = "(" + query.sql() + ")";
        if (query.columns().size() != 1) {
            return Expr.of(sql, Kind.UNKNOWN, List.of());
        }
        Translated.Output column = query.columns().get(0);
        return Expr.of(sql, column.kind(), List.of())
                .withMeta("", column.meta().unit(), column.meta().ucd());
    }

    private Expr literal(LiteralContext context) {
        String text = context.getText();
        if (!context.STRING().isEmpty()) {
            return Expr.text(context.STRING().stream()
                    .map(TerminalNode::getText)
                    .map(s -> s.substring(1, s.length() - 1).replace("''", "'"))
                    .collect(Collectors.joining()));
        }
        if (context.UNSIGNED() != null) {
            return integer(new BigInteger(text));
        }
        if (context.HEX() != null) {
            return integer(new BigInteger(text.substring(2), 16));
        }
        if (context.REAL() != null) {
            return real(Double.parseDouble(text), context);
        }
        return context.NULL() != null
                ? Expr.unknown()
                : Expr.of(text.toUpperCase(Locale.ROOT), Kind.BOOLEAN, List.of());
    }

    private static Expr integer(BigInteger value) {
        return value.bitLength() < 64
                ? Expr.number(value.doubleValue(), value.toString(), Kind.INTEGER)
                : Expr.number(value.doubleValue(), Sql.number(value.doubleValue()), Kind.REAL);
    }

    private Expr real(double value, ParserRuleContext at) {
        if (Double.isInfinite(value)) {
            faults.add(at, "this number is too large for a double", "");
            return Expr.unknown();
        }
        return Expr.number(value, Sql.number(value), Kind.REAL);
    }

    private Expr cast(CastContext context) {
        Expr value = expressions.condition(context.condition());
        String type = context.typeName().REGULAR().stream()
                .map(n -> n.getText().toUpperCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
        return switch (type) {
            case "SMALLINT" -> cast(value, "SMALLINT", Kind.INTEGER);
            case "INTEGER", "INT" -> cast(value, "INTEGER", Kind.INTEGER);
            case "BIGINT" -> cast(value, "BIGINT", Kind.INTEGER);
            case "REAL" -> cast(value, "FLOAT", Kind.REAL);
            case "DOUBLE PRECISION", "DOUBLE", "FLOAT" -> cast(value, "DOUBLE", Kind.REAL);
            case "TIMESTAMP" -> cast(value, "TIMESTAMP", Kind.TIMESTAMP);
            case "CHAR", "VARCHAR", "CHARACTER", "CHARACTER VARYING" -> {
                TerminalNode length = context.typeName().UNSIGNED();
                Expr text = cast(value, "VARCHAR", Kind.TEXT);
                yield length == null
                        ? text
                        : Expr.of("left(" + text.sql() + ", " + length.getText() + ")", Kind.TEXT, List.of(value));
            }
            default -> {
                faults.add(
                        context.typeName(),
                        "ADQL cannot cast to '" + context.typeName().getText() + "'",
                        "types are SMALLINT, INTEGER, BIGINT, REAL, DOUBLE PRECISION, CHAR(n), VARCHAR(n), TIMESTAMP");
                yield Expr.unknown();
            }
        };
    }

    private static Expr cast(Expr value, String type, Kind kind) {
        return Expr.of("CAST(" + value.sql() + " AS " + type + ")", kind, List.of(value))
                .withMeta(
                        "",
                        kind.numeric() ? value.meta().unit() : "",
                        value.meta().ucd());
    }

    private Expr caseOf(CaseOfContext context) {
        int whens = context.WHEN().size();
        int first = context.condition().size() - 2 * whens - (context.ELSE() == null ? 0 : 1);
        List<Expr> parts = new ArrayList<>();
        context.condition().forEach(c -> parts.add(expressions.condition(c)));
        StringBuilder sql = new StringBuilder("(CASE ");
        if (first == 1) {
            sql.append(parts.get(0).sql());
        }
        for (int i = 0; i < whens; i++) {
            Expr when = parts.get(first + 2 * i);
            sql.append(" WHEN ").append(first == 1 ? when.sql() : when.truth());
            sql.append(" THEN ").append(parts.get(first + 2 * i + 1).sql());
        }
        if (context.ELSE() != null) {
            sql.append(" ELSE ").append(parts.get(parts.size() - 1).sql());
        }
        return Expr.of(sql.append(" END)").toString(), parts.get(first + 1).kind(), parts);
    }

    private Expr call(CallContext context) {
        List<Expr> arguments =
                context.condition().stream().map(expressions::condition).toList();
        return functions.call(context, arguments);
    }
}
