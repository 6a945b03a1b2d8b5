package org.volans.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.volans.ui.tests.ChainSteps.editor;
import static org.volans.ui.tests.ChainSteps.findImages;
import static org.volans.ui.tests.ChainSteps.findPhotometry;
import static org.volans.ui.tests.ChainSteps.highlight;
import static org.volans.ui.tests.ChainSteps.newest;
import static org.volans.ui.tests.ChainSteps.opened;
import static org.volans.ui.tests.ChainSteps.painted;
import static org.volans.ui.tests.ChainSteps.pictures;
import static org.volans.ui.tests.ChainSteps.run;
import static org.volans.ui.tests.ChainSteps.sedOf;
import static org.volans.ui.tests.TapViews.action;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IAction;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.ISeries;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.part.FileEditorInput;
import org.junit.jupiter.api.Test;
import org.volans.api.geometry.Position;
import org.volans.ui.Ids;
import org.volans.ui.project.ProjectFolder;
import org.volans.ui.selection.OpenTable;
import org.volans.ui.selection.SkyPoint;

/** The whole chain by mouse: from a list of positions to SEDs and cutouts, no query typed. */
class ChainTest {

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
        eitherSideAlone(Ui.page().findView(Ids.SED_VIEW));
        everythingTogether(table);
    }

    private static void eitherSideAlone(IViewPart sed) throws Exception {
        IAxis wavelengths = Ui.one(sed, Chart.class, c -> true).getAxisSet().getXAxis(0);
        inMenu(sed, "Show Optical and Infrared").run();
        assertThat(wavelengths.getRange().upper).isLessThan(1e-5);
        painted();
        Ui.screenshot("sed-optical");
        inMenu(sed, "Show Radio").run();
        assertThat(wavelengths.getRange().lower).isGreaterThan(1);
        inMenu(sed, "Show All Points").run();
        assertThat(wavelengths.getRange().lower).isLessThan(1e-5);
        assertThat(wavelengths.getRange().upper).isGreaterThan(1);
    }

    private static IAction inMenu(IViewPart view, String label) {
        return Arrays.stream(view.getViewSite().getActionBars().getMenuManager().getItems())
                .map(item -> item instanceof ActionContributionItem one ? one.getAction() : null)
                .filter(action -> action != null && label.equals(action.getText()))
                .findFirst()
                .orElseThrow();
    }

    /** The object's SED is kept while a row of the observations shows where its image can be had. */
    private static void everythingTogether(OpenTable table) throws Exception {
        IViewPart sed = Ui.page().findView(Ids.SED_VIEW);
        IAction keep = action(sed, "Keep Objects");
        IWorkbenchPartReference bottom = Ui.page().findViewReference(Ids.DISCOVERY_VIEW);
        // so that the image has room below the table
        Ui.page().setPartState(bottom, IWorkbenchPage.STATE_MINIMIZED);
        painted();
        run("cutoutHere");
        editor("radio_");
        Ui.page().setPartState(bottom, IWorkbenchPage.STATE_RESTORED);
        keep.setChecked(true);
        keep.run();
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

    private static List<String> queries() throws Exception {
        return Arrays.stream(Ui.service(ProjectFolder.class)
                        .project()
                        .getFolder(ProjectFolder.QUERIES)
                        .members())
                .map(r -> r.getName())
                .toList();
    }
}
