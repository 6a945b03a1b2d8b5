package org.volans.table.ui.internal;

import java.util.function.IntConsumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.ProgressMonitorWrapper;
import org.eclipse.jdt.annotation.NonNullByDefault;

/** A monitor that tells how far work has come, in per cent, when that changes. Belongs to the thread of the work. */
@NonNullByDefault({})
final class Percent extends ProgressMonitorWrapper {

    private final IntConsumer listener;
    private double total;
    private double done;
    private int told = -1;

    /** @param listener called on the thread of the work */
    Percent(IProgressMonitor monitor, IntConsumer listener) {
        super(monitor);
        this.listener = listener;
    }

    @Override
    public void beginTask(String name, int totalWork) {
        total = totalWork;
        super.beginTask(name, totalWork);
    }

    @Override
    public void worked(int work) {
        internalWorked(work);
    }

    @Override
    public void internalWorked(double work) {
        super.internalWorked(work);
        done += work;
        int now = total <= 0 ? 0 : (int) Math.min(100, 100 * done / total);
        if (now > told) {
            told = now;
            listener.accept(now);
        }
    }
}
