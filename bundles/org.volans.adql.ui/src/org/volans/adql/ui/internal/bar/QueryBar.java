package org.volans.adql.ui.internal.bar;

import java.util.List;
import java.util.OptionalLong;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.volans.adql.ui.internal.run.RunState;
import org.volans.ui.services.ServiceEntry;
import org.volans.ui.services.ServiceList;
import org.volans.ui.widgets.Icons;

/** The bar above the text. UI thread only. */
public final class QueryBar extends Composite {

    /** What the bar asks of its editor. */
    public interface Client {

        /** Another service was chosen. */
        void serviceChosen(ServiceEntry service);

        /** Mode or limit was changed. */
        void optionsChanged();

        /** Runs the query, again after a failure. */
        void run();

        /** Stops the query. */
        void cancel();

        /** Opens the dialog of uploads. */
        void chooseUploads();

        /** Opens the newest result. */
        void openResult();

        /** What the drop-down of templates offers now. */
        List<Entry> templates();
    }

    /**
     * A line of the drop-down.
     *
     * @param group heading, shown where it changes
     * @param label of the line
     * @param tip   more of it
     * @param run   what it does
     */
    public record Entry(String group, String label, String tip, Runnable run) {}

    private static final int ROWS_WIDTH = 64;

    private final Client client;
    private final ServiceChooser service;
    private final Combo mode;
    private final Text rows;
    private final ToolItem run;
    private final ToolItem stop;
    private final ToolItem uploads;
    private final ToolItem templates;
    private final StatusLine status;

    public QueryBar(Composite parent, ServiceList services, Client client) {
        super(parent, SWT.NONE);
        this.client = client;
        GridLayoutFactory.fillDefaults().margins(6, 4).spacing(6, 4).applyTo(this);
        Composite first = row(2);
        service = new ServiceChooser(first, services, client::serviceChosen);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .hint(160, SWT.DEFAULT)
                .applyTo(service.control());
        ToolBar actions = new ToolBar(first, SWT.FLAT | SWT.RIGHT);
        run = item(actions, "run", "Run", "Run the query, or the selected text (Ctrl+Enter)", client::run);
        stop = item(actions, "stop", "", "Cancel the query", client::cancel);
        stop.setEnabled(false);
        Composite second = row(4);
        mode = mode(second);
        new Label(second, SWT.NONE).setText("Rows at most");
        rows = rows(second);
        ToolBar more = new ToolBar(second, SWT.FLAT | SWT.RIGHT);
        GridDataFactory.swtDefaults()
                .align(SWT.END, SWT.CENTER)
                .grab(true, false)
                .applyTo(more);
        uploads = item(more, "upload", "Uploads", "Tables sent with the query", client::chooseUploads);
        templates = item(more, "template", "Templates", "Patterns and the service's examples", this::popUp);
        status = new StatusLine(this, client::openResult, client::run);
        GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(status.control());
    }

    private Composite row(int columns) {
        Composite row = new Composite(this, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(columns).spacing(6, 0).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        return row;
    }

    private Combo mode(Composite parent) {
        Combo combo = new Combo(parent, SWT.DROP_DOWN | SWT.READ_ONLY);
        combo.setItems("At once", "As a job");
        combo.select(0);
        combo.setToolTipText(
                "At once: wait for the answer. As a job: the service works on, also when Volans is closed");
        combo.setData("org.volans.id", "adql.mode");
        combo.addListener(SWT.Selection, e -> client.optionsChanged());
        return combo;
    }

    private Text rows(Composite parent) {
        Text text = new Text(parent, SWT.BORDER | SWT.SINGLE | SWT.RIGHT);
        text.setMessage("default");
        text.setToolTipText("Most rows wanted (MAXREC); empty for the preference, else the service's default");
        text.setData("org.volans.id", "adql.maxrec");
        text.setTextLimit(10);
        text.addListener(SWT.Verify, e -> e.doit = e.text.chars().allMatch(Character::isDigit));
        text.addListener(SWT.Modify, e -> client.optionsChanged());
        text.addListener(SWT.DefaultSelection, e -> client.run());
        GridDataFactory.swtDefaults().hint(ROWS_WIDTH, SWT.DEFAULT).applyTo(text);
        return text;
    }

    private static ToolItem item(ToolBar bar, String id, String label, String tip, Runnable action) {
        ToolItem item = new ToolItem(bar, SWT.PUSH);
        item.setImage(Icons.image("org.volans.adql.ui", id));
        item.setText(label);
        item.setToolTipText(tip);
        item.setData("org.volans.id", "adql." + id);
        item.addListener(SWT.Selection, e -> action.run());
        return item;
    }

    private void popUp() {
        Menu menu = new Menu(templates.getParent().getShell(), SWT.POP_UP);
        @Nullable String group = null;
        for (Entry entry : client.templates()) {
            if (!entry.group().equals(group)) {
                if (group != null) {
                    new MenuItem(menu, SWT.SEPARATOR);
                }
                MenuItem heading = new MenuItem(menu, SWT.PUSH);
                heading.setText(entry.group());
                heading.setEnabled(false);
                group = entry.group();
            }
            MenuItem line = new MenuItem(menu, SWT.PUSH);
            line.setText(entry.label().replace("&", "&&"));
            line.setToolTipText(entry.tip());
            line.addListener(SWT.Selection, e -> entry.run().run());
        }
        var bounds = templates.getBounds();
        menu.setLocation(templates.getParent().toDisplay(bounds.x, bounds.y + bounds.height));
        menu.addListener(SWT.Hide, e -> menu.getDisplay().asyncExec(menu::dispose));
        menu.setVisible(true);
    }

    public ServiceChooser service() {
        return service;
    }

    /** Whether the query is to be a job. */
    public boolean job() {
        return mode.getSelectionIndex() == 1;
    }

    /** Most rows wanted. */
    public OptionalLong maxrec() {
        return rows.getText().isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(rows.getText()));
    }

    /** Shows what was remembered. */
    public void show(boolean job, OptionalLong maxrec) {
        mode.select(job ? 1 : 0);
        rows.setText(maxrec.isPresent() ? Long.toString(maxrec.getAsLong()) : "");
    }

    /** Shows how many uploads there are, and which the query wants in vain. */
    public void showUploads(int bound, List<String> missing) {
        String text = missing.isEmpty()
                ? bound == 0 ? "Uploads" : "Uploads (" + bound + ")"
                : "Uploads (" + String.join(", ", missing) + " missing)";
        if (!text.equals(uploads.getText())) {
            uploads.setText(text);
            uploads.setToolTipText(
                    missing.isEmpty()
                            ? "Tables sent with the query"
                            : "The query uses TAP_UPLOAD." + missing.get(0) + ": choose the table that it means");
            layout(true, true);
        }
    }

    /** What is said while nothing runs. */
    public void hint(String words) {
        status.hint(words);
    }

    /** Shows how far the query is. */
    public void show(RunState state) {
        boolean running = state instanceof RunState.Running;
        stop.setEnabled(running);
        run.setEnabled(!running);
        status.show(state);
    }
}
