package org.volans.api.discovery;

import java.time.Duration;
import org.osgi.annotation.versioning.ProviderType;

/** How one service fared. */
@ProviderType
public sealed interface ServiceOutcome {

    /** Who was asked. */
    DiscoveryRequest.Service service();

    /** From the question to the last byte, or to giving up. */
    Duration elapsed();

    /** The ADQL that was sent last, or empty when none was. */
    String adql();

    /**
     * It answered.
     *
     * @param dataSets distinct data sets
     * @param matches  pairs of position and data set
     * @param overflow whether it cut its answer off
     * @param note     what was wrong with the answer, or empty
     */
    record Answered(
            DiscoveryRequest.Service service,
            Duration elapsed,
            String adql,
            int dataSets,
            int matches,
            boolean overflow,
            String note)
            implements ServiceOutcome {}

    /**
     * It did not.
     *
     * @param message  in its own words where it had any
     * @param timedOut whether it was given up on for being slow
     */
    record Failed(DiscoveryRequest.Service service, Duration elapsed, String adql, String message, boolean timedOut)
            implements ServiceOutcome {}
}
