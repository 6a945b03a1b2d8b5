package org.volans.ui.services;

/** Keys of the workbench's preferences, all in the instance scope's node {@link #NODE}. */
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

    private Preferences() {}
}
