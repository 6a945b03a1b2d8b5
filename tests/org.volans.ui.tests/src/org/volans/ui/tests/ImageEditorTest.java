package org.volans.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.QualifiedName;
import org.eclipse.core.runtime.content.IContentType;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.volans.api.datalink.DatalinkService;
import org.volans.api.datalink.LinkRow;
import org.volans.api.datalink.LinksRequest;
import org.volans.api.datalink.SodaRequest;
import org.volans.api.datalink.SodaService;
import org.volans.api.geometry.Circle;
import org.volans.api.geometry.Position;
import org.volans.api.table.TableService;
import org.volans.ui.Ids;
import org.volans.ui.project.ProjectFolder;
import org.volans.ui.selection.OpenTable;
import org.volans.ui.selection.OpenTables;
import org.volans.ui.selection.SelectionFollower;
import org.volans.ui.selection.SkyPoint;
import org.volans.ui.selection.TableRow;
import org.volans.ui.services.RegistryChoice;
import org.volans.ui.widgets.StatePane;
import uk.ac.starlink.table.StarTable;

/** Images of FITS files, through the editor's widgets. */
class ImageEditorTest {

    private static final int NX = 120;
    private static final int NY = 90;
    private static final double SCALE = 0.05;

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

    private static IFile field() throws Exception {
        List<String> cards = new java.util.ArrayList<>(FitsFiles.tan(60, 45, SCALE));
        cards.add(FitsFiles.card("BUNIT", "'Jy/beam'"));
        return new FitsFiles().image(new long[] {NX, NY}, i -> i, cards).write("field.fits");
    }

    private static IEditorPart open(IFile file) throws Exception {
        return IDE.openEditor(Ui.page(), file, Ids.IMAGE_EDITOR);
    }

    private static IEditorPart opened(IFile file) throws Exception {
        IEditorPart editor = open(file);
        Ui.until(
                file.getName() + " is shown",
                () -> Ui.all(editor, StatePane.class).getFirst().showsContent());
        return editor;
    }

    private static <T extends Control> T named(IEditorPart editor, Class<T> kind, String id) {
        return Ui.one(editor, kind, c -> id.equals(c.getData("org.volans.id")));
    }

    private static Canvas canvas(IEditorPart editor) {
        return named(editor, Canvas.class, "image.canvas");
    }

    private static String label(IEditorPart editor, String id) {
        return named(editor, Label.class, id).getText();
    }

    /** Where a pixel is on a canvas that shows all of an image. */
    private static Point at(Canvas canvas, double x, double y, int nx, int ny) {
        double zoom = Math.min((double) canvas.getSize().x / nx, (double) canvas.getSize().y / ny);
        return new Point((int) Math.round(canvas.getSize().x / 2.0 + (x - (nx + 1) / 2.0) * zoom), (int)
                Math.round(canvas.getSize().y / 2.0 - (y - (ny + 1) / 2.0) * zoom));
    }

    private static void mouse(Canvas canvas, int type, Point at, int button, int count) {
        Event event = new Event();
        event.type = type;
        event.widget = canvas;
        event.display = canvas.getDisplay();
        event.x = at.x;
        event.y = at.y;
        event.button = button;
        event.count = count;
        canvas.notifyListeners(type, event);
    }

    private static void clickAt(Canvas canvas, Point at) {
        mouse(canvas, SWT.MouseDown, at, 1, 1);
        mouse(canvas, SWT.MouseUp, at, 1, 1);
    }

    private static String readOut(IEditorPart editor, Point at, String part) {
        mouse(canvas(editor), SWT.MouseMove, at, 0, 0);
        Ui.until(
                "the pixel's value is there",
                () -> !label(editor, "image.value").equals("…"));
        return label(editor, part);
    }

    private static ToolItem tool(IEditorPart editor, String id) {
        return Ui.all(editor, ToolBar.class).stream()
                .flatMap(bar -> List.of(bar.getItems()).stream())
                .filter(item -> id.equals(item.getData("org.volans.id")))
                .findFirst()
                .orElseThrow();
    }

    /** Chooses from a tool's menu, filled as if it had opened. */
    private static void choose(IEditorPart editor, String tool, String begins) {
        Menu menu = (Menu) tool(editor, tool).getData("org.volans.menu");
        Ui.notify(menu, SWT.Show);
        MenuItem item = List.of(menu.getItems()).stream()
                .filter(i -> i.getText().startsWith(begins))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + begins + " in " + List.of(menu.getItems())));
        if ((item.getStyle() & (SWT.CHECK | SWT.RADIO)) != 0) {
            item.setSelection(!item.getSelection());
        }
        Ui.click(item);
    }

    /** The pixel coordinate at a canvas point of an image that is shown whole. */
    private static double[] pixel(Canvas canvas, Point at) {
        double zoom = Math.min((double) canvas.getSize().x / NX, (double) canvas.getSize().y / NY);
        return new double[] {
            (NX + 1) / 2.0 + (at.x - canvas.getSize().x / 2.0) / zoom,
            (NY + 1) / 2.0 - (at.y - canvas.getSize().y / 2.0) / zoom
        };
    }

    private static String pixelText(double[] pixel) {
        return String.format(Locale.ROOT, "x %.1f  y %.1f", pixel[0], pixel[1]);
    }

    /** Right ascension and declination by the formulae of the gnomonic projection (Snyder 1987, equations 20-14, 20-15). */
    private static double[] sky(double[] pixel) {
        double x = Math.toRadians(-(pixel[0] - 60) * SCALE);
        double y = Math.toRadians((pixel[1] - 45) * SCALE);
        double dec0 = Math.toRadians(FitsFiles.DEC);
        double rho = Math.hypot(x, y);
        double c = Math.atan(rho);
        double dec = Math.asin(Math.cos(c) * Math.sin(dec0) + y * Math.sin(c) * Math.cos(dec0) / rho);
        double ra = Math.atan2(x * Math.sin(c), rho * Math.cos(dec0) * Math.cos(c) - y * Math.sin(dec0) * Math.sin(c));
        return new double[] {FitsFiles.RA + Math.toDegrees(ra), Math.toDegrees(dec)};
    }

    @Test
    void readsOutPositionAndValue() throws Exception {
        IEditorPart editor = opened(field());
        Canvas canvas = canvas(editor);
        for (int[] known : new int[][] {{60, 46}, {20, 80}, {110, 7}}) {
            Point at = at(canvas, known[0], known[1], NX, NY);
            double[] sky = sky(pixel(canvas, at));
            String value = readOut(editor, at, "image.value");
            assertThat(value).isEqualTo(((known[1] - 1) * NX + known[0] - 1) + " Jy/beam");
            assertThat(label(editor, "image.pixel")).isEqualTo(pixelText(pixel(canvas, at)));
            assertThat(label(editor, "image.degrees"))
                    .isEqualTo(String.format(Locale.ROOT, "%.4f° %+.4f°", sky[0], sky[1]));
            double hours = sky[0] / 15;
            assertThat(label(editor, "image.icrs"))
                    .startsWith(String.format(Locale.ROOT, "%02d:%02d:", (int) hours, (int) (hours * 60 % 60)))
                    .contains(String.format(Locale.ROOT, " +%02d:%02d:", (int) sky[1], (int) (sky[1] * 60 % 60)));
        }
        assertThat(label(editor, "image.galactic")).matches("l 71\\.\\d{4}° b \\+50\\.\\d{4}°");
    }

    @Test
    void zoomsToTheMouse() throws Exception {
        IEditorPart editor = opened(field());
        Canvas canvas = canvas(editor);
        Point at = at(canvas, 100, 20, NX, NY);
        String before = pixelText(pixel(canvas, at));
        assertThat(readOut(editor, at, "image.pixel")).isEqualTo(before);
        for (int i = 0; i < 5; i++) {
            mouse(canvas, SWT.MouseWheel, at, 0, 3);
        }
        assertThat(readOut(editor, at, "image.pixel")).isEqualTo(before);
        Point beside = new Point(at.x + 20, at.y);
        assertThat(readOut(editor, beside, "image.pixel")).isNotEqualTo(pixelText(pixel(canvas, beside)));
        Ui.click(tool(editor, "image.fit"));
        assertThat(readOut(editor, beside, "image.pixel")).isEqualTo(pixelText(pixel(canvas, beside)));
    }

    @Test
    void choosesThePlaneOfACube() throws Exception {
        List<String> cards = new java.util.ArrayList<>(FitsFiles.tan(20, 15, 0.01));
        cards.addAll(List.of(
                FitsFiles.card("CTYPE3", "'FREQ'"),
                FitsFiles.card("CRVAL3", "1.2E8"),
                FitsFiles.card("CDELT3", "1E6"),
                FitsFiles.card("CRPIX3", 1),
                FitsFiles.card("CTYPE4", "'STOKES'"),
                FitsFiles.card("CRVAL4", 1),
                FitsFiles.card("CDELT4", 1),
                FitsFiles.card("CRPIX4", 1)));
        IEditorPart editor = opened(new FitsFiles()
                .image(new long[] {40, 30, 5, 1}, i -> i / 1200 * 100 + i % 7, cards)
                .write("cube.fits"));
        Scale scale = named(editor, Scale.class, "image.plane.2");
        assertThat(scale.getSelection()).isEqualTo(3);
        assertThat(label(editor, "image.planeValue.2")).isEqualTo("of 5 · 122.0 MHz");
        assertThat(label(editor, "image.planeValue.3")).isEqualTo("Polarisation I");
        scale.setSelection(5);
        Ui.notify(scale, SWT.Selection);
        assertThat(label(editor, "image.planeValue.2")).isEqualTo("of 5 · 124.0 MHz");
        Ui.until(
                "the plane is shown",
                () -> "[20, 15, 5, 1]".equals(canvas(editor).getData("org.volans.plane")));
        // the first pixel of the fifth plane
        assertThat(readOut(editor, at(canvas(editor), 1, 1, 40, 30), "image.value"))
                .isEqualTo(Integer.toString(400 + 4800 % 7));
    }

    @Test
    void clickingPublishesThePosition() throws Exception {
        IEditorPart editor = opened(field());
        clickAt(canvas(editor), at(canvas(editor), 60, 45, NX, NY));
        Ui.until("the position is selected", () -> point.isPresent());
        Position clicked = point.orElseThrow().position();
        assertThat(clicked.separation(new Position(FitsFiles.RA, FitsFiles.DEC)))
                .isLessThan(SCALE / 2);
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

    private static int drawn(IEditorPart editor) {
        return canvas(editor).getData("org.volans.marks") instanceof Integer count ? count : -1;
    }

    @Test
    void marksTheObjectsOfATable() throws Exception {
        OpenTable objects = objects();
        // 400 pixels of 0.05 degrees hold the field of the 19 objects
        IEditorPart editor = opened(new FitsFiles()
                .image(new long[] {400, 400}, i -> i % 13, FitsFiles.tan(200, 200, SCALE))
                .write("wide.fits"));
        choose(editor, "image.catalogues", "objects");
        Ui.until("19 objects are marked", () -> drawn(editor) == 19);
        choose(editor, "image.catalogues", "Labels");
        // the first object is at 240.621726 +48.100121: by the formulae of the tangential projection at 198.16, 226.65
        clickAt(canvas(editor), at(canvas(editor), 198.16, 226.65, 400, 400));
        Ui.until("the row is selected", () -> row.isPresent());
        assertThat(row.orElseThrow()).isEqualTo(new TableRow(objects, 0));
        choose(editor, "image.catalogues", "objects");
        Ui.until("no object is marked", () -> drawn(editor) == 0);
    }

    private static double[] shown(IEditorPart editor, String shape) {
        return canvas(editor).getData("org.volans.point." + shape) instanceof double[] pixel ? pixel : new double[0];
    }

    @Test
    void showsWhatIsSelectedElsewhere() throws Exception {
        OpenTable objects = objects();
        IEditorPart editor = opened(new FitsFiles()
                .image(new long[] {400, 400}, i -> i % 13, FitsFiles.tan(200, 200, SCALE))
                .write("wide.fits"));
        Highlighter other = Highlighter.show();
        other.select(new SkyPoint(new Position(FitsFiles.RA, FitsFiles.DEC), "elsewhere"));
        Ui.until("the position is shown", () -> shown(editor, "cross").length == 2);
        assertThat(shown(editor, "cross")).containsExactly(new double[] {200, 200}, within(1e-6));
        other.select(Highlighter.row(objects, 0));
        Ui.until("the row is shown", () -> shown(editor, "ring").length == 2);
        // as in marksTheObjectsOfATable
        assertThat(shown(editor, "ring")).containsExactly(new double[] {198.16, 226.65}, within(0.01));
    }

    @Test
    void theLookIsRememberedWithTheFile() throws Exception {
        IFile file = field();
        IEditorPart editor = opened(file);
        choose(editor, "image.stretch", "Sqrt");
        choose(editor, "image.colormap", "Heat");
        choose(editor, "image.cut", "Zscale");
        Ui.until("it is kept", () -> kept(file).contains("HEAT") && kept(file).contains("zscale"));
        Ui.page().closeEditor(editor, false);
        IEditorPart again = opened(file);
        assertThat(tool(again, "image.stretch").getText()).isEqualTo("Sqrt");
        assertThat(tool(again, "image.cut").getText()).isEqualTo("Zscale");
        choose(again, "image.stretch", "Asinh");
        choose(again, "image.colormap", "Viridis");
        choose(again, "image.cut", "99.5");
        Ui.until(
                "it is kept", () -> kept(file).contains("VIRIDIS") && kept(file).contains("99.5"));
    }

    private static String kept(IFile file) {
        try {
            return String.valueOf(file.getPersistentProperty(new QualifiedName("org.volans.image.ui", "look")));
        } catch (CoreException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theViewIsCutOut() throws Exception {
        IEditorPart editor = opened(field());
        Canvas canvas = canvas(editor);
        Point middle = new Point(canvas.getSize().x / 2, canvas.getSize().y / 2);
        for (int i = 0; i < 6; i++) {
            mouse(canvas, SWT.MouseWheel, middle, 0, 3);
        }
        choose(editor, "image.save", "Cut Out");
        IEditorPart part = Ui.found(
                "the part is opened",
                () -> Optional.ofNullable(Ui.page().getActiveEditor())
                        .filter(e -> e.getTitle().startsWith("field-part")));
        Ui.until("it is shown", () -> Ui.all(part, StatePane.class).getFirst().showsContent());
        Table cards = named(part, Table.class, "image.header");
        named(part, Text.class, "image.headerSearch").setText("NAXIS1");
        assertThat(Integer.parseInt(cards.getItem(0).getText(1))).isBetween(10, 60);
        assertThat(Ui.file("images/field-part.fits.volans.json").exists()).isTrue();
    }

    @Test
    void headersAreSearched() throws Exception {
        IEditorPart editor = opened(field());
        Text search = named(editor, Text.class, "image.headerSearch");
        search.setText("crval");
        Table cards = named(editor, Table.class, "image.header");
        assertThat(cards.getItemCount()).isEqualTo(2);
        assertThat(cards.getItem(0).getText(0)).isEqualTo("CRVAL1");
        assertThat(cards.getItem(0).getText(1)).isEqualTo("240.484");
    }

    @Test
    void limitsAreTyped() throws Exception {
        IEditorPart editor = opened(field());
        ToolItem levels = tool(editor, "image.levels");
        levels.setSelection(true);
        Ui.click(levels);
        Text low = named(editor, Text.class, "image.low");
        Text high = named(editor, Text.class, "image.high");
        low.setText("10");
        high.setText("20");
        Ui.notify(high, SWT.DefaultSelection);
        assertThat(tool(editor, "image.cut").getText()).isEqualTo("Manual");
        choose(editor, "image.cut", "Min");
        Ui.until("the limits are those of the image", () -> low.getText().equals("0"));
        assertThat(high.getText()).isEqualTo(Integer.toString(NX * NY - 1));
        choose(editor, "image.cut", "99.5");
    }

    private static String says(IFile file) throws Exception {
        IEditorPart editor = open(file);
        StatePane pane = Ui.all(editor, StatePane.class).getFirst();
        Ui.until(
                "the editor says something",
                () -> !pane.says().isEmpty() && !pane.says().contains("Opening"));
        return pane.says();
    }

    @Test
    void saysWhatIsWrongWithAFile() throws Exception {
        byte[] whole = new FitsFiles()
                .image(new long[] {100, 100}, i -> i, FitsFiles.tan(1, 1, 1))
                .bytes();
        IFile cut = FitsFiles.write("cut.fits", java.util.Arrays.copyOf(whole, 20000));
        assertThat(says(cut))
                .contains("cut.fits is truncated: unit 0 needs 40000 bytes")
                .contains("Retry");
        assertThat(says(FitsFiles.write("page.fits", "<html>503</html>".getBytes())))
                .contains("is a web page");
        assertThat(says(FitsFiles.write("nothing.fits", new byte[0]))).contains("is empty");
        // mended meanwhile
        FitsFiles.write("cut.fits", whole);
        IEditorPart editor = open(Ui.file("cut.fits"));
        Ui.until("it is shown", () -> Ui.all(editor, StatePane.class).getFirst().showsContent());
    }

    @Test
    void aTableIsNoImage() throws Exception {
        IFile file = new FitsFiles().empty().table().write("table.fits");
        assertThat(says(file)).contains("No image in here");
        assertThat(Ui.all(open(file), Link.class))
                .anyMatch(link -> link.getText().contains("Open as table"));
    }

    @Test
    void strangeImagesAreShown() throws Exception {
        opened(new FitsFiles().image(new long[] {1, 1}, i -> 3.5, List.of()).write("one.fits"));
        IEditorPart nan = opened(new FitsFiles()
                .image(new long[] {9, 8}, i -> Double.NaN, List.of())
                .write("nan.fits"));
        assertThat(readOut(nan, at(canvas(nan), 5, 4, 9, 8), "image.value")).isEqualTo("blank");
        assertThat(label(nan, "image.icrs")).isEqualTo("No sky coordinates");
        opened(new FitsFiles()
                .image(new long[] {9, 8}, i -> i % 2 == 0 ? 3e38 : -3e38, List.of())
                .write("huge.fits"));
    }

    @Test
    void otherImagesOfTheFileAreChosen() throws Exception {
        IEditorPart editor = opened(new FitsFiles()
                .image(new long[] {20, 10}, i -> 1, List.of())
                .image(new long[] {30, 10}, i -> 2, List.of(FitsFiles.card("EXTNAME", "'WEIGHT'")))
                .write("two.fits"));
        var combo = Ui.one(
                editor, org.eclipse.swt.widgets.Combo.class, c -> "image.hdu".equals(c.getData("org.volans.id")));
        assertThat(combo.getItems()).containsExactly("0 (20 × 10)", "1: WEIGHT (30 × 10)");
        combo.select(1);
        Ui.notify(combo, SWT.Selection);
        Ui.until(
                "the other one is shown",
                () -> Ui.all(editor, StatePane.class).getFirst().showsContent());
        assertThat(readOut(editor, at(canvas(editor), 28, 5, 30, 10), "image.value"))
                .isEqualTo("2");
    }

    @Test
    void deletingTheFileIsNoticed() throws Exception {
        IFile file = field();
        IEditorPart editor = opened(file);
        file.delete(true, null);
        StatePane pane = Ui.all(editor, StatePane.class).getFirst();
        Ui.until("the editor says so", () -> pane.says().contains("field.fits has been deleted"));
    }

    @Test
    void filesWithImagesAreRecognised() throws Exception {
        byte[] image =
                new FitsFiles().image(new long[] {2, 2}, i -> 1, List.of()).bytes();
        byte[] extension = new FitsFiles()
                .empty()
                .image(new long[] {2, 2}, i -> 1, List.of())
                .bytes();
        byte[] table = new FitsFiles().empty().table().bytes();
        assertThat(type(image)).isEqualTo("org.volans.image.ui.fitsImage");
        assertThat(type(extension)).isEqualTo("org.volans.image.ui.fitsImage");
        assertThat(type(table)).isNotEqualTo("org.volans.image.ui.fitsImage");
        assertThat(editor(FitsFiles.write("an-image.fits", image))).isEqualTo(Ids.IMAGE_EDITOR);
        assertThat(editor(FitsFiles.write("an-image-too.fits", extension))).isEqualTo(Ids.IMAGE_EDITOR);
        assertThat(editor(FitsFiles.write("a-table.fits", table))).isEqualTo(Ids.TABLE_EDITOR);
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(image);
        }
        IFile gz = FitsFiles.write("an-image.fits.gz", zipped.toByteArray());
        assertThat(editor(gz)).isEqualTo(Ids.IMAGE_EDITOR);
        opened(gz);
    }

    private static String type(byte[] content) throws Exception {
        IContentType type =
                Platform.getContentTypeManager().findContentTypeFor(new ByteArrayInputStream(content), "x.fits");
        return type == null ? "" : type.getId();
    }

    private static String editor(IFile file) throws Exception {
        return IDE.getEditorDescriptor(file, true, false).getId();
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
                throw new org.volans.api.InputException(e.getMessage(), e);
            }
            return file;
        });
    }

    @Test
    void showsTheMosaic() throws Exception {
        objects();
        IFile file = mosaic();
        IEditorPart editor = opened(file);
        Canvas canvas = canvas(editor);
        Ui.until("the picture is complete", () -> Boolean.TRUE.equals(canvas.getData("org.volans.complete")));
        point(canvas, new Point(canvas.getSize().x / 3, canvas.getSize().y / 3));
        Ui.screenshot("image");
        choose(editor, "image.catalogues", "objects");
        Ui.until("objects are marked", () -> drawn(editor) > 5);
        ToolItem grid = tool(editor, "image.grid");
        grid.setSelection(true);
        Ui.click(grid);
        ToolItem levels = tool(editor, "image.levels");
        levels.setSelection(true);
        Ui.click(levels);
        Ui.until("the picture is complete", () -> Boolean.TRUE.equals(canvas.getData("org.volans.complete")));
        point(canvas, new Point(canvas.getSize().x / 3, canvas.getSize().y / 3));
        Ui.screenshot("image-overlay");
        dark(true);
        Ui.screenshot("image-dark");
        dark(false);
        grid.setSelection(false);
        Ui.click(grid);
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
        var engine =
                org.eclipse.ui.PlatformUI.getWorkbench().getService(org.eclipse.e4.ui.css.swt.theme.IThemeEngine.class);
        engine.setTheme("org.eclipse.e4.ui.css.theme.e4_" + (on ? "dark" : "default"), false);
    }
}
