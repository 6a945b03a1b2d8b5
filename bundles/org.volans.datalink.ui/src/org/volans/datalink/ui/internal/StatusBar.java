package org.volans.datalink.ui.internal;

import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.ProgressMonitorWrapper;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.ProgressBar;
import org.volans.ui.widgets.Tone;
import org.volans.ui.work.Workplace;

/** A line that says how work goes or how it ended, with a word to click on. UI thread only, except {@link #watch}. */
public final class StatusBar {

    private final Composite box;
    private final ProgressBar bar;
    private final Link text;
    private @Nullable Runnable choice;

    public StatusBar(Composite parent) {
        box = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(1).spacing(0, 3).applyTo(box);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(box);
        bar = new ProgressBar(box, SWT.INDETERMINATE);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .hint(SWT.DEFAULT, 6)
                .exclude(true)
                .applyTo(bar);
        bar.setVisible(false);
        text = new Link(box, SWT.WRAP);
        text.setData("org.volans.id", "links.status");
        GridDataFactory.fillDefaults().grab(true, false).hint(100, SWT.DEFAULT).applyTo(text);
        text.addListener(SWT.Selection, e -> chosen());
    }

    /** The whole line. */
    public Control control() {
        return box;
    }

    /** Nothing to say. */
    public void clear() {
        say("", false, Tone.PLAIN, null);
    }

    /** Work goes on and can be stopped. */
    public void busy(String words, Runnable stop) {
        say(escape(words) + "  <a>Stop</a>", true, Tone.PLAIN, stop);
    }

    /** It went well; {@code <a>words</a>} of the text can be clicked. */
    public void good(String words, @Nullable Runnable onClick) {
        say(words, false, Tone.PLAIN, onClick);
    }

    /** Something that is no failure but not what was wished. */
    public void warn(String words) {
        say(escape(words), false, Tone.WARN, null);
    }

    /** It failed. */
    public void bad(String words) {
        say(escape(words), false, Tone.BAD, null);
    }

    /** A monitor that passes on its words as they come. Any thread; the listener is called on the UI thread. */
    public IProgressMonitor watch(IProgressMonitor monitor, Workplace work, Consumer<String> words) {
        return new ProgressMonitorWrapper(monitor) {
            @Override
            @NonNullByDefault({})
            public void subTask(String name) {
                super.subTask(name);
                work.show(() -> {
                    if (work.busy() && !name.isBlank()) {
                        words.accept(name);
                    }
                });
            }
        };
    }

    private void say(String words, boolean working, Tone tone, @Nullable Runnable onClick) {
        if (box.isDisposed()) {
            return; // work that outlives what started it
        }
        choice = onClick;
        text.setText(words);
        tone.on(text);
        bar.setVisible(working);
        ((GridData) bar.getLayoutData()).exclude = !working;
        boolean shown = !words.isEmpty();
        text.setVisible(shown);
        ((GridData) text.getLayoutData()).exclude = !shown;
        if (box.getLayoutData() instanceof GridData data) {
            data.exclude = !shown;
        }
        box.getParent().getParent().layout(true, true);
    }

    private static String escape(String words) {
        return words.replace("&", "&&").replace("<", "‹").replace(">", "›");
    }

    private void chosen() {
        @Nullable Runnable run = choice;
        if (run != null) {
            run.run();
        }
    }
}
