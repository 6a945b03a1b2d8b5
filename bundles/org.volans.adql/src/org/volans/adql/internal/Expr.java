package org.volans.adql.internal;

import java.util.List;
import java.util.OptionalDouble;
import org.antlr.v4.runtime.Token;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.table.ColumnMeta;
import org.volans.api.ucd.Ucd;

/**
 * A translated value.
 *
 * @param sql       what yields it, safe to be put into any expression
 * @param kind      what it is
 * @param meta      name, unit and so on of the value; the name is empty when the query must find one
 * @param source    the table column that it is, unchanged
 * @param predicate the boolean behind a 1 or 0 of ADQL's functions, or empty
 * @param constant  its value when it is known now
 * @param detail    the shape that it is, or the distance
 * @param aggregate whether an aggregate function is in it
 * @param uses      the columns it takes outside aggregate functions
 */
record Expr(
        String sql,
        Kind kind,
        ColumnMeta meta,
        @Nullable ColumnMeta source,
        String predicate,
        OptionalDouble constant,
        @Nullable Detail detail,
        boolean aggregate,
        List<Use> uses) {

    /** A column taken, and where. */
    record Use(String sql, String name, Token token) {}

    /** What is known of a value beyond its SQL. */
    sealed interface Detail permits Shape, Distance {
        // its implementations have nothing in common
    }

    /** The four coordinates in degrees that a distance is between. */
    record Distance(Expr lon1, Expr lat1, Expr lon2, Expr lat2) implements Detail {}

    /** A computed value. */
    static Expr of(String sql, Kind kind, List<Expr> parts) {
        return new Expr(
                sql,
                kind,
                meta("", kind.datatype, "", Ucd.NONE),
                null,
                "",
                OptionalDouble.empty(),
                null,
                parts.stream().anyMatch(Expr::aggregate),
                parts.stream().flatMap(p -> p.uses().stream()).toList());
    }

    /** A 1 or 0 that stands for a truth. */
    static Expr flag(String predicate, List<Expr> parts) {
        Expr plain = of("CAST(" + predicate + " AS INTEGER)", Kind.INTEGER, parts);
        return new Expr(
                plain.sql, plain.kind, plain.meta, null, predicate, plain.constant, null, plain.aggregate, plain.uses);
    }

    /** A column of a table in FROM. */
    static Expr column(Field field, Token token) {
        return new Expr(
                field.sql(),
                field.kind(),
                field.meta(),
                field.source(),
                "",
                OptionalDouble.empty(),
                field.kind() == Kind.GEOMETRY
                        ? new Shape.Stored("adql_shape(" + field.sql() + ")", field.sql(), field.xtype())
                        : null,
                false,
                List.of(new Use(field.sql(), field.meta().name(), token)));
    }

    static Expr number(double value, String sql, Kind kind) {
        return of(sql, kind, List.of()).withConstant(OptionalDouble.of(value));
    }

    static Expr text(String value) {
        return of(Sql.text(value), Kind.TEXT, List.of());
    }

    /** What stands for something that has a fault. */
    static Expr unknown() {
        return of("NULL", Kind.UNKNOWN, List.of());
    }

    static ColumnMeta meta(String name, String datatype, String unit, Ucd ucd) {
        return new ColumnMeta(name, datatype, unit, ucd, "", "", false);
    }

    Expr withConstant(OptionalDouble value) {
        return new Expr(sql, kind, meta, source, predicate, value, detail, aggregate, uses);
    }

    Expr withDetail(Detail value) {
        return new Expr(sql, kind, meta, source, predicate, constant, value, aggregate, uses);
    }

    Expr withMeta(String name, String unit, Ucd ucd) {
        return new Expr(
                sql, kind, meta(name, meta.datatype(), unit, ucd), null, predicate, constant, detail, aggregate, uses);
    }

    /** As the argument of an aggregate function: its columns are no longer taken row by row. */
    Expr aggregated() {
        return new Expr(sql, kind, meta, null, predicate, constant, null, true, List.of());
    }

    /** The boolean that it stands for. */
    String truth() {
        return predicate.isEmpty() ? sql : predicate;
    }

    boolean literalText() {
        return kind == Kind.TEXT && source == null && uses.isEmpty() && sql.startsWith("'");
    }
}
