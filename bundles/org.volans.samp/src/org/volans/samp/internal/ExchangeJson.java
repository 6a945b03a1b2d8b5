package org.volans.samp.internal;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.astrogrid.samp.Response;
import org.eclipse.jdt.annotation.Nullable;
import org.volans.api.samp.SampExchange;
import org.volans.api.samp.SampMessage;
import org.volans.api.samp.SampReply;

/** An exchange as a line of JSON. */
final class ExchangeJson {

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();
    private static final int DEEPEST = 50;
    private static final String SENT = "sent";
    private static final String RECEIVED = "received";

    private ExchangeJson() {}

    static String line(SampExchange exchange) {
        JsonObject peer = new JsonObject();
        peer.addProperty("name", exchange.peer().name());
        peer.addProperty("id", exchange.peer().id());
        JsonObject line = new JsonObject();
        line.addProperty("time", exchange.time().toString());
        line.addProperty("direction", exchange.sent() ? SENT : RECEIVED);
        line.add("peer", peer);
        line.addProperty("mtype", exchange.message().mtype());
        line.add("params", GSON.toJsonTree(exchange.message().params()));
        line.addProperty("answered", exchange.answered());
        exchange.reply().ifPresent(reply -> line.add("reply", reply(reply)));
        exchange.duration().ifPresent(time -> line.addProperty("millis", time.toNanos() / 1e6));
        return GSON.toJson(line);
    }

    private static JsonObject reply(SampReply reply) {
        JsonObject json = new JsonObject();
        json.addProperty(
                "status",
                switch (reply) {
                    case SampReply.Ok ok -> Response.OK_STATUS;
                    case SampReply.Warning warning -> Response.WARNING_STATUS;
                    case SampReply.Failed failed -> Response.ERROR_STATUS;
                });
        json.add("result", GSON.toJsonTree(reply.result()));
        json.addProperty("message", reply.message());
        return json;
    }

    /** @throws IllegalArgumentException when the line is no exchange: says what is wrong */
    static SampExchange read(long number, String line) {
        try {
            JsonObject json = JsonParser.parseString(line).getAsJsonObject();
            JsonObject peer = object(json, "peer");
            Map<?, ?> who = Map.of("samp.name", text(peer, "name"));
            JsonElement millis = json.get("millis");
            return new SampExchange(
                    number,
                    Instant.parse(text(json, "time")),
                    sent(text(json, "direction")),
                    Wire.client(text(peer, "id"), who, Map.of(), false),
                    new SampMessage(text(json, "mtype"), map(object(json, "params"), 0)),
                    json.has("answered") && json.get("answered").getAsBoolean(),
                    json.has("reply") ? Optional.of(reply(object(json, "reply"))) : Optional.empty(),
                    millis == null
                            ? Optional.empty()
                            : Optional.of(Duration.ofNanos(Math.round(millis.getAsDouble() * 1e6))));
        } catch (JsonParseException | IllegalStateException | UnsupportedOperationException | NumberFormatException e) {
            throw new IllegalArgumentException("it is no JSON of an exchange", e);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("its 'time' is none", e);
        }
    }

    private static boolean sent(String direction) {
        return switch (direction) {
            case SENT -> true;
            case RECEIVED -> false;
            default -> throw new IllegalArgumentException("its 'direction' is neither 'sent' nor 'received'");
        };
    }

    private static SampReply reply(JsonObject json) {
        Map<String, Object> result = map(object(json, "result"), 0);
        return switch (text(json, "status")) {
            case Response.OK_STATUS -> new SampReply.Ok(result);
            case Response.WARNING_STATUS -> new SampReply.Warning(result, text(json, "message"));
            case Response.ERROR_STATUS -> new SampReply.Failed(text(json, "message"));
            default -> throw new IllegalArgumentException("its 'status' is none of SAMP");
        };
    }

    private static String text(JsonObject json, String name) {
        @Nullable JsonElement value = json.get(name);
        if (value == null || !value.isJsonPrimitive()) {
            throw new IllegalArgumentException("it has no '" + name + "'");
        }
        return value.getAsString();
    }

    private static JsonObject object(JsonObject json, String name) {
        @Nullable JsonElement value = json.get(name);
        if (value == null || !value.isJsonObject()) {
            throw new IllegalArgumentException("it has no '" + name + "'");
        }
        return value.getAsJsonObject();
    }

    private static Map<String, Object> map(JsonObject json, int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        json.entrySet().forEach(entry -> map.put(entry.getKey(), value(entry.getValue(), depth + 1)));
        return map;
    }

    private static Object value(JsonElement json, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("it is nested too deeply");
        }
        return switch (json) {
            case JsonObject object -> map(object, depth);
            case JsonArray array -> {
                List<Object> list = new ArrayList<>();
                array.forEach(element -> list.add(value(element, depth + 1)));
                yield list;
            }
            default -> json.getAsString();
        };
    }
}
