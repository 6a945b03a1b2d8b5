package org.volans.adql.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.volans.adql.internal.grammar.AdqlParser.CallContext;
import org.volans.api.ucd.Ucd;

/** The functions of ADQL 2.1 (sections 2.3 and 4) and the IVOA's user defined ones that need no more than SQL. */
final class Functions {

    /** What a result takes its kind from. */
    private enum Result {
        FIRST,
        INTEGER,
        REAL,
        TEXT
    }

    /**
     * A function that is a template.
     *
     * @param takes a letter for each argument: n number, i integer, t text, a anything; capitals may be left out
     * @param unit  of the result; {@code =} is that of the first argument
     */
    private record Template(String takes, String sql, Result result, String unit) {}

    private static final Map<String, Template> TEMPLATES = new TreeMap<>();

    private static void real(String name, String takes, String sql, String unit) {
        TEMPLATES.put(name, new Template(takes, sql, Result.REAL, unit));
    }

    static {
        TEMPLATES.put("ABS", new Template("n", "abs(%s)", Result.FIRST, "="));
        TEMPLATES.put("MOD", new Template("nn", "(%s %% %s)", Result.FIRST, "="));
        TEMPLATES.put("LOWER", new Template("t", "lower(%s)", Result.TEXT, ""));
        TEMPLATES.put("UPPER", new Template("t", "upper(%s)", Result.TEXT, ""));
        real("CEILING", "n", "ceil(%s)", "=");
        real("FLOOR", "n", "floor(%s)", "=");
        real("DEGREES", "n", "degrees(%s)", "deg");
        real("RADIANS", "n", "radians(%s)", "rad");
        real("EXP", "n", "exp(%s)", "");
        // NaN sorts above every number in the engine; NULL is what "no value" means in a query
        real("LOG", "n", "nullif(ln(%s), CAST('NaN' AS DOUBLE))", "");
        real("LOG10", "n", "nullif(log10(%s), CAST('NaN' AS DOUBLE))", "");
        real("SQRT", "n", "nullif(sqrt(%s), CAST('NaN' AS DOUBLE))", "");
        real("POWER", "nn", "nullif(pow(%s, %s), CAST('NaN' AS DOUBLE))", "");
        real("ACOS", "n", "nullif(acos(%s), CAST('NaN' AS DOUBLE))", "rad");
        real("ASIN", "n", "nullif(asin(%s), CAST('NaN' AS DOUBLE))", "rad");
        real("ATAN", "n", "atan(%s)", "rad");
        real("ATAN2", "nn", "atan2(%s, %s)", "rad");
        real("COS", "n", "cos(%s)", "");
        real("COT", "n", "cot(%s)", "");
        real("SIN", "n", "sin(%s)", "");
        real("TAN", "n", "tan(%s)", "");
        real("PI", "", "pi()", "");
        real("RAND", "N", "random()", "");
        real("ROUND", "nI", "round(CAST(%s AS DOUBLE), %s)", "=");
        real("TRUNCATE", "nI", "adql_truncate(%s, %s)", "=");
        TEMPLATES.put("IVO_NOCASEMATCH", new Template("tt", "?(%s ILIKE %s)", Result.INTEGER, ""));
        TEMPLATES.put("IVO_HASWORD", new Template("tt", "?adql_hasword(%s, %s)", Result.INTEGER, ""));
        TEMPLATES.put(
                "IVO_HASHLIST_HAS",
                new Template("tt", "?list_contains(string_split(lower(%s), '#'), lower(%s))", Result.INTEGER, ""));
        TEMPLATES.put(
                "IVO_INTERVAL_OVERLAPS", new Template("aaaa", "?(%1$s <= %4$s AND %3$s <= %2$s)", Result.INTEGER, ""));
        TEMPLATES.put(
                "IVO_HEALPIX_INDEX",
                new Template(
                        "inn",
                        "adql_healpix(CAST(%s AS INTEGER), CAST(%s AS DOUBLE), CAST(%s AS DOUBLE))",
                        Result.INTEGER,
                        ""));
        TEMPLATES.put("IVO_INTERVAL_HAS", new Template("aaa", "?(%s BETWEEN %s AND %s)", Result.INTEGER, ""));
    }

    private final Catalog catalog;
    private final Faults faults;
    private final Aggregates aggregates;
    private final Geometry geometry;

    Functions(Catalog catalog, Faults faults) {
        this.catalog = catalog;
        this.faults = faults;
        this.aggregates = new Aggregates(faults);
        this.geometry = new Geometry(faults);
    }

    Expr call(CallContext context, List<Expr> arguments) {
        String name = context.functionName().getText().toUpperCase(Locale.ROOT);
        if (Aggregates.NAMES.contains(name)) {
            return aggregates.call(name, context, arguments);
        }
        if (context.STAR() != null || context.DISTINCT() != null || context.ALL() != null) {
            faults.add(context.functionName(), name + " takes neither * nor DISTINCT nor ALL", "");
            return Expr.unknown();
        }
        if (Geometry.NAMES.contains(name)) {
            return geometry.call(name, context, arguments);
        }
        if (name.equals("COALESCE")) {
            return coalesce(context, arguments);
        }
        if (name.equals("IN_UNIT")) {
            return inUnit(context, arguments);
        }
        Template template = TEMPLATES.get(name);
        return template == null ? unknown(name, context) : apply(name, template, context, arguments);
    }

    private Expr unknown(String name, CallContext context) {
        if (catalog.functions().containsKey(name)) {
            return Expr.unknown();
        }
        TreeSet<String> known = new TreeSet<>(TEMPLATES.keySet());
        known.addAll(Aggregates.NAMES);
        known.addAll(Geometry.NAMES);
        known.addAll(List.of("COALESCE", "IN_UNIT"));
        known.addAll(catalog.functions().keySet());
        faults.add(
                context.functionName(),
                "unknown function '" + context.functionName().getText() + "'",
                Suggestion.meant(Near.nearest(name, known)));
        return Expr.unknown();
    }

    private Expr apply(String name, Template template, CallContext context, List<Expr> arguments) {
        if (!check(name, template.takes, context, arguments)) {
            return Expr.unknown();
        }
        Object[] values = new Object[template.takes.length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = i < arguments.size() ? arguments.get(i).sql() : "0";
        }
        String sql = template.sql.formatted(values);
        if (sql.startsWith("?")) {
            return Expr.flag(sql.substring(1), arguments);
        }
        Kind kind = template.result == Result.FIRST ? arguments.get(0).kind() : Kind.valueOf(template.result.name());
        if (name.equals("MOD") && arguments.get(1).kind() == Kind.REAL) {
            kind = Kind.REAL;
        }
        String unit = template.unit.equals("=") ? arguments.get(0).meta().unit() : template.unit;
        return Expr.of(sql, kind, arguments).withMeta("", unit, Ucd.NONE);
    }

    private boolean check(String name, String takes, CallContext context, List<Expr> arguments) {
        int least = (int) takes.chars().filter(Character::isLowerCase).count();
        if (arguments.size() < least || arguments.size() > takes.length()) {
            String wanted = least == takes.length() ? Integer.toString(least) : least + " or " + takes.length();
            faults.add(
                    context,
                    name + " takes " + wanted + (wanted.equals("1") ? " argument" : " arguments") + ", not "
                            + arguments.size(),
                    "");
            return false;
        }
        for (int i = 0; i < arguments.size(); i++) {
            Kind kind = arguments.get(i).kind();
            char type = Character.toLowerCase(takes.charAt(i));
            boolean number = type == 'n' || type == 'i';
            if (number && kind != Kind.UNKNOWN && !kind.numeric()) {
                faults.add(context.condition(i), name + " takes a number here", "");
                return false;
            }
            if (type == 't' && kind.numeric()) {
                faults.add(context.condition(i), name + " takes text here, not a number", "");
                return false;
            }
        }
        return true;
    }

    private Expr coalesce(CallContext context, List<Expr> arguments) {
        if (arguments.isEmpty()) {
            faults.add(context, "COALESCE takes at least one argument", "");
            return Expr.unknown();
        }
        Expr first = arguments.get(0);
        boolean mixed = first.kind() == Kind.INTEGER && arguments.stream().anyMatch(a -> a.kind() == Kind.REAL);
        Kind kind = mixed
                ? Kind.REAL
                : arguments.stream()
                        .map(Expr::kind)
                        .filter(k -> k != Kind.UNKNOWN)
                        .findFirst()
                        .orElse(Kind.UNKNOWN);
        String list = String.join(", ", arguments.stream().map(Expr::sql).toList());
        return Expr.of("COALESCE(" + list + ")", kind, arguments)
                .withMeta("", first.meta().unit(), first.meta().ucd());
    }

    private Expr inUnit(CallContext context, List<Expr> arguments) {
        if (arguments.size() != 2 || !arguments.get(1).literalText()) {
            faults.add(context, "IN_UNIT takes a number and a unit between single quotes", "IN_UNIT(ra, 'arcsec')");
            return Expr.unknown();
        }
        Expr value = arguments.get(0);
        String quoted = arguments.get(1).sql();
        String unit = quoted.substring(1, quoted.length() - 1).replace("''", "'");
        try {
            double factor = Units.factor(value.meta().unit(), unit);
            return Expr.of("(" + value.sql() + " * " + Sql.number(factor) + ")", Kind.REAL, List.of(value))
                    .withMeta("", unit, value.meta().ucd());
        } catch (IllegalArgumentException e) {
            faults.add(context, "IN_UNIT: " + e.getMessage(), "");
            return Expr.unknown();
        }
    }
}
