package org.volans.table.ui.internal;

import java.time.Duration;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.volans.ui.widgets.Tone;

/** Above the grid: the filter of the whole table, how many rows are shown, what is going on, tools. UI thread only. */
final class FilterBar extends Composite {

    /** How long after a key was pressed the filter is applied. */
    static final Duration PAUSE = Duration.ofMillis(350);

    private static final String HINT = """
            Words are searched in all columns: NGC, "black hole", M*1, /regex/
            A column's name makes a condition: mag < 18, z: 0.1..0.3, name = M31, type is null
            Join conditions by and / or: mag < 18 and name: SDSS""";

    private final Text text;
    private final Label count;
    private final ProgressBar bar;
    private final Link stop;
    private final ToolBar tools;
    private boolean setting;

    FilterBar(Composite parent, Runnable typed, Runnable stopped) {
        super(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults()
                .numColumns(5)
                .margins(6, 4)
                .spacing(8, 0)
                .applyTo(this);
        text = new Text(this, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        text.setMessage("Filter rows: words, or mag < 18 and z: 0.1..0.3");
        text.setToolTipText(HINT);
        text.setData("org.volans.id", "table.filter");
        text.addListener(SWT.Modify, e -> {
            if (!setting) {
                typed.run();
            }
        });
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .hint(160, SWT.DEFAULT)
                .applyTo(text);
        count = new Label(this, SWT.NONE);
        count.setData("org.volans.id", "table.count");
        bar = new ProgressBar(this, SWT.HORIZONTAL);
        GridDataFactory.fillDefaults()
                .align(SWT.CENTER, SWT.CENTER)
                .hint(90, 8)
                .exclude(true)
                .applyTo(bar);
        stop = new Link(this, SWT.NONE);
        stop.setText("<a>Stop</a>");
        stop.setData("org.volans.id", "table.stop");
        stop.addListener(SWT.Selection, e -> stopped.run());
        GridDataFactory.fillDefaults()
                .align(SWT.CENTER, SWT.CENTER)
                .exclude(true)
                .applyTo(stop);
        tools = new ToolBar(this, SWT.FLAT | SWT.RIGHT);
        setBusy(false);
    }

    ToolBar tools() {
        return tools;
    }

    String text() {
        return text.getText();
    }

    /** Without telling that it was typed. */
    void setText(String words) {
        setting = true;
        text.setText(words);
        setting = false;
    }

    void focusText() {
        text.setFocus();
    }

    void say(String words, boolean fault) {
        count.setText(words.replace("&", "&&"));
        count.setToolTipText(fault ? HINT : null);
        (fault ? Tone.BAD : Tone.MUTED).on(count);
        layout(true);
    }

    void setBusy(boolean busy) {
        ((GridData) bar.getLayoutData()).exclude = !busy;
        ((GridData) stop.getLayoutData()).exclude = !busy;
        bar.setVisible(busy);
        bar.setSelection(0);
        stop.setVisible(busy);
        layout(true);
    }

    void percent(int done) {
        bar.setSelection(done);
    }
}
