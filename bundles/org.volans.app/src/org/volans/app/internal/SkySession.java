package org.volans.app.internal;

/** The embedded sky while the workbench runs. An OSGi service, safe for concurrent use. */
public interface SkySession {

    /**
     * Starts the sky in a job unless it runs, makes the workbench use its registry and services, puts the tutorial's
     * files into the project where they are missing, and opens its objects. The workbench shows a failure; starting
     * again is another try.
     */
    void start();
}
