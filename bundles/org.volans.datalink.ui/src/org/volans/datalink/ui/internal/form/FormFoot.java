package org.volans.datalink.ui.internal.form;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.volans.datalink.ui.internal.StatusBar;
import org.volans.ui.widgets.Tone;

/** Below a form, always in sight: its button, how large the result will be, how it goes. UI thread only. */
final class FormFoot {

    private final Button run;
    private final Label size;
    private final StatusBar status;

    /**
     * @param label   of the button
     * @param enabled whether the service can be called at all
     */
    FormFoot(Composite parent, String label, boolean enabled, Runnable onRun) {
        Composite foot = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults()
                .numColumns(2)
                .margins(6, 4)
                .spacing(8, 4)
                .applyTo(foot);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(foot);
        run = new Button(foot, SWT.PUSH);
        run.setText(label);
        run.setData("org.volans.id", "links.form.run");
        run.setEnabled(enabled);
        run.addListener(SWT.Selection, e -> onRun.run());
        size = new Label(foot, SWT.NONE);
        size.setData("org.volans.id", "links.form.size");
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(size);
        status = new StatusBar(foot);
        GridDataFactory.fillDefaults()
                .span(2, 1)
                .grab(true, false)
                .exclude(true)
                .applyTo(status.control());
    }

    StatusBar status() {
        return status;
    }

    /** What is known of the result's size. */
    void size(String words, boolean large) {
        size.setText(words);
        (large ? Tone.WARN : Tone.MUTED).on(size);
        size.getParent().layout();
    }

    /** Nothing happens when the form is gone already: a call may outlive it. */
    void enable(boolean enabled) {
        if (!run.isDisposed()) {
            run.setEnabled(enabled);
        }
    }
}
