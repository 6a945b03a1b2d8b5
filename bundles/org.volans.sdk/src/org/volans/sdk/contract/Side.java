package org.volans.sdk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What several contracts check. */
final class Side {

    private static final int THREADS = 8;

    private Side() {}

    /** The message of a failure is one line for people. */
    static void oneLine(Exception failure) {
        assertThat(failure.getMessage())
                .as(
                        "the message of %s is one line for people",
                        failure.getClass().getSimpleName())
                .isNotBlank()
                .doesNotContain("\n", "\r", "Exception:", "\tat ");
    }

    /** What several threads get that do the same at the same moment. */
    static <T> List<T> bySide(Callable<T> work) throws Exception {
        CountDownLatch ready = new CountDownLatch(THREADS);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                futures.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return work.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }
}
