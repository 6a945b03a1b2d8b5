package org.volans.sdk.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.volans.sdk.contract.Faults.GivingUp;
import org.volans.sdk.contract.Services.Call;

/** What everything that waits for services is put to. */
final class Trials {

    /** The work of the object under test. */
    interface Work {
        void with(Services services, IProgressMonitor monitor) throws Exception;
    }

    /** The same, where it is left to the object how it ends. */
    interface Survival {
        void with(Services services) throws Exception;
    }

    private Trials() {}

    /** @param asked the calls that it makes when all goes well */
    static void stopsWhenCancelled(List<Call> asked, Work work) {
        assumeTrue(!asked.isEmpty(), "it waits for no service");
        for (Call call : asked) {
            GivingUp end = new GivingUp(call);
            assertThatThrownBy(() -> work.with(new Services(end), end.monitor()))
                    .as("cancelled during %s", call)
                    .isInstanceOf(OperationCanceledException.class);
            assertThat(end.deaf()).as("calls that do not get its monitor").isEmpty();
        }
    }

    /** @param asked the calls that it makes when all goes well */
    static void survivesDeadServices(List<Call> asked, Survival survival) throws Exception {
        assumeTrue(!asked.isEmpty(), "it waits for no service");
        for (Call call : asked) {
            survival.with(new Services(Faults.dead(call)));
        }
    }
}
