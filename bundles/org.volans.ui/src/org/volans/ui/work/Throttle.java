package org.volans.ui.work;

import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;

/** Does something for a widget soon after it is wished for, once for all wishes that come until then. */
public final class Throttle {

    private static final int PAUSE_MS = 100;

    private final AtomicBoolean wished = new AtomicBoolean();
    private final Control owner;
    private final Display display;
    private final Runnable body;

    /**
     * @param owner whose life bounds the work
     * @param body  on the UI thread
     */
    public Throttle(Control owner, Runnable body) {
        this.owner = owner;
        this.display = owner.getDisplay();
        this.body = body;
    }

    /** Wishes for it. Any thread. */
    public void wish() {
        if (!display.isDisposed() && wished.compareAndSet(false, true)) {
            display.asyncExec(() -> display.timerExec(PAUSE_MS, this::run));
        }
    }

    private void run() {
        wished.set(false);
        if (!owner.isDisposed()) {
            body.run();
        }
    }
}
