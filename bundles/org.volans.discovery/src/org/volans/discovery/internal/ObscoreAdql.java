package org.volans.discovery.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.volans.api.discovery.DiscoveryRequest;
import org.volans.api.geometry.Position;

/**
 * The questions to an ObsCore table, in ADQL that 2.0 services understand. {@code o.*} because services lack columns
 * and would refuse the whole query for one of them.
 */
final class ObscoreAdql {

    /** The uploaded positions: {@code position_index}, {@code ra}, {@code dec}. */
    static final String UPLOAD = "pos";

    private final double radius;
    private final String type;

    ObscoreAdql(DiscoveryRequest request) {
        radius = request.radius();
        type = request.productType().isBlank()
                ? ""
                : "o.dataproduct_type = '" + request.productType().strip().replace("'", "''") + "'";
    }

    /** Pairs of uploaded positions and data sets whose region covers them. */
    String uploadRegion() {
        return join(region("p.ra", "p.dec"), type);
    }

    /** The same for data sets that have no region, by their middle and size. */
    String uploadFov() {
        return join(fov("p.ra", "p.dec"), and("o.s_region IS NULL", type));
    }

    /** Data sets whose region covers any of the positions. */
    String region(List<Position> positions) {
        return select("*", and(any(positions, p -> region(number(p.ra()), number(p.dec()))), type));
    }

    /** Data sets near any of the positions by their middle and size; all, or those without a region. */
    String fov(List<Position> positions, boolean all) {
        String near = any(positions, p -> fov(number(p.ra()), number(p.dec())));
        return select("*", and(all ? near : and(near, "o.s_region IS NULL"), type));
    }

    /** A row when there are data sets without a region. */
    String withoutRegion() {
        return select("TOP 1 o.s_fov", and("o.s_region IS NULL AND o.s_fov > 0", type));
    }

    private static String join(String on, String where) {
        return "SELECT p.position_index, o.* FROM ivoa.obscore AS o JOIN TAP_UPLOAD." + UPLOAD + " AS p ON (" + on + ")"
                + (where.isEmpty() ? "" : " WHERE " + where);
    }

    private static String select(String what, String where) {
        return "SELECT " + what + " FROM ivoa.obscore AS o WHERE " + where;
    }

    private static String and(String a, String b) {
        return b.isEmpty() ? a : a + " AND " + b;
    }

    private static String any(List<Position> positions, Function<Position, String> condition) {
        return positions.stream().map(condition).collect(Collectors.joining(" OR ", "(", ")"));
    }

    private String region(String ra, String dec) {
        return radius > 0
                ? "1=INTERSECTS(CIRCLE('ICRS'," + ra + "," + dec + "," + number(radius) + "),o.s_region)"
                : "1=CONTAINS(POINT('ICRS'," + ra + "," + dec + "),o.s_region)";
    }

    private String fov(String ra, String dec) {
        return "DISTANCE(POINT('ICRS',o.s_ra,o.s_dec),POINT('ICRS'," + ra + "," + dec + ")) <= o.s_fov/2"
                + (radius > 0 ? " + " + number(radius) : "");
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value).toPlainString();
    }
}
