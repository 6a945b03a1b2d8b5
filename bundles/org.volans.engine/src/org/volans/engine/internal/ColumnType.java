package org.volans.engine.internal;

import java.lang.reflect.Array;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.eclipse.jdt.annotation.Nullable;

/** How the engine holds the content classes of STIL. */
enum ColumnType {
    BOOLEAN(Boolean.class, "BOOLEAN", "boolean"),
    BYTE(Byte.class, "TINYINT", "short"),
    SHORT(Short.class, "SMALLINT", "short"),
    INT(Integer.class, "INTEGER", "int"),
    LONG(Long.class, "BIGINT", "long"),
    FLOAT(Float.class, "FLOAT", "float"),
    DOUBLE(Double.class, "DOUBLE", "double"),
    BOOLEANS(boolean[].class, "BOOLEAN[]", "boolean(*)"),
    BYTES(byte[].class, "TINYINT[]", "short(*)"),
    SHORTS(short[].class, "SMALLINT[]", "short(*)"),
    INTS(int[].class, "INTEGER[]", "int(*)"),
    LONGS(long[].class, "BIGINT[]", "long(*)"),
    FLOATS(float[].class, "FLOAT[]", "float(*)"),
    DOUBLES(double[].class, "DOUBLE[]", "double(*)"),
    TEXTS(String[].class, "VARCHAR[]", "char(*)"),
    TEXT(String.class, "VARCHAR", "char(*)");

    private final Class<?> content;
    final String sql;
    final String datatype;

    ColumnType(Class<?> content, String sql, String datatype) {
        this.content = content;
        this.sql = sql;
        this.datatype = datatype;
    }

    /** What has no type of its own is held as its text. */
    static ColumnType of(Class<?> content) {
        for (ColumnType type : values()) {
            if (type.content == content) {
                return type;
            }
        }
        return TEXT;
    }

    /** NaN goes in as NULL: in the tables of the VO it means "no value", in the engine it is the greatest number. */
    void append(DuckDBAppender appender, @Nullable Object value) throws SQLException {
        if (value == null || !content.isInstance(value) && this != TEXT) {
            appender.appendNull();
            return;
        }
        switch (this) {
            case BOOLEAN -> appender.append(((Boolean) value).booleanValue());
            case BYTE -> appender.append(((Byte) value).byteValue());
            case SHORT -> appender.append(((Short) value).shortValue());
            case INT -> appender.append(((Integer) value).intValue());
            case LONG -> appender.append(((Long) value).longValue());
            case FLOAT -> appendFloat(appender, (Float) value);
            case DOUBLE -> appendDouble(appender, (Double) value);
            case TEXT -> appendText(appender, value);
            default -> appender.append(elements(value));
        }
    }

    private static void appendFloat(DuckDBAppender appender, Float value) throws SQLException {
        if (value.isNaN()) {
            appender.appendNull();
        } else {
            appender.append(value.floatValue());
        }
    }

    private static void appendDouble(DuckDBAppender appender, Double value) throws SQLException {
        if (value.isNaN()) {
            appender.appendNull();
        } else {
            appender.append(value.doubleValue());
        }
    }

    /** STIL's readers give the empty text where a cell is empty. */
    private static void appendText(DuckDBAppender appender, Object value) throws SQLException {
        String text = value.toString();
        if (text.isEmpty()) {
            appender.appendNull();
        } else {
            appender.append(text.replace("\0", ""));
        }
    }

    private static List<@Nullable Object> elements(Object array) {
        int length = Array.getLength(array);
        List<@Nullable Object> elements = new ArrayList<>(length);
        for (int i = 0; i < length; i++) {
            elements.add(Array.get(array, i));
        }
        return elements;
    }
}
