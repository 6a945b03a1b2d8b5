package org.volans.samp.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.astrogrid.samp.ErrInfo;
import org.astrogrid.samp.Message;
import org.astrogrid.samp.Metadata;
import org.astrogrid.samp.Response;
import org.astrogrid.samp.SampUtils;
import org.volans.api.samp.SampClient;
import org.volans.api.samp.SampMessage;
import org.volans.api.samp.SampReply;

/** Between JSAMP's maps and the values of {@code org.volans.api.samp}. */
final class Wire {

    private static final int LONGEST_LINE = 1000;

    private Wire() {}

    static Message message(SampMessage message) {
        return new Message(message.mtype(), map(message.params()));
    }

    /** @throws IllegalArgumentException when it breaks SAMP's rules */
    static SampMessage message(Message message) {
        if (message.getMType() == null) {
            throw new IllegalArgumentException("a message without an MType");
        }
        Map<?, ?> params = message.getParams();
        return new SampMessage(message.getMType(), strings(params == null ? Map.of() : params));
    }

    static Response response(SampReply reply) {
        return switch (reply) {
            case SampReply.Ok ok -> Response.createSuccessResponse(map(ok.result()));
            case SampReply.Warning warning ->
                new Response(Response.WARNING_STATUS, map(warning.result()), new ErrInfo(ascii(warning.message())));
            case SampReply.Failed failed -> Response.createErrorResponse(new ErrInfo(ascii(failed.message())));
        };
    }

    /** Whatever another program sends in place of a reply, it is one. */
    static SampReply reply(Response response) {
        try {
            Map<?, ?> result = response.getResult() == null ? Map.of() : response.getResult();
            String status = String.valueOf(response.getStatus());
            return switch (status) {
                case Response.OK_STATUS -> new SampReply.Ok(strings(result));
                case Response.WARNING_STATUS -> new SampReply.Warning(strings(result), words(response));
                case Response.ERROR_STATUS -> new SampReply.Failed(words(response));
                default -> new SampReply.Failed("its answer has the unknown status '" + status + "'");
            };
        } catch (RuntimeException e) {
            return new SampReply.Failed("its answer breaks the rules of SAMP: " + e.getMessage());
        }
    }

    private static String words(Response response) {
        ErrInfo info = response.getErrInfo();
        if (info == null) {
            return "it does not say why";
        }
        String text = info.getErrortxt() == null ? info.getUsertxt() : info.getErrortxt();
        return text == null || text.isBlank() ? "it does not say why" : oneLine(text);
    }

    /** As it is shown and answered: what others send, and is quoted, may be endless. */
    static String oneLine(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "...";
    }

    /** A client of which the hub says this. */
    static SampClient client(String id, Map<?, ?> metadata, Map<?, ?> subscriptions, boolean hub) {
        Map<String, Object> known = strings(metadata);
        return new SampClient(
                id,
                text(known, Metadata.NAME_KEY).orElse(id),
                text(known, Metadata.DESCTEXT_KEY).orElse(""),
                text(known, Metadata.ICONURL_KEY).flatMap(Wire::uri),
                known,
                subscriptions.keySet().stream().map(String::valueOf).sorted().toList(),
                hub);
    }

    private static Optional<String> text(Map<String, Object> map, String key) {
        return map.get(key) instanceof String text && !text.isBlank() ? Optional.of(text.strip()) : Optional.empty();
    }

    private static Optional<URI> uri(String text) {
        try {
            URI uri = new URI(text);
            return uri.isAbsolute() ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty(); // the client has no icon then
        }
    }

    private static Map<String, Object> strings(Map<?, ?> map) {
        Map<String, Object> strings = new LinkedHashMap<>();
        map.forEach((key, value) -> strings.put(String.valueOf(key), value == null ? "" : value));
        return strings;
    }

    private static Map<String, Object> map(Map<?, ?> map) {
        Map<String, Object> plain = new LinkedHashMap<>();
        map.forEach((key, value) -> plain.put(ascii(String.valueOf(key)), value(value)));
        return plain;
    }

    private static Object value(Object value) {
        return switch (value) {
            case Map<?, ?> map -> map(map);
            case List<?> list -> {
                List<Object> plain = new ArrayList<>();
                list.forEach(element -> plain.add(value(element)));
                yield plain;
            }
            default -> ascii(value.toString());
        };
    }

    /** SAMP has no other characters (section 3.3): accents go, and what is left is a question mark. */
    static String ascii(String text) {
        if (text.chars().allMatch(c -> SampUtils.isStringChar((char) c))) {
            return text;
        }
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        StringBuilder kept = new StringBuilder();
        plain.codePoints()
                .forEach(c ->
                        kept.append(c < 0x80 && SampUtils.isStringChar((char) c) ? (char) c : c == 0x2212 ? '-' : '?'));
        return kept.toString();
    }
}
