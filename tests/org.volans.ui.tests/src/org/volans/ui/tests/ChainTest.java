package org.volans.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.volans.ui.tests.TapViews.action;
import static org.volans.ui.tests.TapViews.named;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jface.action.IAction;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.Widget;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.ISeries;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.FileEditorInput;
import org.junit.jupiter.api.Test;
import org.volans.api.geometry.Position;
import org.volans.ui.Ids;
import org.volans.ui.project.ProjectFolder;
import org.volans.ui.selection.OpenTable;
import org.volans.ui.selection.OpenTables;
import org.volans.ui.selection.SkyPoint;

/** The whole chain by mouse: from a list of positions to SEDs and cutouts, no query typed. */
class ChainTest {

    private static final String COMMANDS = "org.volans.discovery.ui.";
    private static final int POSITIONS = 19;
    private static final int ROWS = 23;

    @Test
    void fromPositionsToSedAndCutout() throws Exception {
        Ui.startSky();
        Ui.page().closeAllEditors(false);
        try (PauseMeter meter = new PauseMeter("chain")) {
            throughTheChain();
        }
        assertThat(UiThreadGuard.offences()).isEmpty();
        pictures("chain");
    }

    private static void throughTheChain() throws Exception {
        Ui.open("objects.vot");
        assertThat(opened("objects").table().getRowCount()).isEqualTo(POSITIONS);

        findPhotometry("SDSS12", 2, "sdss12");
        OpenTable table = newest("objects_with_sdss12");
        IEditorPart colours = editor(table.name());
        assertThat(table.table().getRowCount()).isEqualTo(ROWS);
        assertThat(queries()).anyMatch(name -> name.startsWith("objects_with_sdss12"));
        highlight(colours, 2);
        String name = String.valueOf(table.table().getCell(2, 0));
        assertThat(sedOf(name)).hasSizeGreaterThanOrEqualTo(4);

        findImages();
        assertThat(newest(table.name() + "_radio").table().getRowCount()).isGreaterThan(ROWS);

        Ui.page().activate(colours);
        run("cutoutHere");
        IEditorPart image = editor("radio_");
        assertThat(image.getSite().getId()).isEqualTo(Ids.IMAGE_EDITOR);
        assertThat(((FileEditorInput) image.getEditorInput()).getFile().getFileExtension())
                .isEqualTo("fits");
        assertThat(Ui.page().isPartVisible(colours))
                .as("the table stays beside its image")
                .isTrue();

        followTheHighlight(colours);
    }

    /** With the toggle on each row that is highlighted gets its cutout; a row that had it shows it again. */
    private static void followTheHighlight(IEditorPart colours) throws Exception {
        String first = visibleImage();
        run("cutoutOnSelection");
        highlight(colours, 4);
        Ui.until("the cutout of another row", () -> !visibleImage().equals(first));
        highlight(colours, 2);
        Ui.until("the first is shown again", () -> visibleImage().equals(first));
        run("cutoutOnSelection");
        assertThat(Ui.page().isPartVisible(colours)).isTrue();
        assertThat(Arrays.stream(Ui.page().getEditorReferences()).filter(r -> Ids.IMAGE_EDITOR.equals(r.getId())))
                .hasSize(2);
    }

    private static String visibleImage() {
        return Arrays.stream(Ui.page().getEditorReferences())
                .filter(r -> Ids.IMAGE_EDITOR.equals(r.getId()))
                .filter(r -> r.getEditor(false) != null && Ui.page().isPartVisible(r.getEditor(false)))
                .map(IEditorReference::getName)
                .findFirst()
                .orElse("");
    }

    /** Radio flux densities are photometry too: joined with what is there, they make one SED. */
    @Test
    void radioFluxesJoinTheMagnitudes() throws Exception {
        Ui.startSky();
        Ui.page().closeAllEditors(false);
        Ui.open("objects.vot");
        opened("objects");
        findPhotometry("SDSS12", 2, "sdss12");
        String magnitudes = newest("objects_with_sdss12").name();
        findPhotometry("LoLSS", 100, "source_catalog");
        OpenTable table = newest(magnitudes + "_with_source_catalog");
        assertThat(table.table().getRowCount()).isEqualTo(ROWS);
        highlight(editor(table.name()), 2);
        Ui.until(
                "five points, one of them radio",
                () -> Ui.all(Ui.page().findView(Ids.SED_VIEW), Chart.class).stream()
                        .flatMap(chart -> Arrays.stream(chart.getSeriesSet().getSeries()))
                        .map(series -> (ISeries<?>) series)
                        .anyMatch(series -> series.getXSeries().length == 5
                                && Arrays.stream(series.getXSeries()).anyMatch(metres -> metres > 1)));
        painted();
        Ui.screenshot("chain-radio");
        everythingTogether(table);
    }

    /** The object's SED is kept while a row of the observations shows where its image can be had. */
    private static void everythingTogether(OpenTable table) throws Exception {
        IViewPart sed = Ui.page().findView(Ids.SED_VIEW);
        IAction keep = action(sed, "Keep Objects");
        run("cutoutHere");
        editor("radio_");
        keep.setChecked(true);
        keep.run();
        IWorkbenchPartReference bottom = Ui.page().findViewReference(Ids.DISCOVERY_VIEW);
        try {
            findImages();
            highlight(editor(newest(table.name() + "_radio").name()), 0);
            Ui.until(
                    "its links",
                    () -> Ui.all(Ui.page().findView(Ids.LINKS_VIEW), Tree.class).stream()
                            .anyMatch(tree -> tree.getItemCount() > 0));
            Ui.page().bringToTop(Ui.page().findView(Ids.LINKS_VIEW));
            Ui.page().setPartState(bottom, IWorkbenchPage.STATE_MINIMIZED);
            pictures("overview");
        } finally {
            Ui.page().setPartState(bottom, IWorkbenchPage.STATE_RESTORED);
            keep.setChecked(false);
            keep.run();
        }
    }

    @Test
    void aPlaceThatNoImageCoversIsSaidInWords() throws Exception {
        Ui.startSky();
        AtomicReference<String> said = new AtomicReference<>("");
        Runnable reader = new Runnable() {
            @Override
            public void run() {
                Arrays.stream(Display.getCurrent().getShells())
                        .filter(shell -> shell.getText().equals("Cut Out Radio Image"))
                        .forEach(shell -> {
                            List<Label> labels = new ArrayList<>();
                            Ui.collect(shell, Label.class, labels);
                            said.set(labels.stream().map(Label::getText).reduce("", (x, y) -> x + y));
                            shell.close();
                        });
                if (said.get().isEmpty()) {
                    Display.getCurrent().timerExec(100, this);
                }
            }
        };
        Highlighter.show().select(new SkyPoint(new Position(10, -30), "a test"));
        run("cutoutHere");
        reader.run();
        Ui.until("it is said", () -> !said.get().isEmpty());
        assertThat(said.get())
                .contains("No radio image covers 10.000000 -30.000000")
                .contains("1 of 4 services");
    }

    private static OpenTable newest(String start) {
        return Ui.found("table " + start, () -> {
            List<OpenTable> open = Ui.service(OpenTables.class).all();
            return Optional.of(open.getLast()).filter(t -> t.name().startsWith(start));
        });
    }

    /** The dialog opens in this very call, so what a person does in it waits in the queue of events. */
    private static void findPhotometry(String words, int arcsec, String table) throws Exception {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Display.getCurrent().asyncExec(() -> {
            try {
                fillInDialog(words, arcsec, table);
            } catch (Exception | AssertionError e) {
                failure.set(e);
                dialog().ifPresent(Shell::close);
            }
        });
        run("findPhotometry");
        if (failure.get() != null) {
            throw new AssertionError("the dialog", failure.get());
        }
    }

    private static void fillInDialog(String words, int arcsec, String table) throws Exception {
        Shell dialog = Ui.found("the dialog", ChainTest::dialog);
        assertThat(in(dialog, Combo.class, "photometry.objects").getText()).startsWith("objects");
        Text keyword = in(dialog, Text.class, "photometry.keyword");
        if (!keyword.getText().equals(words)) {
            keyword.setText(words);
        }
        in(dialog, Spinner.class, "photometry.radius").setSelection(arcsec * 10); // its digits are tenths
        Button ok = in(dialog, Button.class, "photometry.ok");
        Ui.until("candidates", ok::isEnabled);
        Table candidates = in(dialog, Table.class, "photometry.candidates");
        assertThat(candidates.getSelectionIndex()).isZero();
        assertThat(candidates.getItem(0).getText(0)).contains(table);
        painted();
        Ui.screenshot("find-photometry");
        Ui.click(ok);
    }

    private static Optional<Shell> dialog() {
        return Arrays.stream(Display.getCurrent().getShells())
                .filter(named("photometry.dialog"))
                .findFirst();
    }

    private static void findImages() throws Exception {
        run("findImages");
        IViewPart view = Ui.view(Ids.DISCOVERY_VIEW);
        Table services = Ui.one(view, Table.class, named("discovery.services"));
        Ui.until(
                "all services have ended",
                () -> services.getItemCount() == 4
                        && Arrays.stream(services.getItems())
                                .noneMatch(i ->
                                        i.getText(1).isEmpty() || i.getText(1).startsWith("asking")));
        assertThat(Arrays.stream(services.getItems()).map(i -> i.getText(1)))
                .containsExactlyInAnyOrder("answered", "answered", "answered", "failed");
    }

    private static double[] sedOf(String name) throws Exception {
        IViewPart view = Ui.page().findView(Ids.SED_VIEW); // the editor keeps the focus, as it does for a person
        return Ui.found(
                        "the SED of " + name,
                        () -> Ui.all(view, Chart.class).stream()
                                .filter(chart -> chart.getTitle().getText().startsWith(name))
                                .map(chart -> chart.getSeriesSet().getSeries())
                                .filter(series -> series.length > 0)
                                .map(series -> (ISeries<?>) series[0])
                                .findFirst())
                .getXSeries();
    }

    private static void run(String command) throws Exception {
        PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(COMMANDS + command, null);
    }

    private static OpenTable opened(String name) {
        return Ui.found(
                "table " + name,
                () -> Ui.service(OpenTables.class).all().stream()
                        .filter(t -> t.name().equals(name))
                        .findFirst());
    }

    private static IEditorPart editor(String start) {
        return Ui.found(
                "editor " + start,
                () -> Arrays.stream(Ui.page().getEditorReferences())
                        .filter(r -> r.getName().startsWith(start))
                        .map((IEditorReference r) -> Optional.ofNullable(r.getEditor(false)))
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    /** Clicks a row of a table, as it is shown. */
    private static void highlight(IEditorPart editor, int row) {
        Ui.page().activate(editor);
        NatTable grid = Ui.found(
                "the grid",
                () -> Ui.all(editor, NatTable.class).stream()
                        .filter(named("table.grid"))
                        .filter(g -> g.getRowCount() > row + 1)
                        .findFirst());
        Ui.until("its cells", () -> !"\u2026".equals(String.valueOf(grid.getDataValueByPosition(1, row + 1))));
        Rectangle cell = grid.getBoundsByPosition(1, row + 1);
        for (int type : new int[] {SWT.MouseDown, SWT.MouseUp}) {
            Event event = new Event();
            event.widget = grid;
            event.display = grid.getDisplay();
            event.button = 1;
            event.count = 1;
            event.x = cell.x + 10;
            event.y = cell.y + cell.height / 2;
            grid.notifyListeners(type, event);
        }
    }

    private static List<String> queries() throws Exception {
        return Arrays.stream(Ui.service(ProjectFolder.class)
                        .project()
                        .getFolder(ProjectFolder.QUERIES)
                        .members())
                .map(r -> r.getName())
                .toList();
    }

    private static <T extends Widget> T in(Composite parent, Class<T> kind, String id) {
        List<T> found = new ArrayList<>();
        Ui.collect(parent, kind, found);
        return found.stream().filter(named(id)).findFirst().orElseThrow(() -> new AssertionError("no " + id));
    }

    private static void pictures(String name) throws Exception {
        painted();
        Ui.screenshot(name);
        ShellTest.theme("dark");
        try {
            painted();
            Ui.screenshot(name + "-dark");
        } finally {
            ShellTest.theme("light");
        }
    }

    /** What has changed is painted a moment later. */
    private static void painted() {
        boolean[] later = {false};
        Display.getCurrent().timerExec(700, () -> later[0] = true);
        Ui.until("it is painted", () -> later[0]);
    }
}
