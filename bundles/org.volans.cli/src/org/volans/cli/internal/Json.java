package org.volans.cli.internal;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.table.TableMeta;
import org.volans.api.ucd.Ucd;
import uk.ac.starlink.table.RowSequence;
import uk.ac.starlink.table.StarTable;

/**
 * Values of the API as JSON: records by their components ({@code accessUrl} is {@code access_url}), tables as columns and data,
 * durations in seconds.
 */
final class Json {

    private Json() {}

    static String text(Object value) {
        return plain().setPrettyPrinting().create().toJson(tree(value));
    }

    /** The same without line breaks. */
    static String line(Object value) {
        return plain().create().toJson(tree(value));
    }

    /** The same in ASCII alone. */
    static String escaped(String json) {
        StringBuilder ascii = new StringBuilder();
        json.chars().forEach(c -> ascii.append(c < 0x80 ? Character.toString(c) : String.format("\\u%04x", c)));
        return ascii.toString();
    }

    private static GsonBuilder plain() {
        return new GsonBuilder().serializeNulls().disableHtmlEscaping();
    }

    static JsonElement tree(@Nullable Object value) {
        return switch (value) {
            case null -> JsonNull.INSTANCE;
            case Optional<?> optional -> tree(optional.orElse(null));
            case OptionalLong optional -> optional.isPresent() ? tree(optional.getAsLong()) : JsonNull.INSTANCE;
            case OptionalInt optional -> optional.isPresent() ? tree(optional.getAsInt()) : JsonNull.INSTANCE;
            case Double number -> Double.isFinite(number) ? new JsonPrimitive(number) : JsonNull.INSTANCE;
            case Float number -> Float.isFinite(number) ? new JsonPrimitive(number) : JsonNull.INSTANCE;
            case Number number -> new JsonPrimitive(number);
            case Boolean truth -> new JsonPrimitive(truth);
            case Duration duration -> new JsonPrimitive(duration.toMillis() / 1000.0);
            case Ucd ucd -> new JsonPrimitive(ucd.toString());
            case Map<?, ?> map -> object(map);
            case StarTable table -> table(table);
            case java.nio.file.Path path -> new JsonPrimitive(path.toString()); // a Path is Iterable, too
            case Iterable<?> items -> array(items);
            case TableMeta meta -> described(meta);
            case Record fields -> record(fields);
            default -> value.getClass().isArray() ? arrayOf(value) : new JsonPrimitive(value.toString());
        };
    }

    private static JsonObject object(Map<?, ?> map) {
        JsonObject object = new JsonObject();
        map.forEach((key, item) -> object.add(String.valueOf(key), tree(item)));
        return object;
    }

    private static JsonArray array(Iterable<?> items) {
        JsonArray array = new JsonArray();
        items.forEach(item -> array.add(tree(item)));
        return array;
    }

    private static JsonArray arrayOf(Object items) {
        JsonArray array = new JsonArray();
        for (int i = 0; i < Array.getLength(items); i++) {
            array.add(tree(Array.get(items, i)));
        }
        return array;
    }

    private static JsonObject record(Record fields) {
        JsonObject object = new JsonObject();
        for (RecordComponent component : fields.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                object.add(
                        snakeCase(component.getName()),
                        tree(component.getAccessor().invoke(fields)));
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("cannot read " + component, e);
            }
        }
        return object;
    }

    /** Nothing is {@code null} here, also where the API's number of rows has another word for it. */
    private static JsonObject described(TableMeta meta) {
        JsonObject object = record(meta);
        if (meta.rows() < 0) {
            object.add("rows", JsonNull.INSTANCE);
        }
        return object;
    }

    /** As the columns of the VO's own tables are written. */
    private static String snakeCase(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    private static JsonObject table(StarTable table) {
        JsonArray columns = new JsonArray();
        for (int i = 0; i < table.getColumnCount(); i++) {
            columns.add(record(org.volans.api.table.ColumnMeta.of(table.getColumnInfo(i))));
        }
        JsonArray rows = new JsonArray();
        try (RowSequence sequence = table.getRowSequence()) {
            while (sequence.next()) {
                rows.add(arrayOf(sequence.getRow()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the table: " + e.getMessage(), e);
        }
        JsonObject object = new JsonObject();
        object.add("columns", columns);
        object.add("data", rows);
        return object;
    }
}
