package org.volans.api.datalink;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.geometry.Circle;
import org.volans.api.geometry.Interval;
import org.volans.api.geometry.Polygon;
import org.volans.api.geometry.Position;
import org.volans.api.geometry.Region;
import uk.ac.starlink.votable.datalink.ServiceDescriptor;
import uk.ac.starlink.votable.datalink.ServiceParam;

/**
 * An input parameter of a service as its descriptor describes it (DataLink 1.1, section 4.1; SODA 1.0, section 4; limits
 * as DALI 1.1, section 3.3 has them). Texts are empty, never {@code null}, where the descriptor says nothing.
 *
 * @param name        as the descriptor spells it
 * @param description for people
 * @param ucd         its UCD
 * @param unit        VOUnits text
 * @param xtype       {@code circle}, {@code polygon}, {@code interval}, …
 * @param datatype    VOTable datatype
 * @param arraysize   VOTable arraysize: {@code 2}, {@code *}
 * @param value       the fixed or default value
 * @param ref         reference to the column that gives the value of each row
 * @param min         least value, as written
 * @param max         largest value, as written; of a shape the largest shape that makes sense
 * @param options     the values that are allowed; empty when any is
 */
public record ServiceInput(
        String name,
        String description,
        String ucd,
        String unit,
        String xtype,
        String datatype,
        String arraysize,
        String value,
        String ref,
        String min,
        String max,
        List<String> options) {

    /** What a form offers for it. */
    public enum Kind {
        /** The caller has nothing to say: it has one value, or a column gives it. */
        FIXED,
        /** Right ascension, declination, radius in degrees, ICRS. */
        CIRCLE,
        /** Vertices in degrees, ICRS. */
        POLYGON,
        /** Any shape with its name in front (SODA 1.0, section 3.3.1). */
        POS,
        /** Wavelengths. */
        BAND,
        /** Times, MJD. */
        TIME,
        /** Polarisation states. */
        POL,
        /** Two numbers. */
        INTERVAL,
        /** One number. */
        NUMBER,
        /** One of {@link ServiceInput#options()}. */
        CHOICE,
        /** Anything else. */
        TEXT
    }

    private static final List<String> NUMBERS = List.of("short", "int", "long", "float", "double", "unsignedByte");

    public ServiceInput {
        options = List.copyOf(options);
    }

    /** The inputs of a service in the order of its descriptor; those without a name are left out. */
    public static List<ServiceInput> of(ServiceDescriptor descriptor) {
        return Arrays.stream(descriptor.getInputParams())
                .map(ServiceInput::of)
                .filter(input -> !input.name().isEmpty())
                .toList();
    }

    /** One input. */
    public static ServiceInput of(ServiceParam param) {
        @Nullable String @Nullable [] ends = param.getMinMax();
        @Nullable String @Nullable [] options = param.getOptions();
        return new ServiceInput(
                text(param.getName()),
                text(param.getDescription()),
                text(param.getUcd()),
                text(param.getUnit()),
                text(param.getXtype()),
                text(param.getDatatype()),
                size(param.getArraysize()),
                text(param.getValue()),
                text(param.getRef()),
                ends != null && ends.length > 0 ? text(ends[0]) : "",
                ends != null && ends.length > 1 ? text(ends[1]) : "",
                options == null
                        ? List.of()
                        : Arrays.stream(options)
                                .map(ServiceInput::text)
                                .filter(o -> !o.isEmpty())
                                .toList());
    }

    /** What kind of value it takes. */
    public Kind kind() {
        String upper = name.toUpperCase(Locale.ROOT);
        if (!ref.isEmpty() || !value.isEmpty() && options.isEmpty() || upper.equals("ID")) {
            return Kind.FIXED;
        }
        return switch (upper) {
            case "CIRCLE", "POLYGON", "POS", "BAND", "TIME", "POL" -> Kind.valueOf(upper);
            default -> byType();
        };
    }

    private Kind byType() {
        if (!options.isEmpty()) {
            return Kind.CHOICE;
        }
        boolean number = NUMBERS.contains(datatype);
        boolean two = arraysize.equals("2");
        if (xtype.equalsIgnoreCase("circle")) {
            return Kind.CIRCLE;
        }
        if (xtype.equalsIgnoreCase("polygon")) {
            return Kind.POLYGON;
        }
        if (xtype.equalsIgnoreCase("interval") || number && two) {
            return Kind.INTERVAL;
        }
        return number && (arraysize.isEmpty() || arraysize.equals("1")) ? Kind.NUMBER : Kind.TEXT;
    }

    /**
     * The values that make sense, in {@link #unit()}: from a lower and an upper limit, or from a largest interval (DALI
     * 1.1, section 3.3.4). Ends that are not given are infinite.
     *
     * @return empty when the descriptor gives no limit, or one that cannot be read
     */
    public Optional<Interval> limits() {
        try {
            if (max.strip().contains(" ")) {
                return Optional.of(Interval.parse(max)).filter(ServiceInput::says);
            }
            return Optional.of(Interval.parse(min + "," + max)).filter(ServiceInput::says);
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a hint that cannot be read is no hint; the service will decide
        }
    }

    private static boolean says(Interval limits) {
        return Double.isFinite(limits.low()) || Double.isFinite(limits.high());
    }

    /** The largest shape that makes sense: what the data set covers. */
    public Optional<Region> coverage() {
        double[] numbers = numbers(max);
        try {
            return switch (kind()) {
                case CIRCLE ->
                    numbers.length == 3
                            ? Optional.of(new Circle(new Position(numbers[0], numbers[1]), numbers[2]))
                            : Optional.empty();
                case POLYGON ->
                    numbers.length >= 6 && numbers.length % 2 == 0
                            ? Optional.of(new Polygon(vertices(numbers)))
                            : Optional.empty();
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // as for limits
        }
    }

    /**
     * What is wrong with a value for a number or an interval, in a few words for the user.
     *
     * @param text as typed; blank for none
     * @return empty when nothing is
     */
    public Optional<String> complaint(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            Interval given = kind() == Kind.NUMBER ? number(text) : Interval.parse(text);
            Optional<Interval> limits = limits();
            boolean inside = limits.isEmpty()
                    || (kind() == Kind.NUMBER
                            ? limits.get().low() <= given.low()
                                    && given.high() <= limits.get().high()
                            : limits.get().intersects(given));
            return inside ? Optional.empty() : Optional.of("the service takes " + range(limits.get()));
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private String range(Interval limits) {
        String words = Double.isInfinite(limits.high())
                ? limits.low() + " or more"
                : Double.isInfinite(limits.low()) ? limits.high() + " or less" : limits.low() + " to " + limits.high();
        return unit.isEmpty() ? words : words + " " + unit;
    }

    private static Interval number(String text) {
        OptionalDouble number = parse(text.strip());
        if (number.isEmpty() || !Double.isFinite(number.getAsDouble())) {
            throw new IllegalArgumentException("'" + text.strip() + "' is not a number");
        }
        return new Interval(number.getAsDouble(), number.getAsDouble());
    }

    private static OptionalDouble parse(String text) {
        try {
            return OptionalDouble.of(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.strip().split("[\\s,]+"))
                .map(ServiceInput::parse)
                .mapToDouble(n -> n.orElse(Double.NaN))
                .toArray();
    }

    private static List<Position> vertices(double[] numbers) {
        List<Position> vertices = new java.util.ArrayList<>();
        for (int i = 0; i < numbers.length; i += 2) {
            vertices.add(new Position(numbers[i], numbers[i + 1]));
        }
        return vertices;
    }

    private static String size(int @Nullable [] dimensions) {
        return dimensions == null
                ? ""
                : Arrays.stream(dimensions)
                        .mapToObj(d -> d < 0 ? "*" : Integer.toString(d))
                        .collect(Collectors.joining("x"));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
