package org.volans.ui.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.swt.widgets.Display;

/**
 * Records how long the UI thread is busy with one thing while something is done: it asks for a turn again and again and
 * measures how long that takes. No test fails by it (other work on the machine counts too); it writes down the longest pause
 * and what the thread was doing in it, for the benchmark.
 */
final class PauseMeter implements AutoCloseable {

    private static final long INTERVAL_MILLIS = 5;
    private static final long NOTEWORTHY_MILLIS = 50;

    private final String name;
    private final Display display = Display.getCurrent();
    private final Thread uiThread = Thread.currentThread();
    private final Thread meter;
    private volatile boolean on = true;
    private double longest;
    private int noteworthy;
    private List<String> doing = List.of();

    /** Starts measuring the thread that calls. */
    PauseMeter(String name) {
        this.name = name;
        this.meter = Thread.ofPlatform().daemon().name("pause meter").start(this::measure);
    }

    private void measure() {
        Semaphore turn = new Semaphore(0);
        try {
            while (on && !display.isDisposed()) {
                long asked = System.nanoTime();
                display.asyncExec(turn::release);
                List<String> seen = List.of();
                if (!turn.tryAcquire(NOTEWORTHY_MILLIS, TimeUnit.MILLISECONDS)) {
                    seen = Arrays.stream(uiThread.getStackTrace())
                            .map(StackTraceElement::toString)
                            .filter(frame -> !frame.startsWith("java."))
                            .limit(12)
                            .toList();
                    turn.acquire();
                }
                double millis = (System.nanoTime() - asked) / 1e6;
                noteworthy += millis >= NOTEWORTHY_MILLIS ? 1 : 0;
                if (millis > longest) {
                    longest = millis;
                    doing = seen;
                }
                TimeUnit.MILLISECONDS.sleep(INTERVAL_MILLIS);
            }
        } catch (InterruptedException e) {
            // closed while it waited for its turn, which the UI thread cannot give while it closes
            Thread.currentThread().interrupt();
        }
    }

    /** Ends it and writes {@code NAME.pauses.txt} beside the screenshots. */
    @Override
    public void close() throws IOException, InterruptedException {
        on = false;
        meter.interrupt();
        meter.join();
        Path folder = Files.createDirectories(Path.of(System.getProperty("volans.screenshots", "target/screenshots")));
        Files.writeString(
                folder.resolve(name + ".pauses.txt"),
                String.format(
                        Locale.ROOT,
                        "longest pause %.0f ms; %d pauses of %d ms or more%n%s%n",
                        longest,
                        noteworthy,
                        NOTEWORTHY_MILLIS,
                        String.join("\n", doing)));
    }
}
