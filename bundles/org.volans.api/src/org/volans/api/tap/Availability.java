package org.volans.api.tap;

import java.util.List;

/**
 * VOSI availability (VOSI 1.1, section 5).
 *
 * @param available whether the service will answer queries
 * @param notes     its notes to people
 * @param upSince   ISO 8601, or empty
 * @param downAt    ISO 8601, or empty
 * @param backAt    ISO 8601, or empty
 */
public record Availability(boolean available, List<String> notes, String upSince, String downAt, String backAt) {

    public Availability {
        notes = List.copyOf(notes);
    }
}
