package org.volans.adql.internal;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.volans.adql.internal.Shape.Disc;
import org.volans.adql.internal.Shape.Point;
import org.volans.adql.internal.grammar.AdqlParser.CallContext;
import org.volans.api.ucd.Ucd;

/**
 * The geometry functions of ADQL 2.1 (section 4.2). Circles and positions become plain arithmetic that the engine plans
 * joins with; what only the rows know goes through its functions {@code adql_*}.
 */
final class Geometry {

    static final Set<String> NAMES = Set.of(
            "POINT",
            "CIRCLE",
            "BOX",
            "POLYGON",
            "REGION",
            "CONTAINS",
            "INTERSECTS",
            "DISTANCE",
            "AREA",
            "CENTROID",
            "COORD1",
            "COORD2",
            "COORDSYS",
            "MOC");

    /** Wider than the rounding of the exact test that follows the declination band, in degrees. */
    private static final String SLACK = "1.0E-9";

    private final Faults faults;
    private final Constructors constructors;

    Geometry(Faults faults) {
        this.faults = faults;
        this.constructors = new Constructors(faults);
    }

    Expr call(String name, CallContext context, List<Expr> arguments) {
        return switch (name) {
            case "POINT", "CIRCLE", "BOX", "POLYGON", "REGION", "MOC" -> constructors.call(name, context, arguments);
            case "CONTAINS" -> contains(context, arguments);
            case "INTERSECTS" -> intersects(context, arguments);
            case "DISTANCE" -> distance(context, arguments);
            default -> measure(name, context, arguments);
        };
    }

    private Expr contains(CallContext context, List<Expr> arguments) {
        if (!two("CONTAINS", context, arguments)) {
            return Expr.unknown();
        }
        Shape inner = constructors.shape(arguments.get(0), context.condition(0));
        Shape outer = constructors.shape(arguments.get(1), context.condition(1));
        return Expr.flag(contains(inner, outer), arguments);
    }

    private static String contains(Shape inner, Shape outer) {
        if (!(inner instanceof Point point)) {
            return "adql_contains(" + inner.text() + ", " + outer.text() + ")";
        }
        return switch (outer) {
            case Disc disc ->
                near(
                        point.lon(),
                        point.lat(),
                        disc.lon(),
                        disc.lat(),
                        disc.radius().sql(),
                        "<=");
            case Point other -> near(point.lon(), point.lat(), other.lon(), other.lat(), "0.0E0", "<=");
            case Shape.Fixed fixed -> band(point, fixed) + containsPoint(point, fixed) + ")";
            default -> containsPoint(point, outer);
        };
    }

    private static String containsPoint(Point point, Shape shape) {
        return "adql_contains_point(CAST(" + point.lon().sql() + " AS DOUBLE), CAST("
                + point.lat().sql() + " AS DOUBLE), " + shape.text() + ")";
    }

    /** The declinations that a region of constants reaches, tested before the region itself. */
    private static String band(Point point, Shape.Fixed fixed) {
        var circle = fixed.region().boundingCircle();
        double low = circle.center().dec() - circle.radius() - 1e-9;
        double high = circle.center().dec() + circle.radius() + 1e-9;
        return "(" + point.lat().sql() + " BETWEEN " + Sql.number(low) + " AND " + Sql.number(high) + " AND ";
    }

    private Expr intersects(CallContext context, List<Expr> arguments) {
        if (!two("INTERSECTS", context, arguments)) {
            return Expr.unknown();
        }
        Shape a = constructors.shape(arguments.get(0), context.condition(0));
        Shape b = constructors.shape(arguments.get(1), context.condition(1));
        String sql;
        if (a instanceof Point) {
            sql = contains(a, b);
        } else if (b instanceof Point) {
            sql = contains(b, a);
        } else if (a instanceof Disc one && b instanceof Disc other) {
            String radii = "(" + one.radius().sql() + " + " + other.radius().sql() + ")";
            sql = near(one.lon(), one.lat(), other.lon(), other.lat(), radii, "<=");
        } else {
            sql = "adql_intersects(" + a.text() + ", " + b.text() + ")";
        }
        return Expr.flag(sql, arguments);
    }

    /** Haversine against half the radius: exact at small distances; the band lets a join run over sorted declinations. */
    private static String near(Expr lon1, Expr lat1, Expr lon2, Expr lat2, String radius, String operator) {
        String a = lat1.sql();
        String b = lat2.sql();
        return "(" + a + " BETWEEN " + b + " - " + radius + " - " + SLACK + " AND " + b + " + " + radius + " + " + SLACK
                + " AND adql_haversine(" + lon1.sql() + ", " + a + ", " + lon2.sql() + ", " + b + ") " + operator
                + " sin(radians(least(" + radius + ", 180.0E0)) / 2))";
    }

    /** {@code DISTANCE(…) < r} with the band before it; other comparisons as they are. */
    static String bounded(Expr left, String operator, Expr right, String sql) {
        boolean below = operator.equals("<") || operator.equals("<=");
        boolean above = operator.equals(">") || operator.equals(">=");
        if (below && left.detail() instanceof Expr.Distance d) {
            return near(d.lon1(), d.lat1(), d.lon2(), d.lat2(), right.sql(), operator);
        }
        if (above && right.detail() instanceof Expr.Distance d) {
            String turned = operator.equals(">") ? "<" : "<=";
            return near(d.lon1(), d.lat1(), d.lon2(), d.lat2(), left.sql(), turned);
        }
        return sql;
    }

    private Expr distance(CallContext context, List<Expr> arguments) {
        Point from;
        Point to;
        if (arguments.size() == 2) {
            from = point(arguments.get(0), context.condition(0));
            to = point(arguments.get(1), context.condition(1));
        } else if (arguments.size() == 4 && constructors.numbers("DISTANCE", context, arguments)) {
            from = new Point(arguments.get(0), arguments.get(1));
            to = new Point(arguments.get(2), arguments.get(3));
        } else {
            faults.add(context, "DISTANCE takes two positions or four coordinates", "DISTANCE(ra1, dec1, ra2, dec2)");
            return Expr.unknown();
        }
        String sql = "adql_distance(" + from.lon().sql() + ", " + from.lat().sql() + ", "
                + to.lon().sql() + ", " + to.lat().sql() + ")";
        return Expr.of(sql, Kind.REAL, arguments)
                .withMeta("", "deg", Ucd.parse("pos.angDistance"))
                .withDetail(new Expr.Distance(from.lon(), from.lat(), to.lon(), to.lat()));
    }

    private Point point(Expr value, ParserRuleContext at) {
        Shape shape = constructors.shape(value, at);
        if (shape instanceof Point point) {
            return point;
        }
        if (shape instanceof Shape.Stored stored) {
            return new Point(coordinate("adql_coord1", stored, value), coordinate("adql_coord2", stored, value));
        }
        faults.add(at, "a position is wanted here", "POINT(ra, dec)");
        return new Point(Expr.unknown(), Expr.unknown());
    }

    private static Expr coordinate(String function, Shape shape, Expr from) {
        return Expr.of(function + "(" + shape.text() + ")", Kind.REAL, List.of(from));
    }

    private Expr measure(String name, CallContext context, List<Expr> arguments) {
        if (arguments.size() != 1) {
            faults.add(context, name + " takes one argument, not " + arguments.size(), "");
            return Expr.unknown();
        }
        Expr value = arguments.get(0);
        Shape shape = constructors.shape(value, context.condition(0));
        return switch (name) {
            case "AREA" ->
                Expr.of("adql_area(" + shape.text() + ")", Kind.REAL, arguments)
                        .withMeta("", "deg**2", Ucd.parse("phys.angArea"));
            case "COORD1" ->
                Expr.of(coordinate(1, shape, value, context), Kind.REAL, arguments)
                        .withMeta("", "deg", Ucd.parse("pos.eq.ra"));
            case "COORD2" ->
                Expr.of(coordinate(2, shape, value, context), Kind.REAL, arguments)
                        .withMeta("", "deg", Ucd.parse("pos.eq.dec"));
            case "COORDSYS" ->
                Expr.of("CASE WHEN " + shape.text() + " IS NOT NULL THEN 'ICRS' END", Kind.TEXT, arguments);
            default -> centroid(shape, value);
        };
    }

    private String coordinate(int axis, Shape shape, Expr value, CallContext context) {
        Point point = point(value.withDetail(shape), context.condition(0));
        return "CAST(" + (axis == 1 ? point.lon() : point.lat()).sql() + " AS DOUBLE)";
    }

    private static Expr centroid(Shape shape, Expr value) {
        Point point = switch (shape) {
            case Point same -> same;
            case Disc disc -> new Point(disc.lon(), disc.lat());
            default ->
                new Point(coordinate("adql_centroid1", shape, value), coordinate("adql_centroid2", shape, value));
        };
        return Constructors.geometry(point, List.of(value));
    }

    private boolean two(String name, CallContext context, List<Expr> arguments) {
        if (arguments.size() != 2) {
            faults.add(
                    context,
                    name.toUpperCase(Locale.ROOT) + " takes two geometries, not " + arguments.size(),
                    name + "(POINT(ra, dec), CIRCLE(ra, dec, radius))");
        }
        return arguments.size() == 2;
    }
}
