package org.volans.samp.ui.internal.send;

import java.util.List;
import org.volans.api.samp.SampClient;

/** What can be sent. */
enum Kind {
    /** An open table. */
    TABLE("table", "table.load.votable", "table.load.fits"),
    /** The image of the active editor. */
    IMAGE("image", "image.load.fits"),
    /** A pointed-at position, or that of the highlighted row. */
    POSITION("position", "coord.pointAt.sky");

    private final String word;
    private final List<String> mtypes;

    Kind(String word, String... mtypes) {
        this.word = word;
        this.mtypes = List.of(mtypes);
    }

    /** For people. */
    String word() {
        return word;
    }

    /** For people, one of them. */
    String one() {
        return (this == IMAGE ? "an " : "a ") + word;
    }

    /** Whether a program takes it. */
    boolean taken(SampClient client) {
        return !client.hub() && mtypes.stream().anyMatch(client::understands);
    }
}
