package org.volans.table.ui.internal;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.volans.api.table.VotableDocument;
import org.volans.table.ui.internal.info.ColumnInfoPage;
import org.volans.table.ui.internal.info.ParametersPage;
import org.volans.ui.project.Provenance;
import org.volans.ui.selection.OpenTable;
import org.volans.ui.widgets.Count;
import org.volans.ui.widgets.Tone;

/** One table of the file on several pages. UI thread only. */
final class TablePages extends Composite {

    private final Loaded loaded;
    private final int index;
    private final Composite banner;
    private final CTabFolder folder;
    private final DataPage data;
    private final IntConsumer chosen;

    /** @param chosen told of the index of another table that is to be shown */
    TablePages(Composite parent, Context context, Loaded loaded, int index, IntConsumer chosen) {
        super(parent, SWT.NONE);
        this.loaded = loaded;
        this.index = index;
        this.chosen = chosen;
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(this);
        banner = new Composite(this, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(banner);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(8, 5).applyTo(banner);
        if (loaded.tables().size() > 1) {
            chooser();
        }
        folder = new CTabFolder(this, SWT.BOTTOM | SWT.FLAT);
        folder.setData("org.volans.id", "table.pages");
        GridDataFactory.fillDefaults().grab(true, true).applyTo(folder);
        data = new DataPage(folder, context, table());
        page("Data", data);
        later("Column Info", page -> new ColumnInfoPage(page, table(), data::revealColumn));
        later("Parameters && Provenance", page -> new ParametersPage(page, table(), loaded.provenance()));
        folder.setSelection(0);
        if (cutOff()) {
            long rows = table().table().getRowCount();
            String count = Count.rows(rows);
            announce("The service cut this result off after " + count + ".", "Dismiss", this::silence);
        }
    }

    /** Only the first table of an answer is its result. */
    private boolean cutOff() {
        return index == 0
                && (loaded.provenance().map(Provenance::overflow).orElse(false)
                        || table().document().map(VotableDocument::overflow).orElse(false));
    }

    private void page(String title, Control control) {
        CTabItem item = new CTabItem(folder, SWT.NONE);
        item.setText(title);
        item.setControl(control);
    }

    /** A page whose widgets are made when it first shows: they would hold up the data. */
    private void later(String title, Consumer<Composite> content) {
        Composite page = new Composite(folder, SWT.NONE);
        page.setLayout(new FillLayout());
        page.addListener(SWT.Show, e -> {
            if (page.getChildren().length == 0) {
                content.accept(page);
                page.layout();
            }
        });
        page(title, page);
    }

    private void chooser() {
        Composite bar = new Composite(this, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(8, 4).applyTo(bar);
        new Label(bar, SWT.NONE).setText("Table:");
        Combo combo = new Combo(bar, SWT.READ_ONLY);
        combo.setData("org.volans.id", "table.chooser");
        combo.setItems(IntStream.range(0, loaded.tables().size())
                .mapToObj(this::describe)
                .toArray(String[]::new));
        combo.select(index);
        combo.addListener(SWT.Selection, e -> {
            int wanted = combo.getSelectionIndex();
            // later: this very widget goes with the table that was shown
            getDisplay().asyncExec(() -> {
                if (!isDisposed() && wanted != index) {
                    chosen.accept(wanted);
                }
            });
        });
    }

    private String describe(int i) {
        var table = loaded.tables().get(i).table();
        return (i + 1) + ": " + table.getName() + " (" + Count.rows(table.getRowCount()) + ")";
    }

    OpenTable table() {
        return loaded.tables().get(index);
    }

    void highlight(long row) {
        data.highlight(row);
    }

    void select(List<Long> rows) {
        data.select(rows);
    }

    void saveAs() {
        data.saveAs();
    }

    @Override
    public boolean setFocus() {
        return folder.getSelectionIndex() == 0 ? data.setFocus() : folder.setFocus();
    }

    private void silence() {
        if (!isDisposed()) {
            banner.setVisible(false);
            ((GridData) banner.getLayoutData()).exclude = true;
            layout(true, true);
        }
    }

    /** Says something above the pages until it is acted on. */
    void announce(String words, String action, Runnable run) {
        for (Control old : banner.getChildren()) {
            old.dispose();
        }
        Label label = new Label(banner, SWT.NONE);
        label.setText(words);
        Tone.WARN.on(label);
        Link link = new Link(banner, SWT.NONE);
        link.setText("<a>" + action + "</a>");
        link.setData("org.volans.id", "table.announcement");
        link.addListener(SWT.Selection, e -> getDisplay().asyncExec(run));
        banner.setVisible(true);
        ((GridData) banner.getLayoutData()).exclude = false;
        layout(true, true);
    }
}
