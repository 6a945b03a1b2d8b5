package org.volans.cli.internal;

import org.eclipse.core.runtime.OperationCanceledException;

/** Taking part in the end of the process. */
final class Interrupts {

    private Interrupts() {}

    /** @throws OperationCanceledException when the process is ending already: interrupted before its command began */
    static void addHook(Thread hook) {
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            throw new OperationCanceledException();
        }
    }

    /**
     * Takes a shutdown hook back.
     *
     * @return false when the shutdown that it waits for is already under way, and the hook with it
     */
    static boolean removeHook(Thread hook) {
        try {
            return Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            return false;
        }
    }
}
