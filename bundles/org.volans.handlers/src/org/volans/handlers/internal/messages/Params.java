package org.volans.handlers.internal.messages;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.volans.api.samp.SampMessage;

/** Parameters as the MTypes have them, also where a sender is sloppy. */
final class Params {

    private Params() {}

    /** The message with names such as {@code table_id} and {@code Table-ID} written {@code table-id}. */
    static SampMessage tidy(SampMessage message) {
        Map<String, Object> tidy = new LinkedHashMap<>();
        message.params().forEach((name, value) -> {
            if (!tidy.containsKey(name) && !name.equals(plain(name))) {
                tidy.putIfAbsent(plain(name), value);
            }
        });
        // what is written as it should be counts
        message.params().forEach((name, value) -> {
            if (name.equals(plain(name))) {
                tidy.put(name, value);
            }
        });
        return new SampMessage(message.mtype(), tidy);
    }

    private static String plain(String name) {
        return name.strip().replace('_', '-').toLowerCase(Locale.ROOT);
    }
}
