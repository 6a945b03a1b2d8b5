package org.volans.api.net;

import java.time.Duration;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What holds for calls that leave it open. {@link HttpService} asks the service of this kind that there is, if any, at each
 * call. Safe for concurrent use, no I/O.
 */
@ConsumerType
public interface HttpDefaults {

    /** The timeout of calls with {@link HttpCall#USUAL_TIMEOUT}; positive. */
    Duration timeout();
}
