package org.volans.cli.internal;

/** Taking part in the end of the process. */
final class Interrupts {

    private Interrupts() {}

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
