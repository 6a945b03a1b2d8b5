package org.volans.handlers.ui.internal.view;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.volans.handlers.ui.internal.host.Outcomes;
import org.volans.ui.widgets.StatePane;
import org.volans.ui.widgets.Tone;
import org.volans.ui.widgets.TurningSash;

/** The rules, beside them what handlers said, above them what is wrong. UI thread only. */
final class HandlersPane {

    private static final int WIDE = 900;
    private static final int[] WEIGHTS = {74, 26};

    private final StatePane state;
    private final Composite banner;
    private final Label fault;
    private final RulesTable rules;
    private final NotesList notes;

    /** @param openFile shows the file of the rules */
    HandlersPane(Composite parent, Outcomes outcomes, Runnable openFile) {
        state = new StatePane(parent);
        state.setData("org.volans.id", "handlers.state");
        Composite content = state.content();
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(content);
        banner = new Composite(content, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(banner);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(8, 4).applyTo(banner);
        fault = new Label(banner, SWT.WRAP);
        fault.setData("org.volans.id", "handlers.fault");
        Tone.BAD.on(fault);
        GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(fault);
        Link link = new Link(banner, SWT.NONE);
        link.setText("<a>Open the file</a>");
        link.addListener(SWT.Selection, e -> openFile.run());
        GridDataFactory.swtDefaults().align(SWT.END, SWT.BEGINNING).applyTo(link);
        SashForm sash = TurningSash.create(content, WIDE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
        rules = new RulesTable(new Composite(sash, SWT.NONE), outcomes);
        notes = new NotesList(new Composite(sash, SWT.NONE));
        sash.setWeights(WEIGHTS);
    }

    StatePane state() {
        return state;
    }

    RulesTable rules() {
        return rules;
    }

    NotesList notes() {
        return notes;
    }

    /** Says above the rules what is wrong; an empty text takes the line away. */
    void say(String words) {
        fault.setText(words.replace("&", "&&"));
        boolean shown = !words.isEmpty();
        banner.setVisible(shown);
        ((GridData) banner.getLayoutData()).exclude = !shown;
        banner.getParent().layout(true, true);
    }
}
