package org.volans.api.tap;

import java.util.Locale;

/** Execution phases of a job (UWS 1.1, section 2.1.3). */
public enum UwsPhase {
    /** Created, not started. */
    PENDING,
    /** Waiting for its turn. */
    QUEUED,
    /** Running. */
    EXECUTING,
    /** Done; results can be had. */
    COMPLETED,
    /** Failed. */
    ERROR,
    /** Stopped on request or for taking too long. */
    ABORTED,
    /** The service does not know. */
    UNKNOWN,
    /** Paused, will not go on by itself. */
    HELD,
    /** Paused, will go on by itself. */
    SUSPENDED,
    /** Results deleted, job kept. */
    ARCHIVED;

    /** Whether the job will not change any more. */
    public boolean ended() {
        return this == COMPLETED || this == ERROR || this == ABORTED || this == ARCHIVED;
    }

    /** Reads what a service writes; anything else is {@link #UNKNOWN}. */
    public static UwsPhase of(String text) {
        for (UwsPhase phase : values()) {
            if (phase.name().equals(text.strip().toUpperCase(Locale.ROOT))) {
                return phase;
            }
        }
        return UNKNOWN;
    }
}
