package org.volans.ui.services;

import java.time.Duration;
import org.eclipse.core.runtime.Platform;
import org.volans.api.net.HttpCall;

/** The workbench's preferences: their keys, all in the instance scope's node {@link #NODE}. */
public final class Preferences {

    /** The node. */
    public static final String NODE = "org.volans.ui";

    /** Text: URL of the RegTAP service; empty for the default. */
    public static final String REGISTRY = "registry";

    /** Text: further RegTAP services, one a line. */
    public static final String MORE_REGISTRIES = "registries";

    /** Whole number: seconds of silence after which a service is given up. */
    public static final String TIMEOUT = "timeout";

    /** Whole number: rows wanted at most; 0 for the service's own limit. */
    public static final String MAXREC = "maxrec";

    /** Whether to join a running SAMP hub when the workbench starts; on unless said otherwise. */
    public static final String SAMP_JOIN = "sampJoin";

    /** Whether to start a SAMP hub then when none runs; off unless said otherwise. */
    public static final String SAMP_HUB = "sampHub";

    private Preferences() {}

    /** What {@link #TIMEOUT} says, else {@link HttpCall#DEFAULT_TIMEOUT}. Any thread. */
    public static Duration timeout() {
        int seconds = Platform.getPreferencesService().getInt(NODE, TIMEOUT, 0, null);
        return seconds > 0 ? Duration.ofSeconds(seconds) : HttpCall.DEFAULT_TIMEOUT;
    }
}
