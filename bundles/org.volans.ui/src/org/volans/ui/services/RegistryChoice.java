package org.volans.ui.services;

import java.net.URI;
import java.util.List;

/** The registry (RegTAP service) that the workbench asks. An OSGi service, safe for concurrent use, no I/O. */
public interface RegistryChoice {

    /** What to ask: the one of this session, else the one of the preferences, else {@code VOLANS_REGISTRY}, else a public one. */
    URI current();

    /** For people: {@code the embedded sky}, or the host. */
    String name();

    /** What the user may choose from. */
    List<URI> known();

    /** Uses a registry until the workbench closes, such as the embedded sky's. */
    void use(URI registry, String name);

    /** Ends what {@link #use} began: what the preferences say counts again. */
    void useOwn();

    /** Whether {@link #use} is in force: what this registry knows may be elsewhere in the next session. */
    boolean temporary();

    /** The listener is called after each change, from any thread. */
    void addListener(Runnable listener);

    /** Ends what {@link #addListener} began. */
    void removeListener(Runnable listener);
}
