package org.volans.engine.internal;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.ToDoubleFunction;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBScalarFunction;
import org.duckdb.DuckDBScalarFunctionBuilder;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.geometry.Position;

/** The functions {@code adql_*} that translated queries call: macros where SQL will do, Java where shapes are read. */
final class EngineFunctions {

    private static final List<String> MACROS = List.of(
            // sine of half the distance
            """
            adql_haversine(lon1, lat1, lon2, lat2) AS sqrt(pow(sin(radians(lat1 - lat2) / 2), 2)
                + cos(radians(lat1)) * cos(radians(lat2)) * pow(sin(radians(lon1 - lon2) / 2), 2))""",
            // Vincenty's formula: as good at 180 degrees as at 0
            """
            adql_distance(lon1, lat1, lon2, lat2) AS degrees(atan2(
                sqrt(pow(cos(radians(lat2)) * sin(radians(lon2 - lon1)), 2)
                    + pow(cos(radians(lat1)) * sin(radians(lat2))
                        - sin(radians(lat1)) * cos(radians(lat2)) * cos(radians(lon2 - lon1)), 2)),
                sin(radians(lat1)) * sin(radians(lat2))
                    + cos(radians(lat1)) * cos(radians(lat2)) * cos(radians(lon2 - lon1))))""",
            "adql_truncate(x, n) AS trunc(CAST(x AS DOUBLE) * pow(10, n)) / pow(10, n)",
            """
            adql_hasword(hay, needle) AS list_has_all(string_split_regex(lower(hay), '[^\\pL\\pN]+'),
                list_filter(string_split_regex(lower(needle), '[^\\pL\\pN]+'), lambda word: word <> ''))""",
            """
            adql_shape(numbers) AS CASE len(numbers) WHEN 2 THEN 'POINT ' WHEN 3 THEN 'CIRCLE ' ELSE 'POLYGON ' END
                || array_to_string(numbers, ' ')""",
            "adql_array(shape) AS CAST(string_split(adql_numbers(shape), ' ') AS DOUBLE[])");

    private EngineFunctions() {}

    static void register(DuckDBConnection connection) throws SQLException {
        relation(connection, "adql_contains", (inner, outer) -> outer.contains(inner));
        relation(connection, "adql_intersects", SkyShape::intersects);
        measure(connection, "adql_area", SkyShape::area);
        measure(connection, "adql_coord1", s -> s instanceof SkyPoint(Position p) ? p.ra() : Double.NaN);
        measure(connection, "adql_coord2", s -> s instanceof SkyPoint(Position p) ? p.dec() : Double.NaN);
        measure(connection, "adql_centroid1", s -> s.centroid().ra());
        measure(connection, "adql_centroid2", s -> s.centroid().dec());
        containsPoint(connection);
        numbers(connection);
        healPix(connection);
        try (Statement statement = connection.createStatement()) {
            for (String macro : MACROS) {
                statement.execute("CREATE MACRO " + macro);
            }
        }
    }

    private static void register(
            DuckDBConnection connection,
            String name,
            DuckDBColumnType result,
            DuckDBScalarFunction function,
            DuckDBColumnType... parameters)
            throws SQLException {
        try (DuckDBScalarFunctionBuilder builder = DuckDBFunctions.scalarFunction()) {
            builder.withName(name)
                    .withParameters(parameters)
                    .withReturnType(result)
                    .withVectorizedFunction(function)
                    .register(connection);
        }
    }

    private static void relation(DuckDBConnection connection, String name, BiPredicate<SkyShape, SkyShape> relation)
            throws SQLException {
        DuckDBScalarFunction function = (in, out) -> {
            ShapeCache cache = new ShapeCache();
            for (long row = 0; row < in.rowCount(); row++) {
                SkyShape a = cache.shape(text(in, 0, row));
                SkyShape b = cache.shape(text(in, 1, row));
                if (a == null || b == null) {
                    out.setNull(row);
                } else {
                    out.setBoolean(row, relation.test(a, b));
                }
            }
        };
        register(
                connection,
                name,
                DuckDBColumnType.BOOLEAN,
                function,
                DuckDBColumnType.VARCHAR,
                DuckDBColumnType.VARCHAR);
    }

    private static void measure(DuckDBConnection connection, String name, ToDoubleFunction<SkyShape> measure)
            throws SQLException {
        DuckDBScalarFunction function = (in, out) -> {
            ShapeCache cache = new ShapeCache();
            for (long row = 0; row < in.rowCount(); row++) {
                SkyShape shape = cache.shape(text(in, 0, row));
                double value = shape == null ? Double.NaN : measure.applyAsDouble(shape);
                if (Double.isNaN(value)) {
                    out.setNull(row);
                } else {
                    out.setDouble(row, value);
                }
            }
        };
        register(connection, name, DuckDBColumnType.DOUBLE, function, DuckDBColumnType.VARCHAR);
    }

    private static void containsPoint(DuckDBConnection connection) throws SQLException {
        DuckDBScalarFunction function = (in, out) -> {
            ShapeCache cache = new ShapeCache();
            for (long row = 0; row < in.rowCount(); row++) {
                SkyShape shape = cache.shape(text(in, 2, row));
                if (shape == null || in.vector(0).isNull(row) || in.vector(1).isNull(row)) {
                    out.setNull(row);
                } else {
                    out.setBoolean(
                            row,
                            shape.contains(
                                    in.vector(0).getDouble(row), in.vector(1).getDouble(row)));
                }
            }
        };
        register(
                connection,
                "adql_contains_point",
                DuckDBColumnType.BOOLEAN,
                function,
                DuckDBColumnType.DOUBLE,
                DuckDBColumnType.DOUBLE,
                DuckDBColumnType.VARCHAR);
    }

    private static void numbers(DuckDBConnection connection) throws SQLException {
        DuckDBScalarFunction function = (in, out) -> {
            ShapeCache cache = new ShapeCache();
            for (long row = 0; row < in.rowCount(); row++) {
                SkyShape shape = cache.shape(text(in, 0, row));
                if (shape == null) {
                    out.setNull(row);
                } else {
                    out.setString(row, shape.numbers());
                }
            }
        };
        register(connection, "adql_numbers", DuckDBColumnType.VARCHAR, function, DuckDBColumnType.VARCHAR);
    }

    private static void healPix(DuckDBConnection connection) throws SQLException {
        DuckDBScalarFunction function = (in, out) -> {
            for (long row = 0; row < in.rowCount(); row++) {
                boolean missing = in.vector(0).isNull(row)
                        || in.vector(1).isNull(row)
                        || in.vector(2).isNull(row);
                int order = missing ? -1 : in.vector(0).getInt(row);
                double dec = missing ? 0 : in.vector(2).getDouble(row);
                if (order < 0 || order > HealPix.MAX_ORDER || Math.abs(dec) > 90) {
                    out.setNull(row);
                } else {
                    out.setLong(row, HealPix.cell(order, in.vector(1).getDouble(row), dec));
                }
            }
        };
        register(
                connection,
                "adql_healpix",
                DuckDBColumnType.BIGINT,
                function,
                DuckDBColumnType.INTEGER,
                DuckDBColumnType.DOUBLE,
                DuckDBColumnType.DOUBLE);
    }

    private static @Nullable String text(DuckDBDataChunkReader in, int column, long row) {
        return in.vector(column).isNull(row) ? null : in.vector(column).getString(row);
    }
}
