package org.volans.adql.ui.internal.bar;

import java.util.Locale;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Link;
import org.volans.adql.ui.internal.run.RunState;
import org.volans.ui.widgets.Count;
import org.volans.ui.widgets.Tone;

/** Says in a line or a few how far the query is, with links to what can be done. UI thread only. */
final class StatusLine {

    private static final int TICK = 500;
    private static final int LONGEST = 400;

    private final Link link;
    private RunState state = new RunState.Idle();
    private String hint = "";

    StatusLine(Composite parent, Runnable result, Runnable retry) {
        link = new Link(parent, SWT.WRAP);
        link.setData("org.volans.id", "adql.status");
        link.addListener(SWT.Selection, e -> ("retry".equals(e.text) ? retry : result).run());
    }

    Link control() {
        return link;
    }

    /** What is said while nothing runs or ran. */
    void hint(String words) {
        hint = words;
        if (state instanceof RunState.Idle) {
            show();
        }
    }

    void show(RunState now) {
        state = now;
        show();
        if (now instanceof RunState.Running) {
            link.getDisplay().timerExec(TICK, this::tick);
        }
    }

    private void tick() {
        if (!link.isDisposed() && state instanceof RunState.Running) {
            show();
            link.getDisplay().timerExec(TICK, this::tick);
        }
    }

    private void show() {
        String text = switch (state) {
            case RunState.Idle idle -> escape(hint);
            case RunState.Running running -> running(running);
            case RunState.Stopped stopped -> "Stopped. <a href=\"retry\">Try again</a>";
            case RunState.Done done -> done(done);
            case RunState.Failed failed ->
                escape(shorten(failed.failure().message())) + "  <a href=\"retry\">Try again</a>";
        };
        Tone tone = switch (state) {
            case RunState.Failed failed -> Tone.BAD;
            case RunState.Done done -> done.overflow() ? Tone.WARN : Tone.GOOD;
            default -> Tone.MUTED;
        };
        tone.on(link);
        if (!text.equals(link.getText())) {
            link.setText(text);
            link.requestLayout();
        }
    }

    private static String running(RunState.Running running) {
        long seconds = (System.currentTimeMillis() - running.started()) / 1000;
        return (running.job() ? "Job running " : "Running ") + seconds + " s…";
    }

    private static String done(RunState.Done done) {
        String rows = done.rows() < 0 ? "Answered" : Count.rows(done.rows());
        String cut = done.overflow() ? ", cut off by the limit" : "";
        return String.format(
                Locale.ROOT,
                "%s in %.1f s%s  <a href=\"result\">%s</a>",
                rows,
                done.seconds(),
                cut,
                escape(done.file().getName()));
    }

    private static String shorten(String message) {
        return message.length() > LONGEST ? message.substring(0, LONGEST) + "…" : message;
    }

    private static String escape(String text) {
        return text.replace("&", "&&").replace("<", "‹").replace(">", "›");
    }
}
