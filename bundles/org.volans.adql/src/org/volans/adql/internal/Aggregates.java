package org.volans.adql.internal;

import java.util.List;
import java.util.Set;
import org.volans.adql.internal.grammar.AdqlParser.CallContext;
import org.volans.api.ucd.Ucd;

/** The set functions of ADQL 2.1 (appendix A) and RegTAP's {@code ivo_string_agg} (RegTAP 1.1, section 7). */
final class Aggregates {

    static final Set<String> NAMES = Set.of("COUNT", "SUM", "AVG", "MIN", "MAX", "IVO_STRING_AGG");

    private final Faults faults;

    Aggregates(Faults faults) {
        this.faults = faults;
    }

    Expr call(String name, CallContext context, List<Expr> arguments) {
        if (name.equals("COUNT") && context.STAR() != null) {
            return count("COUNT(*)", List.of());
        }
        int wanted = name.equals("IVO_STRING_AGG") ? 2 : 1;
        if (context.STAR() != null || arguments.size() != wanted) {
            faults.add(context, name + " takes " + (wanted == 1 ? "one argument" : "text and a delimiter"), "");
            return Expr.unknown();
        }
        Expr value = arguments.get(0);
        if (value.aggregate()) {
            faults.add(context, "an aggregate function cannot stand inside another", "use a subquery");
        }
        List<Expr> parts = arguments.stream().map(Expr::aggregated).toList();
        String distinct = context.DISTINCT() == null ? "" : "DISTINCT ";
        return switch (name) {
            case "COUNT" -> count("COUNT(" + distinct + value.sql() + ")", parts);
            case "IVO_STRING_AGG" ->
                Expr.of(
                        "string_agg(" + distinct + "CAST(" + value.sql() + " AS VARCHAR), "
                                + arguments.get(1).sql() + ")",
                        Kind.TEXT,
                        parts);
            case "MIN", "MAX" -> statistic(name, value, name + "(" + distinct + value.sql() + ")", value.kind(), parts);
            default -> sum(name, context, value, distinct, parts);
        };
    }

    private static Expr count(String sql, List<Expr> parts) {
        return Expr.of(sql, Kind.INTEGER, parts)
                .withMeta("", "", Ucd.parse("meta.number"))
                .aggregated();
    }

    private Expr sum(String name, CallContext context, Expr value, String distinct, List<Expr> parts) {
        if (!value.kind().numeric() && value.kind() != Kind.UNKNOWN) {
            faults.add(context.condition(0), name + " takes a number", "");
        }
        boolean integers = name.equals("SUM") && value.kind() == Kind.INTEGER;
        String sql = name + "(" + distinct + value.sql() + ")";
        return statistic(
                name,
                value,
                integers ? "CAST(" + sql + " AS BIGINT)" : sql,
                integers ? Kind.INTEGER : Kind.REAL,
                parts);
    }

    /** The UCD says what the statistic is, the argument's words follow (UCD1+ 1.6, words {@code stat.*}). */
    private static Expr statistic(String name, Expr value, String sql, Kind kind, List<Expr> parts) {
        String word = switch (name) {
            case "MIN" -> "stat.min";
            case "MAX" -> "stat.max";
            case "AVG" -> "stat.mean";
            default -> "";
        };
        String ucd = value.meta().ucd().toString();
        String whole = word.isEmpty() || ucd.isEmpty() ? ucd : word + ";" + ucd;
        return Expr.of(sql, kind, parts)
                .withMeta("", value.meta().unit(), Ucd.parse(whole))
                .aggregated();
    }
}
