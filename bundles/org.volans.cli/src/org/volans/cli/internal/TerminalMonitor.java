package org.volans.cli.internal;

import java.io.PrintStream;
import java.util.Map;
import java.util.function.BooleanSupplier;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Progress as a bar on standard error, only where that is a terminal (the launcher says so in VOLANS_TERMINAL, because
 * Java 21 cannot tell for standard error alone). Holds the cancel flag in every case.
 */
@NonNullByDefault({}) // overrides methods that say nothing about nulls
final class TerminalMonitor extends NullProgressMonitor {

    private static final int WIDTH = 100;
    private static final String ERASE_LINE = "\r\u001b[2K";

    private final PrintStream err;
    private final boolean terminal;
    private final BooleanSupplier useless;
    private @Nullable ProgressBar bar;

    /** @param useless whether nobody wants the result any more, which cancels as an interrupt does */
    TerminalMonitor(PrintStream err, Map<String, String> environment, BooleanSupplier useless) {
        this.err = err;
        this.useless = useless;
        this.terminal = "1".equals(environment.get("VOLANS_TERMINAL"));
    }

    @Override
    public boolean isCanceled() {
        return super.isCanceled() || useless.getAsBoolean();
    }

    @Override
    public synchronized void beginTask(String name, int totalWork) {
        close();
        if (terminal) {
            bar = new ProgressBarBuilder()
                    .setTaskName(String.valueOf(name))
                    .setInitialMax(totalWork == UNKNOWN ? -1 : totalWork)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(200)
                    .setConsumer(new ConsoleProgressBarConsumer(err, WIDTH))
                    .clearDisplayOnFinish()
                    .hideEta()
                    .build();
        }
    }

    @Override
    public synchronized void subTask(String name) {
        ProgressBar shown = bar;
        if (shown != null) {
            shown.setExtraMessage(" " + name);
        }
    }

    @Override
    public void setTaskName(String name) {
        subTask(name);
    }

    @Override
    public synchronized void worked(int work) {
        ProgressBar shown = bar;
        if (shown != null) {
            shown.stepBy(work);
        }
    }

    @Override
    public synchronized void done() {
        close();
    }

    /** Takes the bar off the line so that a message can stand there; the bar comes back with its next refresh. */
    synchronized void clear() {
        if (bar != null) {
            err.print(ERASE_LINE);
            err.flush();
        }
    }

    private void close() {
        ProgressBar shown = bar;
        bar = null;
        if (shown != null) {
            shown.close();
            err.print(ERASE_LINE);
            err.flush();
        }
    }
}
