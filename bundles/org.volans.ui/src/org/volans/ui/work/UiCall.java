package org.volans.ui.work;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.volans.api.InputException;
import org.volans.api.VoException;

/** Something short that other threads have done on the UI thread, and wait for. */
public final class UiCall {

    private static final int LOOK_MS = 100;

    private UiCall() {}

    /**
     * What is done on the UI thread.
     *
     * @param <T> what it gives
     */
    @FunctionalInterface
    public interface Body<T> {

        /** @throws Exception told to the one who waits */
        T call(IWorkbenchPage page) throws Exception;
    }

    /**
     * Has something done on the UI thread and waits for it. Not to be called there.
     *
     * @param what for messages: {@code the SED view}
     * @throws OperationCanceledException when cancelled, or when the workbench closes
     * @throws VoException that of the body, or one that says that the window is not there
     */
    public static <T> T run(String what, Body<T> body, IProgressMonitor monitor) throws VoException {
        CompletableFuture<T> end = new CompletableFuture<>();
        start(body, end);
        return await(what, end, monitor);
    }

    private static <T> void start(Body<T> body, CompletableFuture<T> end) {
        if (closing()) {
            throw new OperationCanceledException();
        }
        PlatformUI.getWorkbench().getDisplay().asyncExec(() -> {
            try {
                end.complete(body.call(page()));
            } catch (Exception | LinkageError e) {
                end.completeExceptionally(e);
            }
        });
    }

    /**
     * Waits for something that the UI thread will bring about.
     *
     * @throws OperationCanceledException when cancelled, or when the workbench closes
     */
    public static <T> T await(String what, CompletableFuture<T> end, IProgressMonitor monitor) throws VoException {
        while (true) {
            try {
                return end.get(LOOK_MS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (monitor.isCanceled() || closing()) {
                    throw new OperationCanceledException();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new OperationCanceledException();
            } catch (ExecutionException e) {
                throw told(what, e);
            }
        }
    }

    private static boolean closing() {
        return !PlatformUI.isWorkbenchRunning() || PlatformUI.getWorkbench().isClosing();
    }

    private static VoException told(String what, ExecutionException e) {
        return switch (e.getCause()) {
            case VoException fault -> fault;
            case RuntimeException fault -> throw fault;
            case LinkageError fault -> throw fault;
            case TimeoutException late -> new InputException(what + " takes too long to show", late);
            case null, default -> new InputException(what + " does not show: " + e.getMessage(), e);
        };
    }

    private static IWorkbenchPage page() throws InputException {
        IWorkbench workbench = PlatformUI.getWorkbench();
        @Nullable IWorkbenchWindow window = workbench.getActiveWorkbenchWindow();
        if (window == null && workbench.getWorkbenchWindowCount() > 0) {
            window = workbench.getWorkbenchWindows()[0];
        }
        @Nullable IWorkbenchPage page = window == null ? null : window.getActivePage();
        if (page == null) {
            throw new InputException("the workbench has no window");
        }
        return page;
    }
}
