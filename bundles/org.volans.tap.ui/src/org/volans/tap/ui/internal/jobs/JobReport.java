package org.volans.tap.ui.internal.jobs;

import org.volans.api.tap.UwsJob;
import org.volans.ui.work.Failure;

/** What has last been heard of a job. */
sealed interface JobReport {

    /** It has not been asked for yet. */
    record Unasked() implements JobReport {}

    /** Its service describes it. */
    record Told(UwsJob job) implements JobReport {}

    /** Its service does not know it any more. */
    record Gone() implements JobReport {}

    /** Its service cannot be asked. */
    record Unreachable(Failure failure) implements JobReport {}
}
