package org.volans.product;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Answers that differ in one place from a real one: a member more, a member less, a value of another kind. Of an array only the
 * first item is looked at.
 */
final class JsonMutations {

    /** A spoiled answer and what was done to it. */
    record Mutation(String what, JsonElement answer) {}

    private final JsonElement root;
    private final Predicate<String> open;
    private final Predicate<String> optional;
    private final List<Mutation> mutations = new ArrayList<>();

    private JsonMutations(JsonElement root, Predicate<String> open, Predicate<String> optional) {
        this.root = root;
        this.open = open;
        this.optional = optional;
    }

    /**
     * @param open     the paths, such as {@code /0/header}, below which anything goes
     * @param optional the paths of members that need not be there
     */
    static List<Mutation> of(JsonElement root, Predicate<String> open, Predicate<String> optional) {
        JsonMutations all = new JsonMutations(root, open, optional);
        all.walk(root, "");
        return all.mutations;
    }

    private void walk(JsonElement node, String path) {
        if (open.test(path)) {
            return;
        }
        if (node instanceof JsonObject object) {
            add(
                    "a member more in '" + path + "'",
                    path,
                    at -> at.getAsJsonObject().addProperty("surprise", 1));
            for (String name : object.keySet()) {
                String below = path + "/" + name;
                if (!optional.test(below)) {
                    add("without " + below, path, at -> at.getAsJsonObject().remove(name));
                }
                add(below + " of another kind", path, at -> at.getAsJsonObject().add(name, other(object.get(name))));
                walk(object.get(name), below);
            }
        } else if (node instanceof JsonArray array && !array.isEmpty()) {
            add(path + "/0 of another kind", path, at -> at.getAsJsonArray().set(0, other(array.get(0))));
            walk(array.get(0), path + "/0");
        }
    }

    private void add(String what, String path, Consumer<JsonElement> change) {
        JsonElement copy = root.deepCopy();
        JsonElement at = copy;
        for (String step : path.isEmpty() ? new String[0] : path.substring(1).split("/")) {
            at = at instanceof JsonArray array
                    ? array.get(0)
                    : at.getAsJsonObject().get(step);
        }
        change.accept(at);
        mutations.add(new Mutation(what, copy));
    }

    /** For a text or an object a number, for anything else an object that no shape has. */
    private static JsonElement other(JsonElement value) {
        if (value.isJsonObject() || value instanceof JsonPrimitive primitive && primitive.isString()) {
            return new JsonPrimitive(-7);
        }
        JsonObject odd = new JsonObject();
        odd.addProperty("surprise", 1);
        return odd;
    }
}
