package org.volans.api.datalink;

import java.net.URI;
import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;

/** What a cutout service did. */
@ProviderType
public sealed interface SodaOutcome {

    /** What was asked, with all parameters. */
    URI request();

    /**
     * It sent data.
     *
     * @param file      the whole file
     * @param mediaType as the service calls it
     * @param bytes     its size
     */
    record Data(URI request, Path file, String mediaType, long bytes) implements SodaOutcome {}

    /**
     * The data set has nothing there: status 204 (SODA 1.0, section 5.2), or a message that says so.
     *
     * @param message the service's words, or ours for a 204
     */
    record NoOverlap(URI request, String message) implements SodaOutcome {}
}
