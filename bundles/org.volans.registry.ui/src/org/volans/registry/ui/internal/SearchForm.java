package org.volans.registry.ui.internal;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.RowLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.volans.api.InputException;
import org.volans.ui.widgets.Tone;

/** Where the user says what to look for: keywords, position, facets. UI thread only. */
final class SearchForm extends Composite {

    /** Told of what the user does here. */
    interface Listener {

        /** Words are being typed. */
        void typed(Criteria criteria);

        /** Enter: at once, and again if nothing has changed. */
        void entered(Criteria criteria);

        /** Facets have changed. */
        void narrowed(Criteria criteria);

        /** On to the results. */
        void down();
    }

    /** Milliseconds after which a half-typed position is called a fault. */
    private static final int PAUSE = 900;

    /** From this width on there is room for two texts in a row. */
    private static final int WIDE = 560;

    private final Runnable late = this::complainLate;
    private final Text keywords;
    private final Text position;
    private final Label fault;
    private final Composite bar;
    private final Map<Facet, ToolItem> facets = new EnumMap<>(Facet.class);
    private final Listener listener;
    private Criteria criteria = Criteria.NOTHING;
    private Map<Facet, Map<String, Integer>> counts = Map.of();
    private boolean setting;

    SearchForm(Composite parent, Listener listener) {
        super(parent, SWT.NONE);
        this.listener = listener;
        GridLayoutFactory.fillDefaults().margins(6, 6).spacing(6, 4).applyTo(this);
        addListener(SWT.Resize, e -> arrange());
        keywords = text("registry.keywords", "Keywords, such as photometry SDSS12");
        keywords.setToolTipText("Words in titles, descriptions, subjects, names of tables; all of them must be met");
        position = text("registry.position", "Covers position RA Dec (optional)");
        position.setToolTipText("ICRS: degrees (240.484 46.768) or sexagesimal (16:01:56.2 +46:46:05)");
        fault = new Label(this, SWT.WRAP);
        fault.setData("org.volans.id", "registry.fault");
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(fault);
        bar = new Composite(this, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        // all four in one line of the perspective's column in a window of 1200 pixels
        RowLayoutFactory.fillDefaults().wrap(true).center(true).spacing(0).applyTo(bar);
        for (Facet facet : Facet.values()) {
            facets.put(facet, facet(facet));
        }
        show();
    }

    private Text text(String id, String message) {
        Text text = new Text(this, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        text.setMessage(message);
        text.setData("org.volans.id", id);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
        text.addListener(SWT.Modify, e -> typed());
        text.addListener(SWT.DefaultSelection, this::entered);
        text.addListener(SWT.KeyDown, e -> {
            if (e.keyCode == SWT.ARROW_DOWN) {
                e.doit = false;
                listener.down();
            }
        });
        return text;
    }

    /** Both texts beside each other where there is room. */
    private void arrange() {
        int columns = getSize().x > WIDE ? 2 : 1;
        GridLayout layout = (GridLayout) getLayout();
        if (layout.numColumns != columns) {
            layout.numColumns = columns;
            ((GridData) bar.getLayoutData()).horizontalSpan = columns;
            ((GridData) fault.getLayoutData()).horizontalSpan = columns;
            requestLayout();
        }
    }

    private ToolItem facet(Facet facet) {
        ToolItem item = new ToolItem(new ToolBar(bar, SWT.FLAT | SWT.RIGHT), SWT.PUSH);
        item.setData("org.volans.id", "registry.facets." + facet.name());
        item.addListener(SWT.Selection, e -> open(facet, item));
        return item;
    }

    private void open(Facet facet, ToolItem item) {
        Rectangle area = item.getBounds();
        // it would lie over the list
        item.setToolTipText(null);
        new FacetPopup(
                        getShell(),
                        item.getParent().toDisplay(area.x, area.y + area.height),
                        facet,
                        counts.getOrDefault(facet, Map.of()),
                        criteria.chosen(facet),
                        values -> choose(facet, values),
                        this::show)
                .open();
    }

    private void choose(Facet facet, Set<String> values) {
        criteria = criteria.with(facet, values);
        show();
        listener.narrowed(criteria);
    }

    private void typed() {
        if (!setting) {
            criteria = new Criteria(keywords.getText(), position.getText(), criteria.chosen());
            complain();
            if (valid() && !tooShort()) {
                listener.typed(criteria);
            }
        }
    }

    private void entered(Event event) {
        if (event.detail == SWT.ICON_CANCEL) {
            return; // the text is empty now, which typed() has heard of
        }
        if (valid()) {
            listener.entered(criteria);
        } else {
            complainLate();
        }
    }

    /** One letter is not worth a question while more are being typed; Enter asks all the same. */
    private boolean tooShort() {
        return criteria.keywords().length() == 1;
    }

    private boolean valid() {
        try {
            criteria.at();
            return true;
        } catch (InputException e) {
            return false;
        }
    }

    /** What is looked for. */
    Criteria criteria() {
        return criteria;
    }

    /** Looks for something else, as if it were typed and entered. */
    void search(Criteria other) {
        set(other);
        if (valid()) {
            listener.entered(criteria);
        }
    }

    /** Shows other criteria. */
    void set(Criteria other) {
        setting = true;
        keywords.setText(other.keywords());
        position.setText(other.position());
        setting = false;
        criteria = other;
        show();
    }

    /** Forgets everything. */
    void clear() {
        search(Criteria.NOTHING);
        keywords.setFocus();
    }

    void focus() {
        keywords.setFocus();
    }

    /** Numbers for the facets' lists. */
    void counts(Map<Facet, Map<String, Integer>> newest) {
        counts = newest;
    }

    private void show() {
        facets.forEach((facet, item) -> {
            Set<String> values = criteria.chosen(facet);
            String words = values.size() == 1 ? values.iterator().next() : values.size() + " chosen";
            item.setText((values.isEmpty() ? facet.title() : shorten(words)) + " \u25be");
            item.setToolTipText(
                    values.isEmpty()
                            ? "Narrow by " + facet.words()
                            : "Narrowed by " + facet.words() + ": " + String.join(", ", Facet.sorted(values)));
            (values.isEmpty() ? Tone.PLAIN : Tone.ACCENT).on(item.getParent());
        });
        facets.values().forEach(item -> item.getParent().requestLayout());
        complain();
    }

    private static String shorten(String words) {
        return words.length() > 18 ? words.substring(0, 17).strip() + "\u2026" : words;
    }

    /** A fault is told once typing has paused, for half a position is none. */
    private void complain() {
        if (valid()) {
            complain("");
        } else if (fault.getText().isEmpty()) {
            getDisplay().timerExec(PAUSE, late);
        }
    }

    private void complainLate() {
        if (!isDisposed()) {
            try {
                criteria.at();
            } catch (InputException e) {
                complain(e.getMessage());
            }
        }
    }

    private void complain(String words) {
        if (fault.getText().equals(words)) {
            return;
        }
        fault.setText(words);
        Tone.BAD.on(fault);
        ((GridData) fault.getLayoutData()).exclude = words.isEmpty();
        fault.setVisible(!words.isEmpty());
        fault.requestLayout();
    }
}
