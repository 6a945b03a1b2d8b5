package org.volans.adql.internal;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jdt.annotation.Nullable;

/**
 * What is told of a function (ADQL 2.1, sections 2.3 and 4; RegTAP 1.2, section 9.2).
 *
 * @param name      upper case
 * @param signature with its arguments
 * @param result    what it gives, with the unit where it has one
 * @param text      for people
 */
record FunctionHelp(String name, String signature, String result, String text) {

    private static final Map<String, FunctionHelp> ALL = new TreeMap<>();

    static {
        """
        COUNT(*)|integer|Number of rows; COUNT(x) counts the rows that have a value in x.
        SUM(x)|number|Sum of the values.
        AVG(x)|real|Mean of the values.
        MIN(x)|as x|Least value.
        MAX(x)|as x|Greatest value.
        POINT(ra, dec)|point, deg|A position in degrees.
        CIRCLE(ra, dec, radius)|circle, deg|A circle: centre and radius in degrees.
        BOX(ra, dec, width, height)|polygon, deg|A box around a centre, in degrees; deprecated, use POLYGON.
        POLYGON(ra1, dec1, ra2, dec2, ra3, dec3)|polygon, deg|A polygon of three or more vertices in degrees.
        REGION(text)|region|A region from text, such as 'CIRCLE ICRS 240.5 46.8 0.1'.
        CONTAINS(inner, outer)|0 or 1|1 when the first geometry lies within the second: 1 = CONTAINS(...).
        INTERSECTS(a, b)|0 or 1|1 when two geometries overlap: 1 = INTERSECTS(...).
        DISTANCE(point1, point2)|real, deg|Angle between two positions; also of four numbers.
        COORD1(point)|real, deg|First coordinate of a position.
        COORD2(point)|real, deg|Second coordinate of a position.
        AREA(geometry)|real, deg2|Area on the sky in square degrees.
        CENTROID(geometry)|point, deg|Centre of a geometry.
        ABS(x)|as x|Absolute value.
        CEILING(x)|as x|Least whole number not below x.
        FLOOR(x)|as x|Greatest whole number not above x.
        ROUND(x, digits)|real|x rounded to so many decimal digits, 0 when left out.
        TRUNCATE(x, digits)|real|x cut to so many decimal digits, 0 when left out.
        MOD(x, y)|as x|Remainder of x divided by y.
        POWER(x, y)|real|x to the power of y.
        SQRT(x)|real|Square root.
        EXP(x)|real|e to the power of x.
        LOG(x)|real|Natural logarithm.
        LOG10(x)|real|Logarithm to base 10.
        PI()|real|The number pi.
        RAND(seed)|real|A random number between 0 and 1; the seed may be left out.
        DEGREES(x)|real, deg|Radians to degrees.
        RADIANS(x)|real, rad|Degrees to radians.
        SIN(x)|real|Sine of an angle in radians.
        COS(x)|real|Cosine of an angle in radians.
        TAN(x)|real|Tangent of an angle in radians.
        COT(x)|real|Cotangent of an angle in radians.
        ASIN(x)|real, rad|Arc sine.
        ACOS(x)|real, rad|Arc cosine.
        ATAN(x)|real, rad|Arc tangent.
        ATAN2(y, x)|real, rad|Angle of the point (x, y).
        LOWER(text)|text|The text in lower case.
        UPPER(text)|text|The text in upper case.
        COALESCE(a, b)|as a|The first argument that has a value.
        IN_UNIT(x, 'unit')|real|x converted to another unit, such as 'arcsec'.
        CAST(x AS type)|the type|x as another type, such as INTEGER or VARCHAR(20).
        """.lines().map(String::strip).forEach(FunctionHelp::put);
    }

    private static void put(String line) {
        String[] parts = line.split("\\|");
        String name = parts[0].substring(0, parts[0].indexOf('('));
        ALL.put(name, new FunctionHelp(name, parts[0], parts[1], parts[2]));
    }

    /** ADQL's own functions, by name. */
    static Collection<FunctionHelp> all() {
        return ALL.values();
    }

    /** ADQL's own function, else the one that a service declares, else {@code null}. */
    @Nullable
    static FunctionHelp find(String name, Catalog catalog) {
        FunctionHelp own = ALL.get(name.toUpperCase(Locale.ROOT));
        String declared = catalog.functions().get(name);
        return own != null || declared == null ? own : declared(name, declared);
    }

    /** A function as TAPRegExt writes it: {@code name(argument TYPE, …) -> TYPE}, or its name alone. */
    static FunctionHelp declared(String name, String form) {
        int arrow = form.lastIndexOf("->");
        String signature = arrow < 0 ? form : form.substring(0, arrow).strip();
        String result = arrow < 0 ? "" : form.substring(arrow + 2).strip();
        return new FunctionHelp(name, signature, result, "A function of this service.");
    }
}
