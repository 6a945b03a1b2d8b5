package org.volans.api.sed;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.volans.api.spectral.Light;

/**
 * What {@link FluxUnits} reads a unit into: products and quotients of powers with a factor in front.
 *
 * @param scale  of SI units
 * @param energy power of energy
 * @param time   power of time
 * @param length power of length
 */
record FluxUnit(double scale, int energy, int time, int length) {

    private static final double JANSKY = 1e-26; // W m-2 Hz-1

    /** The flux density of AB magnitude 0. */
    private static final FluxUnit MAGGY = new FluxUnit(PhotometricFilter.AB_ZERO_POINT * JANSKY, 1, 0, -2);

    private static final FluxUnit ONE = new FluxUnit(1, 0, 0, 0);

    /** By name in lower case. */
    private static final Map<String, FluxUnit> UNITS = Map.ofEntries(
            Map.entry("jy", new FluxUnit(JANSKY, 1, 0, -2)),
            Map.entry("mgy", MAGGY),
            Map.entry("maggy", MAGGY),
            Map.entry("nanomaggy", MAGGY.scaled(1e-9)),
            Map.entry("nanomaggies", MAGGY.scaled(1e-9)),
            Map.entry("w", new FluxUnit(1, 1, -1, 0)),
            Map.entry("j", new FluxUnit(1, 1, 0, 0)),
            Map.entry("erg", new FluxUnit(1e-7, 1, 0, 0)),
            Map.entry("s", new FluxUnit(1, 0, 1, 0)),
            Map.entry("sec", new FluxUnit(1, 0, 1, 0)),
            Map.entry("hz", new FluxUnit(1, 0, -1, 0)),
            Map.entry("m", new FluxUnit(1, 0, 0, 1)),
            Map.entry("micron", new FluxUnit(1e-6, 0, 0, 1)),
            Map.entry("a", new FluxUnit(1e-10, 0, 0, 1)),
            Map.entry("aa", new FluxUnit(1e-10, 0, 0, 1)),
            Map.entry("å", new FluxUnit(1e-10, 0, 0, 1)),
            Map.entry("angstrom", new FluxUnit(1e-10, 0, 0, 1)));

    private static final Map<Character, Double> PREFIXES =
            Map.of('p', 1e-12, 'n', 1e-9, 'u', 1e-6, 'm', 1e-3, 'c', 1e-2, 'k', 1e3, 'M', 1e6, 'G', 1e9);

    /** {@code 10**-17}, {@code 10-17}, {@code 10+-26} or a plain number. */
    private static final Pattern FACTOR = Pattern.compile(
            "(?:10(?:\\*\\*|\\^)?\\(?\\+?([+-]\\d+|(?<=[*^(])\\d+)\\)?|(\\d*\\.?\\d+(?:[eE][+-]?\\d+)?))[ .*]*(?=\\p{L})(.*)");

    private static final Pattern POWER = Pattern.compile("(\\p{L}+)(?:\\*\\*|\\^)?(?:\\(([+-]?\\d)\\)|([+-]?\\d))?");

    /** See {@link FluxUnits#jansky}. */
    static OptionalDouble jansky(String unit, double wavelength) {
        Optional<FluxUnit> read = read(unit.strip().replace('µ', 'u').replace('μ', 'u'));
        if (read.isEmpty() || read.get().energy != 1) {
            return OptionalDouble.empty();
        }
        FluxUnit found = read.get();
        if (found.time == 0 && found.length == -2) {
            return OptionalDouble.of(found.scale / JANSKY);
        }
        return found.time == -1 && found.length == -3
                ? OptionalDouble.of(found.scale * wavelength * wavelength / Light.SPEED / JANSKY)
                : OptionalDouble.empty();
    }

    private static Optional<FluxUnit> read(String text) {
        Matcher factor = FACTOR.matcher(text);
        if (!factor.matches()) {
            return product(text, ONE);
        }
        double scale = factor.group(2) != null
                ? Double.parseDouble(factor.group(2))
                : Math.pow(10, Integer.parseInt(factor.group(1)));
        return product(factor.group(3), new FluxUnit(scale, 0, 0, 0));
    }

    private static Optional<FluxUnit> product(String text, FluxUnit start) {
        FluxUnit product = start;
        Deque<Integer> groups = new ArrayDeque<>();
        groups.push(1);
        int sign = 1; // a slash counts for what follows it at once, be it a group
        Matcher power = POWER.matcher(text);
        for (int at = 0; at < text.length(); ) {
            char c = text.charAt(at);
            if (Character.isLetter(c)) {
                if (!power.find(at)) {
                    return Optional.empty();
                }
                Optional<FluxUnit> unit = unit(power.group(1));
                if (unit.isEmpty()) {
                    return Optional.empty();
                }
                product = product.times(unit.get(), sign * groups.element() * exponent(power));
                sign = 1;
                at = power.end();
                continue;
            }
            switch (c) {
                case '/' -> sign = -1;
                case '(' -> {
                    groups.push(groups.element() * sign);
                    sign = 1;
                }
                case ')' -> {
                    if (groups.size() < 2) {
                        return Optional.empty();
                    }
                    groups.pop();
                }
                case ' ', '.', '*' -> {
                    // a product
                }
                default -> {
                    return Optional.empty();
                }
            }
            at++;
        }
        return Optional.of(product);
    }

    private static int exponent(Matcher power) {
        String given = power.group(2) != null ? power.group(2) : power.group(3);
        return given == null ? 1 : Integer.parseInt(given);
    }

    private FluxUnit times(FluxUnit other, int power) {
        return new FluxUnit(
                scale * Math.pow(other.scale, power),
                energy + power * other.energy,
                time + power * other.time,
                length + power * other.length);
    }

    private static Optional<FluxUnit> unit(String word) {
        FluxUnit whole = UNITS.get(word.toLowerCase(Locale.ROOT));
        if (whole != null) {
            return Optional.of(whole);
        }
        FluxUnit bare = UNITS.get(word.substring(1).toLowerCase(Locale.ROOT));
        // catalogues in capitals mean the millijansky
        Double prefix = word.equals("MJY") ? Double.valueOf(1e-3) : PREFIXES.get(word.charAt(0));
        return bare == null || prefix == null
                ? Optional.empty()
                : Optional.of(ONE.times(bare, 1).scaled(prefix));
    }

    private FluxUnit scaled(double factor) {
        return new FluxUnit(scale * factor, energy, time, length);
    }
}
