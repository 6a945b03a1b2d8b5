package org.volans.tap.ui.internal;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.volans.ui.widgets.StatePane.Choice;
import org.volans.ui.widgets.Tone;

/**
 * A strip at the bottom of a view that says what is going on or has gone wrong, with one thing to do about it; takes
 * no room when there is nothing to say. Its parent has a grid layout. UI thread only.
 */
public final class Notice {

    private final Composite strip;
    private final Label label;
    private final Link link;
    private Runnable action = this::clear;

    /** @param id for tests */
    public Notice(Composite parent, String id) {
        strip = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(strip);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(6, 3).applyTo(strip);
        label = new Label(strip, SWT.WRAP);
        label.setData("org.volans.id", id);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .hint(100, SWT.DEFAULT)
                .applyTo(label);
        link = new Link(strip, SWT.NONE);
        link.addListener(SWT.Selection, e -> action.run());
        GridDataFactory.swtDefaults().align(SWT.END, SWT.CENTER).applyTo(link);
        strip.setVisible(false);
    }

    /** Work goes on, or there is something to know. */
    public void say(String words, Choice choice) {
        show(words, choice, Tone.MUTED);
    }

    /** Something has gone wrong. */
    public void fail(String words, Choice choice) {
        show(words, choice, Tone.BAD);
    }

    /** Nothing to say any more. */
    public void clear() {
        visible(false);
    }

    private void show(String words, Choice choice, Tone tone) {
        label.setText(words.replace("&", "&&"));
        label.setToolTipText(words);
        tone.on(label);
        link.setText("<a>" + choice.label().replace("&", "&&") + "</a>");
        action = choice.run();
        visible(true);
    }

    private void visible(boolean visible) {
        strip.setVisible(visible);
        if (strip.getLayoutData() instanceof GridData data) {
            data.exclude = !visible;
        }
        strip.getParent().layout(true, true);
    }
}
