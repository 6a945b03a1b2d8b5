package org.volans.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.volans.api.InputException;
import org.volans.api.geometry.Position;
import org.volans.api.handler.EventSource;
import org.volans.api.handler.Handler;
import org.volans.api.handler.HandlerContext;
import org.volans.api.handler.HandlerEvent;
import org.volans.api.handler.HandlerResult;
import org.volans.api.handler.LinkHandler;
import org.volans.api.table.TableService;
import org.volans.ui.Ids;
import org.volans.ui.project.ProjectFolder;
import org.volans.ui.selection.OpenTable;
import org.volans.ui.selection.SkyPoint;
import org.volans.ui.selection.TableRow;
import org.volans.ui.widgets.StatePane;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.RowListStarTable;

/** The Links view follows what is highlighted, and its forms cut out. */
class LinksViewTest {

    private final Highlighter highlighter;
    private final IViewPart view;

    LinksViewTest() throws Exception {
        highlighter = Highlighter.show();
        view = Ui.view(Ids.LINKS_VIEW);
    }

    @BeforeAll
    static void start() throws Exception {
        Ui.startSky();
    }

    private StatePane state() {
        return Ui.one(view, StatePane.class, s -> true);
    }

    private <T extends Control> T named(Class<T> kind, String id) {
        return Ui.one(view, kind, c -> id.equals(c.getData("org.volans.id")));
    }

    /** From an empty view: the links of the row before would else be taken for the new ones. */
    private void showMosaic() {
        showNothing();
        OpenTable mosaic = Highlighter.table("mosaic", Highlighter.ask("SELECT * FROM lolss.mosaic"));
        highlighter.select(new TableRow(mosaic, 0));
        Ui.until(
                "links of the mosaic",
                () -> state().showsContent()
                        && item(i -> i.equals("Cutouts at once")).isPresent());
    }

    private Optional<TreeItem> item(Predicate<String> title) {
        for (TreeItem group : named(Tree.class, "links.tree").getItems()) {
            for (TreeItem item : group.getItems()) {
                if (title.test(item.getText(0))) {
                    return Optional.of(item);
                }
            }
        }
        return Optional.empty();
    }

    private void choose(String title) {
        TreeItem item = item(title::equals).orElseThrow();
        Tree tree = item.getParent();
        tree.setSelection(item);
        Event event = new Event();
        event.item = item;
        tree.notifyListeners(org.eclipse.swt.SWT.Selection, event);
    }

    private List<String> groups() {
        return List.of(named(Tree.class, "links.tree").getItems()).stream()
                .map(TreeItem::getText)
                .toList();
    }

    @Test
    void groupsTheLinksByWhatTheyMean() throws Exception {
        showMosaic();
        assertThat(groups()).startsWith("The data set", "Cutouts", "Previews").contains("What it was made from");
        TreeItem whole = named(Tree.class, "links.tree").getItem(0).getItem(0);
        assertThat(whole.getText(1)).isEqualTo("FITS");
        assertThat(whole.getText(2)).endsWith(" MB");
        choose("The whole image as a picture");
        Canvas preview = named(Canvas.class, "links.preview");
        Ui.until("the picture", () -> "".equals(preview.getToolTipText()));
        Ui.screenshot("links");
    }

    /** Not the one that is selected to begin with; and once, however often the view gets the focus. */
    @Test
    void aChosenLinkIsHandled() throws Exception {
        List<String> handled = new CopyOnWriteArrayList<>();
        LinkHandler handler = new LinkHandler() {

            @Override
            public boolean accepts(HandlerEvent.Link event) {
                return event.source() instanceof EventSource.Here;
            }

            @Override
            public List<HandlerResult> handle(
                    HandlerEvent.Link event, HandlerContext context, IProgressMonitor monitor) {
                handled.add(event.link().description());
                return HandlerResult.none();
            }
        };
        ServiceRegistration<LinkHandler> registration = FrameworkUtil.getBundle(LinksViewTest.class)
                .getBundleContext()
                .registerService(
                        LinkHandler.class,
                        handler,
                        new Hashtable<>(Map.of(Handler.ID, "test.links", Handler.LABEL, "Links")));
        try {
            showMosaic();
            Ui.page().activate(view);
            choose("The whole image as a picture");
            Ui.until("it is handled", () -> !handled.isEmpty());
            Highlighter.show();
            Ui.page().activate(view);
            choose("Cutouts at once");
            Ui.until("so is the next", () -> handled.size() > 1);
            assertThat(handled).containsExactly("The whole image as a picture", "Cutouts at once");
        } finally {
            registration.unregister();
        }
    }

    @Test
    void theFormStartsAtTheRowsPositionAndCutsOut() throws Exception {
        showMosaic();
        choose("Cutouts at once");
        double ra = Double.parseDouble(named(Text.class, "links.form.ra").getText());
        double dec = Double.parseDouble(named(Text.class, "links.form.dec").getText());
        assertThat(named(Combo.class, "links.form.shape").getText()).isEqualTo("Circle");
        assertThat(ra).isBetween(0.0, 360.0);
        assertThat(dec).isCloseTo(47, within(5.0));
        named(Text.class, "links.form.radius").setText("90");
        named(Combo.class, "links.form.radiusUnit").select(2);
        named(Text.class, "links.form.ra").setText("240.484");
        named(Text.class, "links.form.dec").setText("46.768");
        Ui.screenshot("links-form");
        Ui.click(named(Button.class, "links.form.run"));
        Ui.until("the cutout", () -> status().contains("Saved as"));
        IFile fits = cutout().orElseThrow();
        assertThat(fits.getParent().getName()).isEqualTo(ProjectFolder.IMAGES);
        assertThat(Highlighter.off(
                                "sidecar", m -> Ui.service(ProjectFolder.class).provenance(fits))
                        .orElseThrow()
                        .query())
                .contains("CIRCLE=240.484+46.768+0.025");
    }

    private String status() {
        return Ui.all(view, Link.class).stream()
                .filter(l -> "links.status".equals(l.getData("org.volans.id")) && l.isVisible())
                .map(Link::getText)
                .collect(Collectors.joining("\n"));
    }

    private static Optional<IFile> cutout() throws CoreException {
        IFolder images = Ui.service(ProjectFolder.class).project().getFolder(ProjectFolder.IMAGES);
        for (IResource member : images.members()) {
            if (member instanceof IFile file && file.getName().matches("cutout-240\\.48.*\\.fits")) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    @Test
    void keepsTheInputWhenThereIsNothing() {
        showMosaic();
        choose("Cutouts at once");
        named(Text.class, "links.form.ra").setText("10");
        named(Text.class, "links.form.dec").setText("-80");
        Ui.click(named(Button.class, "links.form.run"));
        Ui.until("no overlap", () -> status().startsWith("Nothing there: "));
        assertThat(named(Text.class, "links.form.ra").getText()).isEqualTo("10");
        named(Text.class, "links.form.dec").setText("north");
        Ui.click(named(Button.class, "links.form.run"));
        assertThat(status()).contains("'north' is no declination");
        // a whole position, as it is copied from elsewhere
        named(Text.class, "links.form.ra").setText("00:40:00 -80:00:00");
        named(Text.class, "links.form.dec").setText("");
        Ui.click(named(Button.class, "links.form.run"));
        Ui.until("no overlap again", () -> status().startsWith("Nothing there: "));
    }

    @Test
    void readsWellInTheDark() throws Exception {
        showMosaic();
        choose("Cutouts at once");
        IHandlerService handlers = view.getSite().getService(IHandlerService.class);
        handlers.executeCommand("org.volans.app.theme", null);
        try {
            Tree tree = named(Tree.class, "links.tree");
            Ui.until("a dark tree", () -> tree.getBackground().getRed() < 128);
            Ui.screenshot("links-dark");
        } finally {
            handlers.executeCommand("org.volans.app.theme", null);
        }
    }

    @Test
    void offersAPointedPosition() {
        highlighter.select(new SkyPoint(new Position(239.5, 47.25), "a picture"));
        showMosaic();
        choose("Cutouts at once");
        Button from = named(Button.class, "links.form.from");
        Ui.click(from);
        MenuItem pointed = List.of(from.getMenu().getItems()).stream()
                .filter(i -> i.getText().startsWith("a picture"))
                .findFirst()
                .orElseThrow();
        Ui.click(pointed);
        from.getMenu().setVisible(false);
        assertThat(named(Text.class, "links.form.ra").getText()).isEqualTo("239.500000");
        assertThat(named(Text.class, "links.form.dec").getText()).isEqualTo("47.250000");
    }

    @Test
    void saysWhyAJobServiceCannotBeUsed() {
        showMosaic();
        choose("Cutouts as jobs");
        assertThat(named(Button.class, "links.form.run").isEnabled()).isFalse();
    }

    @Test
    void aDeadServiceLeavesAWayToTryAgain() {
        highlighter.select(
                new TableRow(linked("http://127.0.0.1:9/links?ID=x", "application/x-votable+xml;content=datalink"), 0));
        Ui.until("failure", () -> state().says().contains("The links could not be had"));
        assertThat(state().says()).contains("Try again");
    }

    @Test
    void aPlainAccessUrlIsALink() {
        showNothing();
        highlighter.select(new TableRow(linked("http://127.0.0.1:9/data/x.fits", "image/fits"), 0));
        Ui.until(
                "the link",
                () -> state().showsContent() && item(t -> t.equals("x.fits")).isPresent());
        assertThat(groups()).containsExactly("The data set");
        Ui.click(named(Button.class, "links.open"));
        Ui.until("the dead link says so", () -> status().contains("127.0.0.1"));
    }

    /** FITS is images and tables: what is in a file decides which editor opens it. */
    @Test
    void aFitsTableOpensAsATable() throws Exception {
        showNothing();
        Path fits = Files.createTempFile("volans", ".fits");
        try (OneFileServer server = new OneFileServer("application/fits", fitsTable(fits))) {
            highlighter.select(new TableRow(linked(server.url("stars.fits"), "application/fits"), 0));
            Ui.until(
                    "the link",
                    () -> state().showsContent()
                            && item(t -> t.equals("stars.fits")).isPresent());
            Ui.click(named(Button.class, "links.open"));
            Ui.until("it is there", () -> status().contains("Saved as"));
            assertThat(Ui.page().getActiveEditor().getSite().getId()).isEqualTo(Ids.TABLE_EDITOR);
        } finally {
            Files.delete(fits);
        }
    }

    private static byte[] fitsTable(Path file) {
        RowListStarTable table = new RowListStarTable(new ColumnInfo[] {new ColumnInfo("x", Double.class, "")});
        table.addRow(new Object[] {1.0});
        return Highlighter.off("writes a table", monitor -> {
            Ui.service(TableService.class).save(table, file, "", monitor);
            try {
                return Files.readAllBytes(file);
            } catch (IOException e) {
                throw new InputException("cannot be read back", e);
            }
        });
    }

    @Test
    void saysWhatItLookedForWhenThereIsNoLink() {
        showNothing();
        assertThat(state().says()).contains("access_url");
    }

    private void showNothing() {
        RowListStarTable plain = new RowListStarTable(new ColumnInfo[] {new ColumnInfo("x", Double.class, "")});
        plain.addRow(new Object[] {1.0});
        highlighter.select(new TableRow(Highlighter.table("plain", plain), 0));
        Ui.until("no links", () -> state().says().contains("This row leads to no links"));
    }

    private static OpenTable linked(String url, String format) {
        RowListStarTable table = new RowListStarTable(new ColumnInfo[] {
            new ColumnInfo("access_url", String.class, ""), new ColumnInfo("access_format", String.class, "")
        });
        table.addRow(new Object[] {url, format});
        return Highlighter.table("linked", table);
    }
}
