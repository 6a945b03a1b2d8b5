package org.volans.app.internal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;

/** When the system ends the program, ends the workbench as if the user had closed it: nothing it keeps is lost. */
final class Termination implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 20;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;

    /** @param before told before the workbench is closed; from any thread */
    Termination(Runnable before) {
        hook = new Thread(() -> end(before), "Volans termination");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void end(Runnable before) {
        try {
            if (PlatformUI.isWorkbenchRunning()) {
                before.run();
                IWorkbench workbench = PlatformUI.getWorkbench();
                workbench.getDisplay().asyncExec(() -> {
                    if (!workbench.isClosing()) {
                        // nobody may be there to be asked, and the question would outlast the system's patience
                        workbench.saveAllEditors(false);
                        workbench.close();
                    }
                });
                ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The workbench is closed and its state is kept. */
    @Override
    public void close() {
        ended.countDown();
        if (!hook.isAlive()) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // the program is ending already: hooks can no longer be taken away, and need not be
            }
        }
    }
}
