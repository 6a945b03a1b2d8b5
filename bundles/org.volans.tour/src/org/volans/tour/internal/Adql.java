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

    /** A condition that is met near any of the positions, for services that take no uploads. */
    static String nearAny(String ra, String dec, List<Position> positions, double radius) {
        return positions.stream()
                .map(p -> "1=CONTAINS(POINT('ICRS', %s, %s), CIRCLE('ICRS', %s, %s, %s))"
                        .formatted(ra, dec, degrees(p.ra()), degrees(p.dec()), degrees(radius)))
                .collect(Collectors.joining("\n   OR "));
    }
}
