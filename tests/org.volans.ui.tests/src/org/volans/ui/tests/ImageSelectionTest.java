package org.volans.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.ISelectionListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.volans.api.InputException;
import org.volans.api.datalink.DatalinkService;
import org.volans.api.datalink.LinkRow;
import org.volans.api.datalink.LinksRequest;
import org.volans.api.datalink.SodaRequest;
import org.volans.api.datalink.SodaService;
import org.volans.api.geometry.Circle;
import org.volans.api.geometry.Position;
import org.volans.api.table.TableService;
import org.volans.ui.project.ProjectFolder;
import org.volans.ui.selection.OpenTable;
import org.volans.ui.selection.OpenTables;
import org.volans.ui.selection.SelectionFollower;
import org.volans.ui.selection.SkyPoint;
import org.volans.ui.selection.TableRow;
import org.volans.ui.services.RegistryChoice;
import uk.ac.starlink.table.StarTable;

/** Between the image editor and the rest of the workbench: positions, rows, catalogues. */
class ImageSelectionTest {

    private Optional<SkyPoint> point = Optional.empty();
    private Optional<TableRow> row = Optional.empty();
    private final ISelectionListener listener = (part, selection) -> {
        point = SelectionFollower.first(selection, SkyPoint.class).or(() -> point);
        row = SelectionFollower.first(selection, TableRow.class).or(() -> row);
    };

    @BeforeEach
    void listen() {
        Ui.page().addPostSelectionListener(listener);
    }

    @AfterEach
    void close() {
        Ui.page().removePostSelectionListener(listener);
        Ui.page().closeAllEditors(false);
        List.copyOf(Ui.service(OpenTables.class).all()).forEach(Ui.service(OpenTables.class)::closed);
    }

    @Test
    void clickingPublishesThePosition() throws Exception {
        ShownImage image = ShownImage.open(ShownImage.field());
        image.click(image.at(60, 45, ShownImage.NX, ShownImage.NY));
        Ui.until("the position is selected", () -> point.isPresent());
        Position clicked = point.orElseThrow().position();
        assertThat(clicked.separation(new Position(FitsFiles.RA, FitsFiles.DEC)))
                .isLessThan(ShownImage.SCALE / 2);
        assertThat(point.orElseThrow().origin()).isEqualTo("field.fits");
    }

    private static OpenTable objects() throws Exception {
        Ui.startSky();
        Path file = Ui.file("objects.vot").getLocation().toPath();
        TableService tables = Ui.service(TableService.class);
        StarTable table = Highlighter.off("reads the objects", monitor -> tables.open(file, "", monitor));
        OpenTable open = Highlighter.table("objects", table);
        Ui.service(OpenTables.class).opened(open);
        return open;
    }

    private static int drawn(ShownImage image) {
        return image.canvas().getData("org.volans.marks") instanceof Integer count ? count : -1;
    }

    @Test
    void marksTheObjectsOfATable() throws Exception {
        OpenTable objects = objects();
        // 400 pixels of 0.05 degrees hold the field of the 19 objects
        ShownImage image = ShownImage.open(new FitsFiles()
                .image(new long[] {400, 400}, i -> i % 13, FitsFiles.tan(200, 200, ShownImage.SCALE))
                .write("wide.fits"));
        image.choose("image.catalogues", "objects");
        Ui.until("19 objects are marked", () -> drawn(image) == 19);
        image.choose("image.catalogues", "Labels");
        // the first object is at 240.621726 +48.100121: by the formulae of the tangential projection at 198.16, 226.65
        image.click(image.at(198.16, 226.65, 400, 400));
        Ui.until("the row is selected", () -> row.isPresent());
        assertThat(row.orElseThrow()).isEqualTo(new TableRow(objects, 0));
        image.choose("image.catalogues", "objects");
        Ui.until("no object is marked", () -> drawn(image) == 0);
    }

    private static double[] shown(ShownImage image, String shape) {
        return image.canvas().getData("org.volans.point." + shape) instanceof double[] pixel ? pixel : new double[0];
    }

    @Test
    void showsWhatIsSelectedElsewhere() throws Exception {
        OpenTable objects = objects();
        ShownImage image = ShownImage.open(new FitsFiles()
                .image(new long[] {400, 400}, i -> i % 13, FitsFiles.tan(200, 200, ShownImage.SCALE))
                .write("wide.fits"));
        Highlighter other = Highlighter.show();
        other.select(new SkyPoint(new Position(FitsFiles.RA, FitsFiles.DEC), "elsewhere"));
        Ui.until("the position is shown", () -> shown(image, "cross").length == 2);
        assertThat(shown(image, "cross")).containsExactly(new double[] {200, 200}, within(1e-6));
        other.select(Highlighter.row(objects, 0));
        Ui.until("the row is shown", () -> shown(image, "ring").length == 2);
        // as in marksTheObjectsOfATable
        assertThat(shown(image, "ring")).containsExactly(new double[] {198.16, 226.65}, within(0.01));
    }

    /** A part of the embedded sky's radio mosaic, by its cutout service. */
    private static IFile mosaic() throws Exception {
        Ui.startSky();
        var base = Ui.service(RegistryChoice.class).current().resolve("/");
        DatalinkService datalink = Ui.service(DatalinkService.class);
        SodaService soda = Ui.service(SodaService.class);
        ProjectFolder project = Ui.service(ProjectFolder.class);
        return Highlighter.off("cuts out of the mosaic", monitor -> {
            LinksRequest request =
                    LinksRequest.of(base.resolve("astron/links"), List.of("ivo://sky.volans/astron/lolss?mosaic"));
            var descriptor = datalink.links(request, monitor).stream()
                    .map(LinkRow::descriptor)
                    .flatMap(Optional::stream)
                    .filter(soda::isSoda)
                    .findFirst()
                    .orElseThrow();
            IFile file = project.newFile(ProjectFolder.IMAGES, "mosaic", "fits");
            Circle circle = new Circle(new Position(239.6, 47.4), 1.3);
            soda.cutout(SodaRequest.of(descriptor, circle), file.getLocation().toPath(), monitor);
            try {
                file.refreshLocal(0, monitor);
            } catch (CoreException e) {
                throw new InputException(e.getMessage(), e);
            }
            return file;
        });
    }

    @Test
    void showsTheMosaic() throws Exception {
        objects();
        IFile file = mosaic();
        ShownImage image = ShownImage.open(file);
        Canvas canvas = image.canvas();
        Ui.until("the picture is complete", () -> Boolean.TRUE.equals(canvas.getData("org.volans.complete")));
        point(canvas, new Point(canvas.getSize().x / 3, canvas.getSize().y / 3));
        Ui.screenshot("image");
        image.choose("image.catalogues", "objects");
        Ui.until("objects are marked", () -> drawn(image) > 5);
        image.press("image.grid", true);
        image.press("image.levels", true);
        Ui.until("the picture is complete", () -> Boolean.TRUE.equals(canvas.getData("org.volans.complete")));
        point(canvas, new Point(canvas.getSize().x / 3, canvas.getSize().y / 3));
        Ui.screenshot("image-overlay");
        dark(true);
        Ui.screenshot("image-dark");
        dark(false);
        image.press("image.grid", false);
    }

    /** Moves the mouse itself there. */
    private static void point(Canvas canvas, Point at) {
        Point screen = canvas.toDisplay(at);
        Event event = new Event();
        event.type = SWT.MouseMove;
        event.x = screen.x;
        event.y = screen.y;
        canvas.getDisplay().post(event);
    }

    private static void dark(boolean on) {
        Ui.service(IThemeEngine.class).setTheme("org.eclipse.e4.ui.css.theme.e4_" + (on ? "dark" : "default"), false);
    }
}
