package org.volans.adql.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jdt.annotation.Nullable;

/** Conversion between units written as VOUnits 1.1: products, quotients and powers of units with SI prefixes. */
final class Units {

    /**
     * A unit as a factor times powers of m, kg, s, A, K, mol, cd, rad, mag, count.
     */
    private record Unit(double factor, int... powers) {

        Unit times(Unit other, int sign) {
            int[] sum = powers.clone();
            for (int i = 0; i < sum.length; i++) {
                sum[i] += sign * other.powers[i];
            }
            return new Unit(factor * Math.pow(other.factor, sign), sum);
        }

        Unit power(int exponent) {
            return new Unit(
                    Math.pow(factor, exponent),
                    Arrays.stream(powers).map(p -> p * exponent).toArray());
        }
    }

    private static final int BASES = 10;
    private static final Unit ONE = new Unit(1, new int[BASES]);
    private static final Map<String, Double> PREFIXES = Map.ofEntries(
            Map.entry("Y", 1e24),
            Map.entry("Z", 1e21),
            Map.entry("E", 1e18),
            Map.entry("P", 1e15),
            Map.entry("T", 1e12),
            Map.entry("G", 1e9),
            Map.entry("M", 1e6),
            Map.entry("k", 1e3),
            Map.entry("h", 1e2),
            Map.entry("da", 1e1),
            Map.entry("d", 1e-1),
            Map.entry("c", 1e-2),
            Map.entry("m", 1e-3),
            Map.entry("u", 1e-6),
            Map.entry("n", 1e-9),
            Map.entry("p", 1e-12),
            Map.entry("f", 1e-15),
            Map.entry("a", 1e-18),
            Map.entry("z", 1e-21),
            Map.entry("y", 1e-24));
    private static final double DEGREE = Math.PI / 180;
    private static final Map<String, Unit> UNITS = Map.ofEntries(
            unit("m", 1, 1),
            unit("g", 1e-3, 0, 1),
            unit("s", 1, 0, 0, 1),
            unit("A", 1, 0, 0, 0, 1),
            unit("K", 1, 0, 0, 0, 0, 1),
            unit("mol", 1, 0, 0, 0, 0, 0, 1),
            unit("cd", 1, 0, 0, 0, 0, 0, 0, 1),
            unit("rad", 1, 0, 0, 0, 0, 0, 0, 0, 1),
            unit("sr", 1, 0, 0, 0, 0, 0, 0, 0, 2),
            unit("mag", 1, 0, 0, 0, 0, 0, 0, 0, 0, 1),
            unit("ct", 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1),
            unit("count", 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1),
            unit("deg", DEGREE, 0, 0, 0, 0, 0, 0, 0, 1),
            unit("arcmin", DEGREE / 60, 0, 0, 0, 0, 0, 0, 0, 1),
            unit("arcsec", DEGREE / 3600, 0, 0, 0, 0, 0, 0, 0, 1),
            unit("mas", DEGREE / 3.6e6, 0, 0, 0, 0, 0, 0, 0, 1),
            unit("min", 60, 0, 0, 1),
            unit("h", 3600, 0, 0, 1),
            unit("d", 86400, 0, 0, 1),
            unit("a", 31557600, 0, 0, 1),
            unit("yr", 31557600, 0, 0, 1),
            unit("Hz", 1, 0, 0, -1),
            unit("N", 1, 1, 1, -2),
            unit("J", 1, 2, 1, -2),
            unit("W", 1, 2, 1, -3),
            unit("Pa", 1, -1, 1, -2),
            unit("C", 1, 0, 0, 1, 1),
            unit("V", 1, 2, 1, -3, -1),
            unit("T", 1, 0, 1, -2, -1),
            unit("G", 1e-4, 0, 1, -2, -1),
            unit("Jy", 1e-26, 0, 1, -2),
            unit("erg", 1e-7, 2, 1, -2),
            unit("eV", 1.602176634e-19, 2, 1, -2),
            unit("Ry", 2.1798723611035e-18, 2, 1, -2),
            unit("Angstrom", 1e-10, 1),
            unit("angstrom", 1e-10, 1),
            unit("AU", 149597870700.0, 1),
            unit("au", 149597870700.0, 1),
            unit("pc", 3.0856775814913673e16, 1),
            unit("lyr", 9460730472580800.0, 1),
            unit("solMass", 1.988409870698051e30, 0, 1),
            unit("solRad", 6.957e8, 1),
            unit("solLum", 3.828e26, 2, 1, -3),
            unit("u", 1.6605390666e-27, 0, 1),
            unit("barn", 1e-28, 2));
    private static final Pattern FACTOR =
            Pattern.compile("\\s*([./*]?)\\s*(10\\*\\*[(]?[+-]?\\d+[)]?|\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?|%|[A-Za-z]+)"
                    + "(?:(?:\\*\\*|\\^)?[(]?([+-]?\\d+)[)]?)?");

    private Units() {}

    private static Map.Entry<String, Unit> unit(String name, double factor, int... powers) {
        return Map.entry(name, new Unit(factor, Arrays.copyOf(powers, BASES)));
    }

    /**
     * What a value is to be multiplied with.
     *
     * @throws IllegalArgumentException says which unit is not known or that they measure different things
     */
    static double factor(String from, String to) {
        if (from.isBlank()) {
            throw new IllegalArgumentException("the value has no unit that is known");
        }
        Unit a = parse(from);
        Unit b = parse(to);
        if (!Arrays.equals(a.powers, b.powers)) {
            throw new IllegalArgumentException("'" + from + "' cannot be converted to '" + to + "'");
        }
        double factor = a.factor / b.factor;
        // 1000, not 999.9999999999999
        double round = new BigDecimal(factor, new MathContext(12)).doubleValue();
        return Math.abs(round - factor) < 1e-14 * Math.abs(factor) ? round : factor;
    }

    private static Unit parse(String text) {
        Unit unit = ONE;
        Matcher matcher = FACTOR.matcher(text.strip());
        int end = 0;
        while (end < text.strip().length()) {
            if (!matcher.find(end) || matcher.start() != end) {
                throw new IllegalArgumentException("the unit '" + text + "' is not known");
            }
            String exponent = matcher.group(3);
            Unit part = single(matcher.group(2), text).power(exponent == null ? 1 : Integer.parseInt(exponent));
            unit = unit.times(part, matcher.group(1).equals("/") ? -1 : 1);
            end = matcher.end();
        }
        return unit;
    }

    private static Unit single(String name, String text) {
        if (name.startsWith("10**")) {
            int exponent = Integer.parseInt(name.substring(4).replaceAll("[()]", ""));
            return new Unit(Math.pow(10, exponent), new int[BASES]);
        }
        if (Character.isDigit(name.charAt(0))) {
            return new Unit(Double.parseDouble(name), new int[BASES]);
        }
        if (name.equals("%")) {
            return new Unit(0.01, new int[BASES]);
        }
        Unit plain = UNITS.get(name);
        Unit found = plain == null ? prefixed(name) : plain;
        if (found == null) {
            throw new IllegalArgumentException("the unit '" + text + "' is not known");
        }
        return found;
    }

    private static @Nullable Unit prefixed(String name) {
        for (int length = 1; length <= 2 && length < name.length(); length++) {
            Double prefix = PREFIXES.get(name.substring(0, length));
            Unit unit = UNITS.get(name.substring(length));
            if (prefix != null && unit != null) {
                return new Unit(prefix * unit.factor, unit.powers);
            }
        }
        return null;
    }
}
