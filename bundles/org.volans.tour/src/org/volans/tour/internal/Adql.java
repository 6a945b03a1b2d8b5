package org.volans.tour.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Collectors;
import org.volans.api.geometry.Position;

/** Pieces of ADQL. */
final class Adql {

    private Adql() {}

    /** A number as every ADQL parser reads it: no exponent. */
    static String degrees(double value) {
        return new BigDecimal(value)
                .round(new MathContext(15))
                .stripTrailingZeros()
                .toPlainString();
    }

    /** A small angle as a person writes it: {@code 2/3600.0} for two arcseconds. Takes and means degrees. */
    static String arcseconds(double degrees) {
        BigDecimal seconds = new BigDecimal(degrees * 3600).round(new MathContext(12));
        return seconds.stripTrailingZeros().toPlainString() + "/3600.0";
    }

    /** A condition that is met near any of the positions, for services that take no uploads. */
    static String nearAny(String ra, String dec, List<Position> positions, double radius) {
        return positions.stream()
                .map(p -> "1=CONTAINS(POINT('ICRS', %s, %s), CIRCLE('ICRS', %s, %s, %s))"
                        .formatted(ra, dec, degrees(p.ra()), degrees(p.dec()), degrees(radius)))
                .collect(Collectors.joining("\n   OR "));
    }
}
