package org.volans.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.volans.ui.tests.TapViews.action;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.ISeries;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.volans.api.table.TableService;
import org.volans.ui.Ids;
import org.volans.ui.project.ProjectFolder;
import org.volans.ui.selection.OpenTable;
import org.volans.ui.selection.TableRow;
import org.volans.ui.widgets.StatePane;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.RowListStarTable;
import uk.ac.starlink.table.StarTable;

/** The SED view follows what is highlighted. */
class SedViewTest {

    private static final String JOIN = "SELECT sdss.SDSS12, mine.ra, mine.\"dec\", sdss.umag, sdss.gmag, sdss.rmag,"
            + " sdss.imag FROM \"V/147/sdss12\" AS sdss JOIN TAP_UPLOAD.mine AS mine ON 1=CONTAINS(POINT('ICRS',"
            + " sdss.RA_ICRS, sdss.DE_ICRS), CIRCLE('ICRS', mine.ra, mine.\"dec\", 1./3600.))";

    private static OpenTable colours = new OpenTable("none", nothing(), Optional.empty(), Optional.empty(), "");

    private final Highlighter highlighter;
    private final IViewPart view;

    SedViewTest() throws Exception {
        highlighter = Highlighter.show();
        view = Ui.view(Ids.SED_VIEW);
    }

    @BeforeAll
    static void join() throws Exception {
        Ui.startSky();
        StarTable objects = Highlighter.off(
                "opens objects.vot",
                monitor -> Ui.service(TableService.class)
                        .open(Ui.file("objects.vot").getLocation().toPath(), "", monitor));
        colours = Highlighter.table("objects_colours", Highlighter.ask(JOIN, objects));
        assertThat(colours.table().getRowCount()).isEqualTo(23);
    }

    private static StarTable nothing() {
        return new RowListStarTable(new ColumnInfo[] {new ColumnInfo("x", Double.class, "")});
    }

    private Chart chart() {
        return Ui.one(view, Chart.class, c -> true);
    }

    private StatePane state() {
        return Ui.one(view, StatePane.class, s -> true);
    }

    private String name(long row) throws Exception {
        return String.valueOf(colours.table().getCell(row, 0));
    }

    private boolean titled(String name) {
        return state().showsContent() && chart().getTitle().getText().startsWith(name);
    }

    @Test
    void drawsTheHighlightedRowOnRealAxes() throws Exception {
        highlighter.select(Highlighter.row(colours, 2));
        String name = name(2);
        Ui.until("the SED of " + name, () -> titled(name));
        ISeries<?>[] series = chart().getSeriesSet().getSeries();
        assertThat(series).hasSize(1);
        // pivot wavelengths of the SDSS filters u, g, r, i (SVO Filter Profile Service)
        assertThat(series[0].getXSeries()).hasSize(4);
        double[] expected = {355.7e-9, 470.2e-9, 617.6e-9, 749.0e-9};
        for (int i = 0; i < expected.length; i++) {
            assertThat(series[0].getXSeries()[i]).isCloseTo(expected[i], within(expected[i] * 0.01));
        }
        assertThat(chart().getAxisSet().getXAxis(0).isLogScaleEnabled()).isTrue();
        assertThat(chart().getAxisSet().getYAxis(0).isLogScaleEnabled()).isTrue();
        Table points = Ui.one(view, Table.class, t -> "sed.points".equals(t.getData("org.volans.id")));
        assertThat(points.getItemCount()).isEqualTo(4);
        Ui.screenshot("sed");
    }

    @Test
    void saysWhatItDidWithout() {
        RowListStarTable stars =
                new RowListStarTable(new ColumnInfo[] {magnitude("gmag", "em.opt.B"), magnitude("imag", "em.opt.I")});
        stars.addRow(new Object[] {20f, null});
        highlighter.select(Highlighter.row(Highlighter.table("SDSS12", stars), 0));
        Link note = Ui.one(view, Link.class, l -> "sed.note".equals(l.getData("org.volans.id")));
        Ui.until("the reason", () -> note.getText().equals("Without <a>imag</a>: no value in this row"));
    }

    private static ColumnInfo magnitude(String name, String band) {
        ColumnInfo column = new ColumnInfo(name, Float.class, "");
        column.setUCD("phot.mag;" + band);
        column.setUnitString("mag");
        return column;
    }

    @Test
    void followsTheThemeIntoTheDark() throws Exception {
        highlighter.select(Highlighter.row(colours, 2));
        String name = name(2);
        Ui.until("the SED", () -> titled(name));
        theme();
        try {
            Ui.until(
                    "a dark chart",
                    () -> dark(chart().getBackground())
                            && dark(chart().getBackgroundInPlotArea())
                            && !dark(chart().getTitle().getForeground()));
            Ui.screenshot("sed-dark");
        } finally {
            theme();
        }
        Ui.until("a light chart", () -> !dark(chart().getBackground()));
    }

    private static boolean dark(Color color) {
        return color.getRed() + color.getGreen() + color.getBlue() < 3 * 128;
    }

    private void theme() throws Exception {
        view.getSite().getService(IHandlerService.class).executeCommand("org.volans.app.theme", null);
    }

    @Test
    void theLastOfManyRapidSelectionsStays() throws Exception {
        for (int i = 0; i < 50; i++) {
            highlighter.select(Highlighter.row(colours, i % 23));
        }
        highlighter.select(Highlighter.row(colours, 7));
        String last = name(7);
        Ui.until("the last is drawn", () -> titled(last));
        Highlighter.off("whatever still runs", SedViewTest::rest);
        assertThat(titled(last)).isTrue();
    }

    private static String rest(IProgressMonitor monitor) {
        return "";
    }

    @Test
    void keepsObjectsToCompare() throws Exception {
        IAction keep = action(view, "Keep Objects");
        keep.setChecked(true);
        keep.run();
        try {
            for (int row : new int[] {3, 4, 5}) {
                highlighter.select(Highlighter.row(colours, row));
                String name = name(row);
                Ui.until(
                        "added " + name,
                        () -> Arrays.stream(chart().getSeriesSet().getSeries())
                                .anyMatch(s -> s.getId().endsWith(name)));
            }
            assertThat(chart().getSeriesSet().getSeries().length).isGreaterThanOrEqualTo(3);
            assertThat(chart().getLegend().isVisible()).isTrue();
            Ui.screenshot("sed-compare");
        } finally {
            keep.setChecked(false);
            keep.run();
        }
        action(view, "Clear Others").run();
        assertThat(chart().getSeriesSet().getSeries()).hasSize(1);
    }

    @Test
    void saysWhatCouldNotBeUsed() throws Exception {
        highlighter.select(new TableRow(odd(20.1f), 0));
        Ui.until("odd is drawn", () -> titled("odd one"));
        Table problems = Ui.one(view, Table.class, t -> "sed.problems".equals(t.getData("org.volans.id")));
        assertThat(problems.getItem(0).getText(1)).isEqualTo("flux");
        assertThat(problems.getItem(0).getText(2)).contains("Jy/beam");
    }

    @Test
    void saysWhyThereIsNothingToDraw() throws Exception {
        highlighter.select(new TableRow(odd(Float.NaN), 0));
        Ui.until("nothing usable", () -> state().says().contains("odd one has no usable photometry"));
        assertThat(state().says()).contains("rmag: no value in this row");
        RowListStarTable plain = new RowListStarTable(new ColumnInfo[] {new ColumnInfo("x", Double.class, "")});
        plain.addRow(new Object[] {1.0});
        highlighter.select(new TableRow(Highlighter.table("plain", plain), 0));
        Ui.until("no photometry", () -> state().says().contains("plain has no photometry columns"));
        assertThat(state().says()).contains("phot.mag");
    }

    @Test
    void failureOffersToTryAgain() throws Exception {
        highlighter.select(new TableRow(odd(20.1f), 99));
        Ui.until("failure", () -> state().says().contains("could not be made"));
        assertThat(state().says()).contains("able has rows 1 to 1").contains("Try again");
    }

    @Test
    void savesIntoTheProject() throws Exception {
        highlighter.select(Highlighter.row(colours, 2));
        String name = name(2);
        Ui.until("the SED", () -> titled(name));
        menuAction("Save Points into Project (VOTable)").run();
        Ui.until("saved", () -> savedPoints().isPresent());
    }

    private IAction menuAction(String label) {
        return Arrays.stream(view.getViewSite().getActionBars().getMenuManager().getItems())
                .filter(MenuManager.class::isInstance)
                .flatMap(m -> Arrays.stream(((MenuManager) m).getItems()))
                .filter(ActionContributionItem.class::isInstance)
                .map(i -> ((ActionContributionItem) i).getAction())
                .filter(a -> a.getText().equals(label))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void copiesAPictureOfTheChart() throws Exception {
        highlighter.select(Highlighter.row(colours, 2));
        String name = name(2);
        Ui.until("the SED", () -> titled(name));
        menuAction("Copy Picture").run();
        Clipboard clipboard = new Clipboard(chart().getDisplay());
        Object contents = clipboard.getContents(ImageTransfer.getInstance());
        clipboard.dispose();
        assertThat(contents).isInstanceOf(ImageData.class);
        ImageData picture = (ImageData) contents;
        assertThat(picture.width).isEqualTo(chart().getSize().x);
        long colours = IntStream.range(0, picture.width)
                .flatMap(x -> IntStream.range(0, picture.height).map(y -> picture.getPixel(x, y)))
                .distinct()
                .count();
        assertThat(colours).as("colours of the picture").isGreaterThan(20);
    }

    private static Optional<String> savedPoints() {
        try {
            var folder = Ui.service(ProjectFolder.class).project().getFolder(ProjectFolder.RESULTS);
            return folder.exists()
                    ? List.of(folder.members()).stream()
                            .map(r -> r.getName())
                            .filter(n -> n.startsWith("sed-J") && n.endsWith(".vot"))
                            .findFirst()
                    : Optional.empty();
        } catch (org.eclipse.core.runtime.CoreException e) {
            throw new AssertionError(e);
        }
    }

    private static OpenTable odd(float magnitude) {
        ColumnInfo name = new ColumnInfo("name", String.class, "");
        name.setUCD("meta.id;meta.main");
        ColumnInfo mag = new ColumnInfo("rmag", Float.class, "SDSS model magnitude in r filter, AB scale");
        mag.setUCD("phot.mag;em.opt.R");
        mag.setUnitString("mag");
        ColumnInfo flux = new ColumnInfo("flux", Double.class, "");
        flux.setUCD("phot.flux.density;em.radio.100-200MHz");
        flux.setUnitString("Jy/beam");
        RowListStarTable table = new RowListStarTable(new ColumnInfo[] {name, mag, flux});
        table.addRow(new Object[] {"odd one", magnitude, 1.0});
        return Highlighter.table("odd", table);
    }
}
