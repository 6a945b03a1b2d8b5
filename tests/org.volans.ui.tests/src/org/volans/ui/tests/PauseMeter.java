package org.volans.ui.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.swt.widgets.Display;

/**
 * Records how long the UI thread is busy with one thing while something is done: it asks for a turn again and again and
 * measures how long that takes. No test fails by it (other work on the machine counts too); it writes down the longest
 * pauses and what the thread was doing in them, for the benchmark.
 */
final class PauseMeter implements AutoCloseable {

    private static final long INTERVAL_MILLIS = 5;
    private static final long NOTEWORTHY_MILLIS = 50;
    private static final int FRAMES = 10;
    private static final int LISTED = 8;

    private final String name;
    private final Display display = Display.getCurrent();
    private final Thread uiThread = Thread.currentThread();
    private final Thread meter;
    private volatile boolean on = true;
    private final List<Pause> pauses = new ArrayList<>();

    private record Pause(double millis, List<String> doing) {}

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
                if (!turn.tryAcquire(NOTEWORTHY_MILLIS, TimeUnit.MILLISECONDS)) {
                    List<String> doing = doing();
                    turn.acquire();
                    // pictures are the tests' own work
                    if (doing.stream().noneMatch(frame -> frame.contains("Ui.screenshot"))) {
                        pauses.add(new Pause((System.nanoTime() - asked) / 1e6, doing));
                    }
                }
                TimeUnit.MILLISECONDS.sleep(INTERVAL_MILLIS);
            }
        } catch (InterruptedException e) {
            // closed while it waited for its turn, which the UI thread cannot give while it closes
            Thread.currentThread().interrupt();
        }
    }

    /** The innermost frames, and below them those that are ours. */
    private List<String> doing() {
        List<String> frames = Arrays.stream(uiThread.getStackTrace())
                .map(StackTraceElement::toString)
                .filter(frame -> !frame.startsWith("java."))
                .toList();
        return Stream.concat(
                        frames.stream().limit(FRAMES),
                        frames.stream().skip(FRAMES).filter(frame -> frame.startsWith("org.volans.")))
                .limit(2 * FRAMES)
                .toList();
    }

    /** Ends it and writes {@code NAME.pauses.txt} beside the screenshots. */
    @Override
    public void close() throws IOException, InterruptedException {
        on = false;
        meter.interrupt();
        meter.join();
        Path folder = Files.createDirectories(Path.of(System.getProperty("volans.screenshots", "target/screenshots")));
        pauses.sort(Comparator.comparingDouble(Pause::millis).reversed());
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "longest pause %.0f ms; %d pauses of %d ms or more%n",
                pauses.isEmpty() ? 0 : pauses.getFirst().millis(),
                pauses.size(),
                NOTEWORTHY_MILLIS));
        pauses.stream()
                .limit(LISTED)
                .forEach(p -> text.append(
                        String.format(Locale.ROOT, "%n%.0f ms%n%s%n", p.millis(), String.join("\n", p.doing()))));
        Files.writeString(folder.resolve(name + ".pauses.txt"), text);
    }
}
