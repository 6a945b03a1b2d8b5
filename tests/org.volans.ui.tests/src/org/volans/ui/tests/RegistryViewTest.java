package org.volans.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
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
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.Widget;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.keys.IBindingService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.volans.api.registry.RegistryRecord;
import org.volans.ui.Ids;
import org.volans.ui.services.Preferences;
import org.volans.ui.services.RegistryChoice;
import org.volans.ui.services.ServiceEntry;
import org.volans.ui.services.ServiceList;
import org.volans.ui.widgets.StatePane;

/** The Registry view on the embedded sky. */
class RegistryViewTest {

    private IViewPart view;
    private URI sky;

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

    @Test
    void findsThePhotometryWhileItsNameIsTyped() throws Exception {
        shoot("registry-empty");
        keywords().setText("SDS");
        keywords().setText("SDSS12");
        Ui.until("it is listed", () -> column("Short name").contains("V/147"));
        Ui.until("all are counted", () -> status().equals("2 of 2 resources."));
        select("V/147");
        assertThat(about())
                .contains("SDSS Photometric Catalogue")
                .contains("Identifier\tivo://sky.volans/vizier/v/147")
                .contains("Reference\thttps://www.ivoa.net/");
        Ui.until("subjects are read", () -> about().contains("Subjects\t"));
        IStructuredSelection published = (IStructuredSelection) Ui.page().getSelection(Ids.REGISTRY_VIEW);
        assertThat(published.toArray()).singleElement().isInstanceOf(RegistryRecord.class);
        shoot("registry");
    }

    @Test
    void showsTablesInterfacesAndCitationOfARecord() throws Exception {
        keywords().setText("SDSS12");
        Ui.until("it is listed", () -> column("Short name").contains("V/147"));
        select("V/147");
        assertThat(Ui.one(view, Table.class, id("registry.access")).getItems()).anySatisfy(i -> {
            assertThat(i.getText(0)).isEqualTo("TAP (shared)");
            assertThat(i.getText(1)).endsWith("/vizier/tap");
        });
        assertThat(Ui.one(view, StyledText.class, id("registry.citation")).getText())
                .contains("@misc{sky-volans-vizier-v-147,")
                .contains("VO resource ivo://sky.volans/vizier/v/147, https://www.ivoa.net/");
        CTabFolder tabs = Ui.one(view, CTabFolder.class, id("registry.tabs"));
        tabs.setSelection(2);
        Ui.click(tabs);
        Tree tree = Ui.one(view, Tree.class, id("registry.tables"));
        Ui.until("its table is there", () -> tree.getItemCount() == 1);
        assertThat(tree.getItem(0).getText(0)).isEqualTo("\"V/147/sdss12\"");
        assertThat(Arrays.stream(tree.getItem(0).getItems()).map(i -> i.getText(0)))
                .contains("umag", "gmag");
        shoot("registry-tables");
        tabs.setSelection(0);
    }

    @Test
    void aFacetNarrowsWhatIsThere() {
        keywords().setText("sky");
        Ui.until("several are listed", () -> column("Short name").size() > 4 && status().contains(" of "));
        int all = column("Short name").size();
        choose("TYPE", "Cone search");
        Ui.until("fewer are listed", () -> column("Short name").size() < all);
        assertThat(column("Services")).isNotEmpty().allMatch(s -> s.contains("Cone search"));
        assertThat(status()).isEqualTo(column("Services").size() + " of " + all + " resources.");
        choose("TYPE", "Cone search");
        Ui.until("all are back", () -> column("Short name").size() == all);
    }

    @Test
    void anExampleAsksForFacetsAlone() {
        Ui.click(link("ObsCore radio services"));
        Ui.until("they are listed", () -> status().equals("6 of 6 resources."));
        assertThat(column("Short name"))
                .contains("Sky ASTRON TAP", "Sky GAVO TAP")
                .doesNotContain("V/147");
    }

    @Test
    void putsTheServiceBehindARecordIntoServices() {
        URI vizier = sky.resolve("/vizier/tap");
        ServiceList services = Ui.service(ServiceList.class);
        services.all().stream().filter(e -> e.url().equals(vizier)).forEach(e -> {
            try {
                services.remove(e);
            } catch (org.volans.api.OutputException e1) {
                throw new AssertionError(e1);
            }
        });
        keywords().setText("SDSS12");
        Ui.until("it is listed", () -> column("Short name").contains("V/147"));
        select("V/147");
        Ui.notify(results(), SWT.DefaultSelection);
        Ui.until(
                "it is in Services",
                () -> services.all().stream()
                        .anyMatch(e ->
                                e.equals(new ServiceEntry("Sky VizieR TAP", "ivo://sky.volans/vizier/tap", vizier))));
        Ui.until(
                "the Services view shows",
                () -> Ui.page().findView(Ids.SERVICES_VIEW) != null
                        && Ui.page().isPartVisible(Ui.page().findView(Ids.SERVICES_VIEW)));
    }

    /** Only the embedded sky is elsewhere in the next session: what a lasting registry of this machine knows is kept. */
    @Test
    void keepsTheServiceOfALastingRegistryOfThisMachine() throws Exception {
        URI vizier = sky.resolve("/vizier/tap");
        ServiceList services = Ui.service(ServiceList.class);
        for (ServiceEntry entry : services.all()) {
            if (entry.url().equals(vizier)) {
                services.remove(entry);
            }
        }
        IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode(Preferences.NODE);
        preferences.put(Preferences.REGISTRY, sky.toString());
        try {
            assertThat(Ui.service(RegistryChoice.class).name()).isEqualTo(sky.getHost() + ":" + sky.getPort());
            keywords().setText("SDSS12");
            Ui.until("it is listed", () -> column("Short name").contains("V/147"));
            select("V/147");
            Ui.notify(results(), SWT.DefaultSelection);
            ServiceEntry added = Ui.found(
                    "it is in Services",
                    () -> services.all().stream()
                            .filter(e -> e.url().equals(vizier))
                            .findFirst());
            assertThat(Files.readString(Ui.file("services.json").getLocation().toPath()))
                    .contains(vizier.toString());
            services.remove(added);
            services.addForSession(added);
        } finally {
            preferences.remove(Preferences.REGISTRY);
        }
    }

    @Test
    void tellsUnknownCoverageFromNoCoverage() throws Exception {
        keywords().setText("sky");
        position().setText("10 -30");
        Ui.until("what does not cover is counted", () -> status().contains("not cover the position"));
        assertThat(column("Coverage")).isNotEmpty().containsOnly("unknown");
        position().setText("16:01:56.2 +46:46:05");
        Ui.until("some cover it", () -> column("Coverage").contains("covers"));
        Ui.until("the rest is there", () -> column("Coverage").contains("unknown"));
        assertThat(column("Coverage")).isSorted();
        shoot("registry-coverage");
        position().setText("nowhere");
        Ui.until(
                "the fault is told",
                () -> Ui.one(view, org.eclipse.swt.widgets.Label.class, id("registry.fault"))
                        .getText()
                        .startsWith("Not a position"));
    }

    @Test
    void saysWhatToRelaxWhenNothingIsFound() {
        keywords().setText("SDSS12 unheardof");
        Ui.until("it says so", () -> says().contains("Nothing found"));
        Ui.click(link("Only \u201cSDSS12\u201d"));
        Ui.until("that is found", () -> status().equals("2 of 2 resources."));
    }

    @Test
    void aDeadRegistryLeavesARetryLink() throws Exception {
        RegistryChoice choice = Ui.service(RegistryChoice.class);
        keywords().setText("SDSS12");
        Ui.until("it is listed", () -> status().equals("2 of 2 resources."));
        choice.use(URI.create("http://127.0.0.1:9/tap"), "a dead registry");
        Ui.until("it failed", () -> says().contains("The search failed") || status().contains("Retry"));
        assertThat(says()).contains("127.0.0.1:9").contains("Retry").contains("Choose another registry");
        shoot("registry-failed");
        choice.use(sky, "the embedded sky");
        Ui.until("it is listed again", () -> status().equals("2 of 2 resources."));
    }

    @Test
    void aRegistryThatSendsAPageOrNothingFails() {
        RegistryChoice choice = Ui.service(RegistryChoice.class);
        keywords().setText("SDSS12");
        choice.use(sky.resolve("/_fault/html/tap"), "a page");
        Ui.until("it failed", () -> says().contains("answered HTML"));
        choice.use(sky.resolve("/vizier/tap"), "no registry");
        Ui.until("it is no registry", () -> says().contains("no registry"));
        choice.use(sky.resolve("/_fault/hang/tap"), "a silent one");
        Ui.until("it is asked", () -> says().startsWith("Searching"));
        Ui.click(link("Stop"));
        assertThat(says()).startsWith("Stopped");
    }

    @Test
    void rowsAppearWhileTheRestIsStillBeingAskedFor() throws Exception {
        try (BigRegistry big = new BigRegistry(30_000)) {
            Ui.service(RegistryChoice.class).use(big.url(), "a big registry");
            Ui.until(
                    "its name is shown",
                    () -> toolItems(Ui.root(view)).stream()
                            .anyMatch(i -> i.getText().startsWith("a big registry")));
            choose("TYPE", "TAP");
            Ui.until("it is asked", () -> says().startsWith("Searching"));
            big.pages.release();
            Ui.until("the first page is there", () -> results().getItemCount() == 50);
            assertThat(status()).isEqualTo("Searching\u2026 50 so far.");
            assertThat(column("Short name")).startsWith("R000000");
            big.pages.release(2);
            Ui.until("the limit is reached", () -> status().equals("1,000 of 30,000 resources."));
            big.pages.release(100);
            try (PauseMeter pauses = new PauseMeter("registry-big")) {
                clickStatus();
                Ui.until("more are there", () -> status().equals("11,000 of 30,000 resources."));
                clickStatus();
                Ui.until("all are there", () -> status().equals("30,000 of 30,000 resources."));
                Ui.click(results().getColumn(2));
                Ui.click(results().getColumn(2));
                Ui.until("it is sorted", () -> results().getItem(0).getText().equals("R029999"));
                results().setTopIndex(29_990);
                choose("WAVEBAND", "radio");
                Ui.until("it is narrowed", () -> status().equals("10,000 of 30,000 resources."));
            }
            shoot("registry-big");
            Ui.click(results().getColumn(2));
        }
    }

    @Test
    void refreshAndDownDoWhatTheirKeysSay() throws Exception {
        keywords().setText("SDSS12");
        Ui.until("it is listed", () -> status().equals("2 of 2 resources."));
        assertThat(PlatformUI.getWorkbench()
                        .getService(IBindingService.class)
                        .getBestActiveBindingFormattedFor(IWorkbenchCommandConstants.FILE_REFRESH))
                .isEqualTo("F5");
        PlatformUI.getWorkbench()
                .getService(IHandlerService.class)
                .executeCommand(IWorkbenchCommandConstants.FILE_REFRESH, null);
        assertThat(status()).startsWith("Searching");
        Ui.until("it is listed again", () -> status().equals("2 of 2 resources."));
        Event down = new Event();
        down.keyCode = SWT.ARROW_DOWN;
        keywords().notifyListeners(SWT.KeyDown, down);
        assertThat(results().getSelectionCount()).isEqualTo(1);
        assertThat(results().isFocusControl()).isTrue();
    }

    @Test
    void whatWasLookedForIsThereAgainAfterReopening() throws Exception {
        keywords().setText("SDSS12");
        choose("WAVEBAND", "optical");
        Ui.until("it is listed", () -> status().startsWith("2 of "));
        results().getColumn(2).setWidth(222);
        Ui.page().hideView(view);
        view = Ui.view(Ids.REGISTRY_VIEW);
        assertThat(keywords().getText()).isEqualTo("SDSS12");
        assertThat(results().getColumn(2).getWidth()).isEqualTo(222);
        Ui.until("it is searched again", () -> status().startsWith("2 of "));
        assertThat(column("Waveband")).allMatch(w -> w.contains("optical"));
    }

    private Text keywords() {
        return Ui.one(view, Text.class, id("registry.keywords"));
    }

    private Text position() {
        return Ui.one(view, Text.class, id("registry.position"));
    }

    private Table results() {
        return Ui.one(view, Table.class, id("registry.results"));
    }

    private String about() {
        return Ui.one(view, StyledText.class, id("registry.about")).getText();
    }

    /** What the line below the list says, without links. */
    private String status() {
        return Ui.one(view, Link.class, id("registry.status")).getText().replaceAll("\\s*<a.*?</a>", "");
    }

    /** Clicks the first link of the line below the list. */
    private void clickStatus() {
        Event event = new Event();
        event.text = "0";
        Ui.one(view, Link.class, id("registry.status")).notifyListeners(SWT.Selection, event);
    }

    /** A picture once everything is painted, which GTK does some time after the events. */
    private static void shoot(String name) throws Exception {
        boolean[] painted = {false};
        Display.getCurrent().timerExec(400, () -> painted[0] = true);
        Ui.until("it is painted", () -> painted[0]);
        Ui.page().bringToTop(Ui.page().findView(Ids.REGISTRY_VIEW));
        Ui.screenshot(name);
    }

    /** What stands in place of the list. */
    private String says() {
        return Ui.all(view, StatePane.class).getFirst().says();
    }

    private Link link(String words) {
        return Ui.one(view, Link.class, l -> l.getText().contains(">" + words + "<"));
    }

    /** The cells of a column; a row that is not looked at is filled by asking for it. */
    private List<String> column(String title) {
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

    private void select(String shortName) {
        Table table = results();
        table.setSelection(column("Short name").indexOf(shortName));
        Ui.notify(table, SWT.Selection);
    }

    /** Opens the list of a facet, ticks a value and closes it. */
    private void choose(String facet, String value) {
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

    private static List<Table> tables(Shell shell, String facet) {
        List<Table> found = new java.util.ArrayList<>();
        Ui.collect(shell, Table.class, found);
        return found.stream().filter(id("registry.facet." + facet)::test).toList();
    }

    private static List<ToolItem> toolItems(Control root) {
        List<ToolBar> bars = new java.util.ArrayList<>();
        Ui.collect(root, ToolBar.class, bars);
        return bars.stream().flatMap(b -> Arrays.stream(b.getItems())).toList();
    }

    private static ToolItem toolItem(Control root, String tooltip) {
        Control stack = root;
        while (toolItems(stack).stream().noneMatch(i -> tooltip.equals(i.getToolTipText()))) {
            stack = stack.getParent();
        }
        return toolItems(stack).stream()
                .filter(i -> tooltip.equals(i.getToolTipText()))
                .findFirst()
                .orElseThrow();
    }

    private static <T extends Widget> java.util.function.Predicate<T> id(String id) {
        return w -> id.equals(w.getData("org.volans.id"));
    }
}
