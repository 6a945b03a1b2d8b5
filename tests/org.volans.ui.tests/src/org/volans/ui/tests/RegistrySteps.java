package org.volans.ui.tests;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Widget;
import org.eclipse.ui.IViewPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.volans.ui.Ids;
import org.volans.ui.services.RegistryChoice;
import org.volans.ui.widgets.StatePane;

/** What a person does with the Registry view on the embedded sky, which each test begins empty. UI thread. */
abstract class RegistrySteps {

    IViewPart view;
    URI sky;

    @BeforeEach
    void open() throws Exception {
        Ui.startSky();
        sky = Ui.service(RegistryChoice.class).current();
        view = Ui.view(Ids.REGISTRY_VIEW);
        keywords().setText("");
        position().setText("");
        Ui.click(toolItem(Ui.root(view), "Clear Keywords, Position and Facets"));
        Ui.until("nothing is searched", () -> says().contains("Find services and data"));
    }

    @AfterEach
    void backToTheSky() throws Exception {
        Ui.view(Ids.REGISTRY_VIEW);
        Ui.click(toolItem(Ui.root(view), "Clear Keywords, Position and Facets"));
        Ui.service(RegistryChoice.class).use(sky, "the embedded sky");
    }

    Text keywords() {
        return Ui.one(view, Text.class, id("registry.keywords"));
    }

    Text position() {
        return Ui.one(view, Text.class, id("registry.position"));
    }

    Table results() {
        return Ui.one(view, Table.class, id("registry.results"));
    }

    String about() {
        return Ui.one(view, StyledText.class, id("registry.about")).getText();
    }

    /** What the line below the list says, without links. */
    String status() {
        return Ui.one(view, Link.class, id("registry.status")).getText().replaceAll("\\s*<a.*?</a>", "");
    }

    /** Clicks the first link of the line below the list. */
    void clickStatus() {
        Event event = new Event();
        event.text = "0";
        Ui.one(view, Link.class, id("registry.status")).notifyListeners(SWT.Selection, event);
    }

    /** A picture with the view in front. */
    static void shoot(String name) throws Exception {
        Ui.page().bringToTop(Ui.page().findView(Ids.REGISTRY_VIEW));
        Ui.screenshot(name);
    }

    /** What stands in place of the list. */
    String says() {
        return Ui.all(view, StatePane.class).getFirst().says();
    }

    Link link(String words) {
        return Ui.one(view, Link.class, l -> l.isVisible() && l.getText().contains(">" + words + "<"));
    }

    /** The cells of a column; a row that is not looked at is filled by asking for it. */
    List<String> column(String title) {
        Table table = results();
        int index = IntStream.range(0, table.getColumnCount())
                .filter(i -> table.getColumn(i).getText().equals(title))
                .findFirst()
                .orElseThrow();
        if (!Ui.all(view, StatePane.class).getFirst().showsContent()) {
            return List.of();
        }
        return Arrays.stream(table.getItems()).map(i -> i.getText(index)).toList();
    }

    void select(String shortName) {
        Table table = results();
        table.setSelection(column("Short name").indexOf(shortName));
        Ui.notify(table, SWT.Selection);
    }

    /** Opens the list of a facet, ticks a value and closes it. */
    void choose(String facet, String value) {
        Ui.click(toolItems(Ui.root(view)).stream()
                .filter(i -> ("registry.facets." + facet).equals(i.getData("org.volans.id")))
                .findFirst()
                .orElseThrow());
        Shell popup = Arrays.stream(Display.getCurrent().getShells())
                .filter(s -> !tables(s, facet).isEmpty())
                .findFirst()
                .orElseThrow();
        Table table = tables(popup, facet).getFirst();
        TableItem item = Arrays.stream(table.getItems())
                .filter(i -> i.getText().equals(value))
                .findFirst()
                .orElseThrow();
        item.setChecked(!item.getChecked());
        Event event = new Event();
        event.item = item;
        event.detail = SWT.CHECK;
        table.notifyListeners(SWT.Selection, event);
        popup.close();
    }

    static List<Table> tables(Shell shell, String facet) {
        List<Table> found = new java.util.ArrayList<>();
        Ui.collect(shell, Table.class, found);
        return found.stream().filter(id("registry.facet." + facet)::test).toList();
    }

    static List<ToolItem> toolItems(Control root) {
        List<ToolBar> bars = new java.util.ArrayList<>();
        Ui.collect(root, ToolBar.class, bars);
        return bars.stream().flatMap(b -> Arrays.stream(b.getItems())).toList();
    }

    static ToolItem toolItem(Control root, String tooltip) {
        Control stack = root;
        while (toolItems(stack).stream().noneMatch(i -> tooltip.equals(i.getToolTipText()))) {
            stack = stack.getParent();
        }
        return toolItems(stack).stream()
                .filter(i -> tooltip.equals(i.getToolTipText()))
                .findFirst()
                .orElseThrow();
    }

    static <T extends Widget> java.util.function.Predicate<T> id(String id) {
        return w -> id.equals(w.getData("org.volans.id"));
    }
}
