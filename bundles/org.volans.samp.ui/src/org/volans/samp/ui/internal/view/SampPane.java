package org.volans.samp.ui.internal.view;

import java.util.List;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.volans.api.net.HttpService;
import org.volans.api.samp.SampExchange;
import org.volans.ui.widgets.StatePane;
import org.volans.ui.widgets.Tone;
import org.volans.ui.widgets.TurningSash;

/** Programs, messages, and the message that is selected; above them where we are. UI thread only. */
@NonNullByDefault({})
final class SampPane {

    private static final int[] WEIGHTS = {21, 79};
    private static final int WIDE = 900;

    private final StatePane state;
    private final Label line;
    private final Text filter;
    private final ClientTree clients;
    private final LogTable log;
    private final SashForm messages;
    private final Text detail;

    /** @param filtered told when the filter is another */
    SampPane(Composite parent, HttpService http, Runnable filtered) {
        state = new StatePane(parent);
        state.setData("org.volans.id", "samp.state");
        Composite content = state.content();
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(content);
        Composite head = new Composite(content, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(6, 3).applyTo(head);
        line = new Label(head, SWT.NONE);
        line.setData("org.volans.id", "samp.line");
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, false)
                .applyTo(line);
        filter = new Text(head, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        filter.setMessage("Filter messages");
        filter.setToolTipText("Words that the program's name, the message or its reply must have");
        filter.setData("org.volans.id", "samp.filter");
        filter.addListener(SWT.Modify, e -> filtered.run());
        GridDataFactory.swtDefaults().hint(180, SWT.DEFAULT).applyTo(filter);
        SashForm sash = new SashForm(content, SWT.HORIZONTAL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
        Composite left = new Composite(sash, SWT.NONE);
        left.setLayout(new FillLayout());
        clients = new ClientTree(left, http);
        messages = TurningSash.create(sash, WIDE);
        sash.setWeights(WEIGHTS);
        log = new LogTable(new Composite(messages, SWT.NONE), this::details);
        detail = new Text(messages, SWT.MULTI | SWT.READ_ONLY | SWT.V_SCROLL | SWT.WRAP | SWT.BORDER);
        detail.setData("org.volans.id", "samp.detail");
        // room for the messages as long as none is selected
        detail.setVisible(false);
    }

    void details(List<SampExchange> selected) {
        String text = selected.isEmpty() ? "" : ExchangeText.full(selected.getFirst());
        if (!text.equals(detail.getText())) {
            detail.setText(text);
        }
        if (detail.getVisible() == text.isEmpty()) {
            detail.setVisible(!text.isEmpty());
            messages.layout();
        }
    }

    StatePane state() {
        return state;
    }

    ClientTree clients() {
        return clients;
    }

    LogTable log() {
        return log;
    }

    String filter() {
        return filter.getText();
    }

    /** Says where we are. */
    void say(String words, Tone tone) {
        line.setText(words.replace("&", "&&"));
        line.setToolTipText(words);
        tone.on(line);
    }
}
