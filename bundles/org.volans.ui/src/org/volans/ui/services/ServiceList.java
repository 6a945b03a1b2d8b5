package org.volans.ui.services;

import java.util.List;
import org.volans.api.OutputException;

/**
 * The TAP services that the user works with; those that are kept stand in {@code services.json} of the project folder. An
 * OSGi service, safe for concurrent use.
 */
public interface ServiceList {

    /** In the order in which they were added. No I/O. */
    List<ServiceEntry> all();

    /** Adds a service, or renames the one with that URL. I/O. */
    void add(ServiceEntry entry) throws OutputException;

    /** Adds a service until the workbench closes, such as one of the embedded sky. No I/O. */
    void addForSession(ServiceEntry entry);

    /** Whether a service is there until the workbench closes only. No I/O. */
    boolean isForSession(ServiceEntry entry);

    /** Takes a service out; nothing happens when it is not there. I/O. */
    void remove(ServiceEntry entry) throws OutputException;

    /** The listener is called after each change, from any thread. */
    void addListener(Runnable listener);

    /** Ends what {@link #addListener} began. */
    void removeListener(Runnable listener);
}
