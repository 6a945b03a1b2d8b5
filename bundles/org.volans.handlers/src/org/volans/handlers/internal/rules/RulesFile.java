package org.volans.handlers.internal.rules;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.InputException;
import org.volans.api.handler.HandlerRule;
import org.volans.api.io.WholeFile;

/** {@code handlers.json}: a version and a list of rules. */
public final class RulesFile {

    private static final int VERSION = 1;
    private static final long LARGEST = 10_000_000;
    private static final Set<String> TOP = Set.of("version", "rules");
    private static final Set<String> RULE = Set.of("handler", "event", "from", "tables", "enabled", "settings");

    private static final Gson GSON = new GsonBuilder()
            .setPrettyPrinting()
            .disableHtmlEscaping()
            .setStrictness(Strictness.STRICT)
            .create();

    private final Path file;

    /** @param file to read or write */
    public RulesFile(Path file) {
        this.file = file;
    }

    /** @throws InputException when it cannot be read or is wrong: names line or rule */
    public List<HandlerRule> read() throws InputException {
        try {
            if (!Files.isRegularFile(file)) {
                throw fault(Files.exists(file) ? "it is not a file" : "it does not exist", null);
            }
            if (Files.size(file) > LARGEST) {
                throw fault("it is far too large for a file of rules", null);
            }
            return rules(GSON.fromJson(Files.readString(file), JsonElement.class));
        } catch (JsonParseException e) {
            throw fault("it is no JSON: " + words(e), e);
        } catch (CharacterCodingException e) {
            throw fault("it is no text in UTF-8", e);
        } catch (IOException e) {
            throw fault(WholeFile.reason(e), e);
        }
    }

    /** Writes; the file appears whole or not at all. */
    public void write(List<HandlerRule> rules) throws InputException {
        JsonArray array = new JsonArray();
        rules.forEach(rule -> array.add(json(rule)));
        JsonObject top = new JsonObject();
        top.addProperty("version", VERSION);
        top.add("rules", array);
        String text = GSON.toJson(top) + "\n";
        WholeFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static JsonObject json(HandlerRule rule) {
        JsonObject json = new JsonObject();
        json.addProperty("handler", rule.handler());
        json.addProperty("event", rule.event());
        json.addProperty("from", rule.from());
        json.addProperty("tables", rule.tables());
        json.addProperty("enabled", rule.enabled());
        JsonObject settings = new JsonObject();
        new TreeMap<>(rule.settings()).forEach(settings::addProperty);
        json.add("settings", settings);
        return json;
    }

    private List<HandlerRule> rules(@Nullable JsonElement top) throws InputException {
        if (!(top instanceof JsonObject object)) {
            throw fault("it holds no object with \"version\" and \"rules\"", null);
        }
        try {
            known(object, TOP);
            if (object.get("version") instanceof JsonElement version
                    && !version.toString().equals(Integer.toString(VERSION))) {
                throw new IllegalArgumentException(
                        "its version is " + version + "; this Volans reads version " + VERSION);
            }
            if (!(object.get("rules") instanceof JsonArray array)) {
                throw new IllegalArgumentException("it has no list \"rules\"");
            }
            List<HandlerRule> rules = new ArrayList<>();
            for (JsonElement element : array) {
                rules.add(numbered(element, rules.size() + 1));
            }
            return List.copyOf(rules);
        } catch (IllegalArgumentException e) {
            throw fault(String.valueOf(e.getMessage()), e);
        }
    }

    private static HandlerRule numbered(JsonElement element, int number) {
        try {
            return rule(element);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("rule " + number + ": " + e.getMessage(), e);
        }
    }

    private static HandlerRule rule(JsonElement element) {
        if (!(element instanceof JsonObject object)) {
            throw new IllegalArgumentException("it is no object but " + element);
        }
        known(object, RULE);
        String handler = text(object, "handler", "");
        if (handler.isEmpty()) {
            throw new IllegalArgumentException("it names no handler");
        }
        String event = text(object, "event", "*");
        return new HandlerRule(
                handler,
                event,
                text(object, "from", "*"),
                text(object, "tables", "*"),
                enabled(object.get("enabled")),
                settings(object.get("settings")));
    }

    private static void known(JsonObject object, Set<String> names) {
        for (String name : object.keySet()) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException("it has an unknown member \"" + name + "\"; known are "
                        + String.join(", ", names.stream().sorted().toList()));
            }
        }
    }

    private static String text(JsonObject object, String name, String otherwise) {
        return switch (object.get(name)) {
            case null -> otherwise;
            case JsonPrimitive value
            when value.isString() && !value.getAsString().isBlank() -> value.getAsString();
            case JsonElement other -> throw new IllegalArgumentException("\"" + name + "\" is not a text but " + other);
        };
    }

    private static boolean enabled(@Nullable JsonElement value) {
        return switch (value) {
            case null -> true;
            case JsonPrimitive flag when flag.isBoolean() -> flag.getAsBoolean();
            case JsonElement other ->
                throw new IllegalArgumentException("\"enabled\" is not true or false but " + other);
        };
    }

    private static Map<String, String> settings(@Nullable JsonElement value) {
        if (value == null) {
            return Map.of();
        }
        if (!(value instanceof JsonObject object)) {
            throw new IllegalArgumentException("\"settings\" is no object but " + value);
        }
        Map<String, String> settings = new LinkedHashMap<>();
        object.entrySet().forEach(entry -> {
            if (!(entry.getValue() instanceof JsonPrimitive setting)) {
                throw new IllegalArgumentException(
                        "the setting \"" + entry.getKey() + "\" is no text or number but " + entry.getValue());
            }
            settings.put(entry.getKey(), setting.getAsString());
        });
        return settings;
    }

    /** The library's words without the names of its classes and the address of its help page. */
    private static String words(JsonParseException e) {
        Throwable deepest = e;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        String text = String.valueOf(deepest.getMessage()).lines().findFirst().orElse("");
        return text.replaceFirst("^Use JsonReader.*accept malformed JSON", "malformed")
                .replaceFirst(" path \\$.*", "")
                .strip();
    }

    private InputException fault(String why, @Nullable Exception cause) {
        return new InputException("the rules '" + file + "' cannot be used: " + why, cause);
    }
}
