package org.volans.api.samp;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A program that is registered with the hub.
 *
 * @param id            its public id, which the hub gave (SAMP 1.3, section 3.2)
 * @param name          its {@code samp.name} (section 3.6); the id when it says none
 * @param description   its {@code samp.description.text}, or empty
 * @param icon          its {@code samp.icon.url}, if that is a URL
 * @param metadata      all that it says of itself
 * @param subscriptions the MTypes that it takes, possibly with a wildcard (section 3.8)
 * @param hub           whether it is the hub itself
 */
public record SampClient(
        String id,
        String name,
        String description,
        Optional<URI> icon,
        Map<String, Object> metadata,
        List<String> subscriptions,
        boolean hub) {

    /**
     * Key in {@link #metadata} that the hub's side sets to {@code 1}, whatever the client says, for a program in a web page
     * (SAMP 1.3, section 5). Only our own hub knows.
     */
    public static final String WEB = "x-volans.web";

    public SampClient {
        metadata = SampValues.checked(metadata);
        subscriptions = List.copyOf(subscriptions);
    }

    /** Whether it is subscribed to an MType. */
    public boolean understands(String mtype) {
        return subscriptions.stream().anyMatch(pattern -> matches(pattern, mtype));
    }

    /** Whether it is known to be a program in a web page, which is trusted less. */
    public boolean web() {
        return "1".equals(metadata.get(WEB));
    }

    /** Whether an MType is one of a subscription's, which may end in {@code .*} or be {@code *} (SAMP 1.3, section 3.8). */
    public static boolean matches(String pattern, String mtype) {
        return pattern.equals("*")
                || pattern.equals(mtype)
                || pattern.endsWith(".*") && mtype.startsWith(pattern.substring(0, pattern.length() - 1));
    }
}
