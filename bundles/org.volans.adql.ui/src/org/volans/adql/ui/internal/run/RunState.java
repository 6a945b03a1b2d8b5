package org.volans.adql.ui.internal.run;

import org.eclipse.core.resources.IFile;
import org.volans.ui.work.Failure;

/** How far a query is. */
public sealed interface RunState {

    /** Nothing has been run. */
    record Idle() implements RunState {}

    /** Asked, not answered; {@code started} in ms since 1970. */
    record Running(long started, boolean job) implements RunState {}

    /** Stopped by the user. */
    record Stopped() implements RunState {}

    /**
     * Answered.
     *
     * @param rows -1 when not told
     */
    record Done(IFile file, long rows, double seconds, boolean overflow) implements RunState {}

    /** Refused, or not reached. */
    record Failed(Failure failure) implements RunState {}
}
