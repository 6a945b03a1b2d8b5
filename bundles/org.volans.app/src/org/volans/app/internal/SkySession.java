package org.volans.app.internal;

/** The embedded sky while the workbench runs. An OSGi service, safe for concurrent use. */
public interface SkySession {

    /**
     * Starts the sky in a job, makes the workbench use its registry and services, puts the tutorial's files into the project,
     * and opens its objects; does so once.
     */
    void start();
}
