package org.volans.sky.internal.links;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.volans.api.geometry.Interval;
import org.volans.api.geometry.Region;
import org.volans.sky.internal.Parameters;
import org.volans.sky.internal.links.Selection.Wanted;

/**
 * The conditions of an image search (SIA 2.0, section 2.1) on rows of ObsCore. Values of one parameter are alternatives;
 * parameters narrow each other down.
 */
final class Sia2Query {

    /** Parameters that an interval of a row's two columns must overlap. */
    private static final Map<String, List<String>> OVERLAPS =
            Map.of("BAND", List.of("em_min", "em_max"), "TIME", List.of("t_min", "t_max"));

    /** Parameters whose interval a row's column must lie in. */
    private static final Map<String, String> WITHIN = Map.of(
            "FOV", "s_fov",
            "SPATRES", "s_resolution",
            "SPECRP", "em_res_power",
            "EXPTIME", "t_exptime",
            "TIMERES", "t_resolution");

    /** Parameters that a row's column must equal, without regard to case. */
    private static final Map<String, String> EQUALS = Map.of(
            "ID", "obs_publisher_did",
            "COLLECTION", "obs_collection",
            "FACILITY", "facility_name",
            "INSTRUMENT", "instrument_name",
            "DPTYPE", "dataproduct_type",
            "CALIB", "calib_level",
            "TARGET", "target_name",
            "FORMAT", "access_format");

    private final Selection rows;
    private final Parameters parameters;
    private final List<Wanted> conditions = new ArrayList<>();

    private Sia2Query(Selection rows, Parameters parameters) {
        this.rows = rows;
        this.parameters = parameters;
    }

    /** @throws UsageException when a value cannot be read */
    static List<Wanted> conditions(Selection rows, Parameters parameters) throws UsageException {
        Sia2Query query = new Sia2Query(rows, parameters);
        query.conditions.add(row -> List.of("image", "cube").contains(rows.text(row, "dataproduct_type")));
        query.positions();
        for (String name : OVERLAPS.keySet()) {
            query.overlap(name);
        }
        for (String name : WITHIN.keySet()) {
            query.within(name);
        }
        for (Map.Entry<String, String> equal : EQUALS.entrySet()) {
            query.any(
                    equal.getKey(),
                    value -> row -> rows.text(row, equal.getValue()).equalsIgnoreCase(value));
        }
        query.any(
                "POL",
                state -> row -> rows.text(row, "pol_states").contains("/" + state.toUpperCase(Locale.ROOT) + "/"));
        return query.conditions;
    }

    private void positions() throws UsageException {
        List<Wanted> alternatives = new ArrayList<>();
        for (String value : values("POS")) {
            Region region = Values.pos("POS", value);
            alternatives.add(row -> Region.parse(rows.text(row, "s_region")).intersects(region));
        }
        anyOf(alternatives);
    }

    private void overlap(String name) throws UsageException {
        List<String> columns = OVERLAPS.getOrDefault(name, List.of());
        List<Wanted> alternatives = new ArrayList<>();
        for (String value : values(name)) {
            Interval wanted = Values.interval(name, value);
            alternatives.add(row -> {
                double low = rows.number(row, columns.get(0));
                double high = rows.number(row, columns.get(1));
                return low <= high && wanted.intersects(new Interval(low, high));
            });
        }
        anyOf(alternatives);
    }

    private void within(String name) throws UsageException {
        String column = WITHIN.getOrDefault(name, "");
        List<Wanted> alternatives = new ArrayList<>();
        for (String value : values(name)) {
            Interval wanted = Values.interval(name, value);
            alternatives.add(row -> {
                double number = rows.number(row, column);
                return number >= wanted.low() && number <= wanted.high();
            });
        }
        anyOf(alternatives);
    }

    private void any(String name, Function<String, Wanted> condition) {
        anyOf(values(name).stream().map(condition).toList());
    }

    private void anyOf(List<Wanted> alternatives) {
        if (!alternatives.isEmpty()) {
            conditions.add(row -> alternatives.stream().anyMatch(a -> a.row(row)));
        }
    }

    private List<String> values(String name) {
        return parameters.all(name).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }
}
