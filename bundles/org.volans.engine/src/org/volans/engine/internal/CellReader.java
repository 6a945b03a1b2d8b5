package org.volans.engine.internal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Reads a column of a result.
 *
 * @param content the class of its values
 * @param xtype   DALI's, or empty
 * @param cell    reads one
 */
record CellReader(Class<?> content, String xtype, Cell cell) {

    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS");

    /** One cell of the current row. */
    @FunctionalInterface
    interface Cell {

        @Nullable
        Object of(ResultSet rows, int column) throws SQLException;
    }

    /** For the columns of a result, in order. */
    static CellReader[] of(ResultSetMetaData meta) throws SQLException {
        CellReader[] readers = new CellReader[meta.getColumnCount()];
        for (int i = 0; i < readers.length; i++) {
            readers[i] = of(meta.getColumnTypeName(i + 1));
        }
        return readers;
    }

    /** The current row. */
    static @Nullable Object[] row(ResultSet rows, CellReader... readers) throws SQLException {
        @Nullable Object[] row = new @Nullable Object[readers.length];
        for (int i = 0; i < readers.length; i++) {
            row[i] = readers[i].cell().of(rows, i + 1);
        }
        return row;
    }

    /** NULL in a column of reals becomes NaN, as VOTable has it (VOTable 1.5, section 6). */
    static CellReader of(String type) {
        if (type.endsWith("]")) {
            return array(type.substring(0, type.indexOf('[')));
        }
        String base = type.indexOf('(') < 0 ? type : type.substring(0, type.indexOf('('));
        return switch (base) {
            case "BOOLEAN" -> plain(Boolean.class, (r, i) -> unless(r, r.getBoolean(i)));
            case "TINYINT", "SMALLINT", "UTINYINT" -> plain(Short.class, (r, i) -> unless(r, r.getShort(i)));
            case "INTEGER", "USMALLINT" -> plain(Integer.class, (r, i) -> unless(r, r.getInt(i)));
            case "BIGINT", "UINTEGER" -> plain(Long.class, (r, i) -> unless(r, r.getLong(i)));
            case "FLOAT" -> plain(Float.class, CellReader::single);
            case "DOUBLE", "DECIMAL", "HUGEINT", "UBIGINT", "UHUGEINT" -> plain(Double.class, CellReader::real);
            case "TIMESTAMP", "TIMESTAMP WITH TIME ZONE", "DATE" ->
                new CellReader(String.class, "timestamp", CellReader::time);
            default -> plain(String.class, CellReader::text);
        };
    }

    private static CellReader plain(Class<?> content, Cell cell) {
        return new CellReader(content, "", cell);
    }

    private static @Nullable Object unless(ResultSet rows, Object value) throws SQLException {
        return rows.wasNull() ? null : value;
    }

    private static Object single(ResultSet rows, int column) throws SQLException {
        float value = rows.getFloat(column);
        return rows.wasNull() ? Float.NaN : value;
    }

    private static Object real(ResultSet rows, int column) throws SQLException {
        Object value = rows.getObject(column);
        return value instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    private static @Nullable Object text(ResultSet rows, int column) throws SQLException {
        Object value = rows.getObject(column);
        return value == null ? null : value.toString();
    }

    private static @Nullable Object time(ResultSet rows, int column) throws SQLException {
        Object value = rows.getObject(column);
        return switch (value) {
            case null -> null;
            case java.sql.Timestamp timestamp -> ISO.format(timestamp.toLocalDateTime());
            case LocalDateTime timestamp -> ISO.format(timestamp);
            case OffsetDateTime timestamp -> ISO.format(timestamp.withOffsetSameInstant(ZoneOffset.UTC));
            case LocalDate date -> date.toString();
            default -> value.toString();
        };
    }

    private static CellReader array(String element) {
        Class<?> type = switch (element) {
            case "BOOLEAN" -> boolean.class;
            case "TINYINT", "SMALLINT" -> short.class;
            case "INTEGER" -> int.class;
            case "BIGINT" -> long.class;
            case "FLOAT" -> float.class;
            case "VARCHAR" -> String.class;
            default -> double.class;
        };
        return plain(type.arrayType(), (rows, i) -> elements(rows, i, type));
    }

    private static @Nullable Object elements(ResultSet rows, int column, Class<?> type) throws SQLException {
        if (!(rows.getObject(column) instanceof Array list)) {
            return null;
        }
        Object[] values = (Object[]) list.getArray();
        Object array = java.lang.reflect.Array.newInstance(type, values.length);
        for (int i = 0; i < values.length; i++) {
            Object value = values[i] == null ? missing(type) : narrow(values[i], type);
            if (value != null) {
                java.lang.reflect.Array.set(array, i, value);
            }
        }
        return array;
    }

    private static @Nullable Object missing(Class<?> type) {
        if (type == double.class) {
            return Double.NaN;
        }
        return type == float.class ? (Object) Float.NaN : null;
    }

    private static Object narrow(Object value, Class<?> type) {
        if (type == String.class) {
            return value.toString();
        }
        if (!(value instanceof Number number)) {
            return value;
        }
        return type == short.class ? number.shortValue() : type == double.class ? number.doubleValue() : value;
    }
}
