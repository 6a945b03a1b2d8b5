package org.volans.app.internal.welcome;

import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.volans.ui.widgets.Icons;
import org.volans.ui.widgets.Tone;

/** What the Welcome page shows: two columns where there is room, else one; scrolls where it is low. UI thread only. */
final class WelcomePane extends Composite {

    private static final String INTRODUCTION = """
            Find data in the registry of the Virtual Observatory and query them with ADQL.
            Select a row: its spectral energy distribution, links and images follow; so do cutouts.
            What you make stays in a project folder: queries, tables, images and where they come from.""";

    private static final int MARGIN = 32;
    private static final int TWO_COLUMNS = 860;
    private static final int WIDEST = 1180;

    private final ResourceManager resources = new LocalResourceManager(JFaceResources.getResources(), this);
    private final WelcomeActions actions;
    private final Font heading;
    private final Font bold;
    private final ScrolledComposite scroll;
    private final Composite page;
    private final Composite columns;
    private final Composite recent;

    WelcomePane(Composite parent, WelcomeActions actions) {
        super(parent, SWT.NONE);
        this.actions = actions;
        FontDescriptor base = FontDescriptor.createFrom(JFaceResources.getDefaultFont());
        heading = resources.create(base.increaseHeight(4));
        bold = resources.create(base.increaseHeight(1).setStyle(SWT.BOLD));
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(this);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .hint(SWT.DEFAULT, Banner.HEIGHT)
                .applyTo(new Banner(this));
        scroll = new ScrolledComposite(this, SWT.V_SCROLL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(scroll);
        page = new Composite(scroll, SWT.NONE);
        GridLayoutFactory.fillDefaults()
                .extendedMargins(MARGIN, MARGIN, 20, 20)
                .spacing(0, 22)
                .applyTo(page);
        muted(page, INTRODUCTION, WIDEST - 2 * MARGIN);
        columns = new Composite(page, SWT.NONE);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .hint(WIDEST - 2 * MARGIN, SWT.DEFAULT)
                .applyTo(columns);
        group("Start", actions.start());
        Composite right = group("Learn", actions.learn());
        recent = new Composite(right, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).indent(0, 14).applyTo(recent);
        GridLayoutFactory.fillDefaults().spacing(0, 10).applyTo(recent);
        refresh();
        scroll.setContent(page);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        scroll.addListener(SWT.Resize, e -> fit());
    }

    /** The newest files. */
    void refresh() {
        for (var child : recent.getChildren()) {
            child.dispose();
        }
        List<WelcomeActions.Entry> files = actions.recent();
        if (!files.isEmpty()) {
            heading(recent, "Recent files");
            files.forEach(f -> entry(recent, f));
        }
        fit();
    }

    /** The first link. */
    void focusFirst() {
        setFocus();
    }

    private Composite group(String title, List<WelcomeActions.Entry> entries) {
        Composite group = new Composite(columns, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(group);
        GridLayoutFactory.fillDefaults().spacing(0, 10).applyTo(group);
        heading(group, title);
        entries.forEach(e -> entry(group, e));
        return group;
    }

    private void heading(Composite parent, String words) {
        Label label = new Label(parent, SWT.NONE);
        label.setText(words);
        label.setFont(heading);
    }

    private void entry(Composite parent, WelcomeActions.Entry entry) {
        Composite row = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(10, 2).applyTo(row);
        Label icon = new Label(row, SWT.NONE);
        icon.setImage(Icons.image("org.volans.app", entry.icon()));
        GridDataFactory.swtDefaults().align(SWT.CENTER, SWT.CENTER).applyTo(icon);
        Link link = new Link(row, SWT.NONE);
        link.setText("<a>" + entry.label().replace("&", "&&") + "</a>");
        link.setData("org.volans.id", "welcome." + entry.id());
        // a link may take the page away, which must not happen inside of its own event
        link.addListener(SWT.Selection, e -> link.getDisplay().asyncExec(entry.run()));
        GridDataFactory.swtDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, false)
                .applyTo(link);
        if (!entry.hint().isEmpty()) {
            link.setFont(bold);
            new Label(row, SWT.NONE);
            muted(row, entry.hint(), 200);
        }
    }

    private void muted(Composite parent, String words, int width) {
        Label label = new Label(parent, SWT.WRAP);
        label.setText(words.replace("&", "&&"));
        Tone.MUTED.on(label);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .hint(width, SWT.DEFAULT)
                .applyTo(label);
    }

    private void fit() {
        int width = scroll.getClientArea().width;
        if (width <= 0) {
            return;
        }
        boolean wide = width >= TWO_COLUMNS;
        GridLayout layout = GridLayoutFactory.fillDefaults()
                .numColumns(wide ? 2 : 1)
                .equalWidth(true)
                .spacing(48, 24)
                .create();
        columns.setLayout(layout);
        int inner = Math.min(width, WIDEST) - 2 * MARGIN;
        for (var child : page.getChildren()) {
            GridData data = (GridData) child.getLayoutData();
            data.widthHint = inner;
            data.grabExcessHorizontalSpace = false;
        }
        for (var child : columns.getChildren()) {
            ((GridData) child.getLayoutData()).verticalAlignment = SWT.BEGINNING;
        }
        scroll.setMinHeight(page.computeSize(width, SWT.DEFAULT).y);
        page.layout(true, true);
    }
}
