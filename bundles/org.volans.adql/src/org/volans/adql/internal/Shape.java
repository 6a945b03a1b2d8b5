package org.volans.adql.internal;

import java.util.List;
import org.volans.api.geometry.Circle;
import org.volans.api.geometry.Polygon;
import org.volans.api.geometry.Position;
import org.volans.api.geometry.Range;
import org.volans.api.geometry.Region;

/** A geometry (ADQL 2.1, section 4.2) in a query: as much of it as is known before the query runs. Degrees, ICRS. */
sealed interface Shape extends Expr.Detail {

    /** SQL of its text as the engine's functions read it: a word and numbers. */
    String text();

    /** SQL of its DALI value: an array of doubles (DALI 1.1, section 3.3). */
    String value();

    /** The DALI xtype of {@link #value()}. */
    String xtype();

    /** A position. */
    record Point(Expr lon, Expr lat) implements Shape {

        @Override
        public String text() {
            return numbers("POINT", List.of(lon, lat));
        }

        @Override
        public String value() {
            return array(List.of(lon, lat));
        }

        @Override
        public String xtype() {
            return "point";
        }
    }

    /** A circle. */
    record Disc(Expr lon, Expr lat, Expr radius) implements Shape {

        static Disc of(Circle circle) {
            return new Disc(number(circle.center().ra()), number(circle.center().dec()), number(circle.radius()));
        }

        @Override
        public String text() {
            return numbers("CIRCLE", List.of(lon, lat, radius));
        }

        @Override
        public String value() {
            return array(List.of(lon, lat, radius));
        }

        @Override
        public String xtype() {
            return "circle";
        }
    }

    /** A polygon or range of constants. */
    record Fixed(Region region) implements Shape {

        @Override
        public String text() {
            return Sql.text(region.posValue());
        }

        @Override
        public String value() {
            return "adql_array(" + text() + ")";
        }

        @Override
        public String xtype() {
            return region instanceof Polygon ? "polygon" : "";
        }
    }

    /** A polygon of columns, vertices in pairs. */
    record Outline(List<Expr> numbers) implements Shape {

        @Override
        public String text() {
            return Shape.numbers("POLYGON", numbers);
        }

        @Override
        public String value() {
            return array(numbers);
        }

        @Override
        public String xtype() {
            return "polygon";
        }
    }

    /** A shape that only the rows know, as text or array. */
    record Stored(String text, String value, String xtype) implements Shape {}

    private static Expr number(double value) {
        return Expr.number(value, Sql.number(value), Kind.REAL);
    }

    private static String numbers(String word, List<Expr> numbers) {
        StringBuilder sql = new StringBuilder("('").append(word).append("'");
        numbers.forEach(n -> sql.append(" || ' ' || CAST(").append(n.sql()).append(" AS DOUBLE)"));
        return sql.append(")").toString();
    }

    private static String array(List<Expr> numbers) {
        StringBuilder sql = new StringBuilder("CASE WHEN ");
        sql.append(String.join(
                " AND ", numbers.stream().map(n -> n.sql() + " IS NOT NULL").toList()));
        sql.append(" THEN [");
        sql.append(String.join(
                ", ",
                numbers.stream().map(n -> "CAST(" + n.sql() + " AS DOUBLE)").toList()));
        return sql.append("] END").toString();
    }

    /** A region of constants as a shape; circles stay circles. */
    static Shape of(Region region) {
        return switch (region) {
            case Circle circle -> Disc.of(circle);
            case Polygon polygon -> new Fixed(polygon);
            case Range range -> new Fixed(range);
        };
    }

    /** A position of constants. */
    static Shape of(Position position) {
        return new Point(number(position.ra()), number(position.dec()));
    }
}
