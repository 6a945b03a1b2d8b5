package org.volans.tap.ui.internal.jobs;

import org.volans.api.tap.UwsJob;
import org.volans.ui.work.Failure;

/** What has last been heard of a job. */
sealed interface JobReport {

    /** It has not been asked for yet. */
    record Unasked() implements JobReport {}

    /**
     * Its service describes it.
     *
     * @param job   the description
     * @param error the service's words when it failed, else empty
     */
    record Told(UwsJob job, String error) implements JobReport {}

    /** Its service does not know it any more. */
    record Gone() implements JobReport {}

    /** Its service cannot be asked. */
    record Unreachable(Failure failure) implements JobReport {}
}
