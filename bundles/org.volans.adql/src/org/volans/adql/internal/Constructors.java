package org.volans.adql.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.volans.adql.internal.Shape.Disc;
import org.volans.adql.internal.Shape.Point;
import org.volans.adql.internal.grammar.AdqlParser.CallContext;
import org.volans.api.geometry.Position;
import org.volans.api.geometry.Region;
import org.volans.api.ucd.Ucd;

/** {@code POINT}, {@code CIRCLE}, {@code BOX}, {@code POLYGON}, {@code REGION}, with and without a coordinate system. */
final class Constructors {

    /** What may stand first (ADQL 2.0, section 2.4.3; deprecated in 2.1) and means the frame that all data are in. */
    private static final Set<String> FRAMES = Set.of("", "ICRS", "FK5", "J2000", "UNKNOWN", "UNKNOWNFRAME", "EQ_FK5");

    private final Faults faults;

    Constructors(Faults faults) {
        this.faults = faults;
    }

    Expr call(String name, CallContext context, List<Expr> all) {
        if (name.equals("REGION")) {
            return region(context, all);
        }
        if (name.equals("MOC")) {
            return moc(context, all);
        }
        boolean framed = all.size() > 1 && all.get(0).literalText();
        if (framed) {
            frame(all.get(0), context.condition(0));
        }
        List<Expr> arguments = spread(framed ? all.subList(1, all.size()) : all);
        if (!numbers(name, context, arguments)) {
            return Expr.unknown();
        }
        Shape shape = shape(name, arguments, context);
        return shape == null ? Expr.unknown() : geometry(shape, all);
    }

    static Expr geometry(Shape shape, List<Expr> parts) {
        return Expr.of("(" + shape.text() + ")", Kind.GEOMETRY, parts)
                .withMeta("", "deg", Ucd.parse(shape instanceof Point ? "pos.eq" : "pos.outline"))
                .withDetail(shape);
    }

    /** What a value is as a geometry: text and arrays of a table are read row by row. */
    Shape shape(Expr value, ParserRuleContext at) {
        if (value.detail() instanceof Shape shape) {
            return shape;
        }
        String sql = value.sql();
        switch (value.kind()) {
            case TEXT, UNKNOWN, GEOMETRY -> {
                return new Shape.Stored(sql, sql, "");
            }
            case ARRAY -> {
                return new Shape.Stored("adql_shape(" + sql + ")", sql, "");
            }
            default -> {
                faults.add(at, "a geometry is wanted here, not a number", "POINT(ra, dec) or CIRCLE(ra, dec, radius)");
                return new Shape.Stored("NULL", "NULL", "");
            }
        }
    }

    private void frame(Expr frame, ParserRuleContext at) {
        String quoted = frame.sql().substring(1, frame.sql().length() - 1).strip();
        String word = quoted.split("\\s+")[0].toUpperCase(Locale.ROOT);
        if (!FRAMES.contains(word)) {
            faults.add(at, "positions are ICRS here, '" + quoted + "' is not known", "leave it out or write 'ICRS'");
        }
    }

    /** Positions inside other shapes as their two coordinates (ADQL 2.1: {@code CIRCLE(POINT(…), r)}). */
    private static List<Expr> spread(List<Expr> arguments) {
        List<Expr> numbers = new ArrayList<>();
        for (Expr argument : arguments) {
            if (argument.detail() instanceof Point point) {
                numbers.add(point.lon());
                numbers.add(point.lat());
            } else {
                numbers.add(argument);
            }
        }
        return numbers;
    }

    boolean numbers(String name, CallContext context, List<Expr> arguments) {
        for (Expr argument : arguments) {
            if (!argument.kind().numeric() && argument.kind() != Kind.UNKNOWN) {
                String what = argument.meta().name().isEmpty()
                        ? "something else"
                        : "'" + argument.meta().name() + "', which is "
                                + argument.kind().name().toLowerCase(Locale.ROOT);
                faults.add(context, name + " takes numbers in degrees, not " + what, "");
                return false;
            }
        }
        return true;
    }

    @org.eclipse.jdt.annotation.Nullable
    private Shape shape(String name, List<Expr> n, CallContext context) {
        String wanted = switch (name) {
            case "POINT" -> n.size() == 2 ? "" : "2 numbers: ra, dec";
            case "CIRCLE" -> n.size() == 3 ? "" : "3 numbers: ra, dec, radius";
            case "BOX" -> n.size() == 4 ? "" : "4 numbers: ra, dec, width, height";
            default -> n.size() >= 6 && n.size() % 2 == 0 ? "" : "3 or more pairs of numbers";
        };
        if (!wanted.isEmpty()) {
            faults.add(context, name + " takes " + wanted + " (in degrees), not " + n.size(), "");
            return null;
        }
        return switch (name) {
            case "POINT" -> new Point(n.get(0), n.get(1));
            case "CIRCLE" -> new Disc(n.get(0), n.get(1), n.get(2));
            default -> outline(name, n, context);
        };
    }

    private Shape outline(String name, List<Expr> numbers, CallContext context) {
        if (numbers.stream().allMatch(e -> e.constant().isPresent())) {
            StringBuilder text = new StringBuilder(name);
            numbers.forEach(e -> text.append(' ').append(e.constant().getAsDouble()));
            return constant(text.toString(), context);
        }
        if (name.equals("POLYGON")) {
            return new Shape.Outline(numbers);
        }
        StringBuilder sql = new StringBuilder("('BOX'");
        numbers.forEach(n -> sql.append(" || ' ' || CAST(").append(n.sql()).append(" AS DOUBLE)"));
        String text = sql.append(")").toString();
        return new Shape.Stored(text, "adql_array(" + text + ")", "polygon");
    }

    private Shape constant(String text, CallContext context) {
        try {
            String upper = text.strip().toUpperCase(Locale.ROOT);
            if (upper.startsWith("POINT") || upper.startsWith("POSITION")) {
                return Shape.of(position(text));
            }
            return Shape.of(Region.parse(text));
        } catch (IllegalArgumentException e) {
            String message = e.getMessage();
            faults.add(context, message == null ? "this is no geometry" : message, "");
            return new Shape.Stored("NULL", "NULL", "");
        }
    }

    private static Position position(String text) {
        String[] words = text.strip().replaceAll("[(),']", " ").split("\\s+");
        if (words.length < 3) {
            throw new IllegalArgumentException("'" + text + "' is no position");
        }
        return Position.parse(words[words.length - 2] + "," + words[words.length - 1]);
    }

    private Expr region(CallContext context, List<Expr> arguments) {
        if (arguments.size() != 1) {
            faults.add(context, "REGION takes one text", "REGION('CIRCLE ICRS 240.5 46.8 0.1')");
            return Expr.unknown();
        }
        Expr text = arguments.get(0);
        if (text.literalText()) {
            String literal = text.sql().substring(1, text.sql().length() - 1).replace("''", "'");
            return geometry(constant(literal, context), arguments);
        }
        return geometry(new Shape.Stored(text.sql(), "adql_array(" + text.sql() + ")", ""), arguments);
    }

    /**
     * {@code MOC(6, POINT(…))} or {@code MOC('6/…')}, as clients ask for coverage (RegTAP 1.2, section 8). A geometry
     * is taken as it is instead of by the cells that it touches: coverage in the table may be finer than the order.
     */
    private Expr moc(CallContext context, List<Expr> arguments) {
        if (arguments.size() == 1 && arguments.get(0).kind() == Kind.TEXT) {
            String text = "('MOC ' || " + arguments.get(0).sql() + ")";
            return geometry(new Shape.Stored(text, arguments.get(0).sql(), "moc"), arguments);
        }
        if (arguments.size() != 2 || arguments.get(0).kind() != Kind.INTEGER) {
            faults.add(context, "MOC takes an order and a geometry, or a text", "MOC(6, POINT(ra, dec))");
            return Expr.unknown();
        }
        return geometry(shape(arguments.get(1), context.condition(1)), arguments);
    }
}
