package org.volans.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.QualifiedName;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The picture of a FITS file: read out, zoomed, coloured, cut out of, by the editor's widgets. */
class ImageEditorTest {

    private static final int NX = ShownImage.NX;
    private static final int NY = ShownImage.NY;

    @AfterEach
    void close() {
        Ui.page().closeAllEditors(false);
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
        double x = Math.toRadians(-(pixel[0] - 60) * ShownImage.SCALE);
        double y = Math.toRadians((pixel[1] - 45) * ShownImage.SCALE);
        double dec0 = Math.toRadians(FitsFiles.DEC);
        double rho = Math.hypot(x, y);
        double c = Math.atan(rho);
        double dec = Math.asin(Math.cos(c) * Math.sin(dec0) + y * Math.sin(c) * Math.cos(dec0) / rho);
        double ra = Math.atan2(x * Math.sin(c), rho * Math.cos(dec0) * Math.cos(c) - y * Math.sin(dec0) * Math.sin(c));
        return new double[] {FitsFiles.RA + Math.toDegrees(ra), Math.toDegrees(dec)};
    }

    @Test
    void readsOutPositionAndValue() throws Exception {
        ShownImage image = ShownImage.open(ShownImage.field());
        Canvas canvas = image.canvas();
        for (int[] known : new int[][] {{60, 46}, {20, 80}, {110, 7}}) {
            Point at = image.at(known[0], known[1], NX, NY);
            double[] sky = sky(pixel(canvas, at));
            String value = image.readOut(at, "image.value");
            assertThat(value).isEqualTo(((known[1] - 1) * NX + known[0] - 1) + " Jy/beam");
            assertThat(image.label("image.pixel")).isEqualTo(pixelText(pixel(canvas, at)));
            assertThat(image.label("image.degrees"))
                    .isEqualTo(String.format(Locale.ROOT, "%.4f° %+.4f°", sky[0], sky[1]));
            double hours = sky[0] / 15;
            assertThat(image.label("image.icrs"))
                    .startsWith(String.format(Locale.ROOT, "%02d:%02d:", (int) hours, (int) (hours * 60 % 60)))
                    .contains(String.format(Locale.ROOT, " +%02d:%02d:", (int) sky[1], (int) (sky[1] * 60 % 60)));
        }
        assertThat(image.label("image.galactic")).matches("l 71\\.\\d{4}° b \\+50\\.\\d{4}°");
    }

    @Test
    void zoomsToTheMouse() throws Exception {
        ShownImage image = ShownImage.open(ShownImage.field());
        Canvas canvas = image.canvas();
        Point at = image.at(100, 20, NX, NY);
        String before = pixelText(pixel(canvas, at));
        assertThat(image.readOut(at, "image.pixel")).isEqualTo(before);
        for (int i = 0; i < 5; i++) {
            image.mouse(SWT.MouseWheel, at, 0, 3);
        }
        assertThat(image.readOut(at, "image.pixel")).isEqualTo(before);
        Point beside = new Point(at.x + 20, at.y);
        assertThat(image.readOut(beside, "image.pixel")).isNotEqualTo(pixelText(pixel(canvas, beside)));
        Ui.click(image.tool("image.fit"));
        assertThat(image.readOut(beside, "image.pixel")).isEqualTo(pixelText(pixel(canvas, beside)));
    }

    private static byte[] cube(int offset) {
        List<String> cards = List.of(
                FitsFiles.card("CTYPE3", "'FREQ'"),
                FitsFiles.card("CRVAL3", "1.2E8"),
                FitsFiles.card("CDELT3", "1E6"),
                FitsFiles.card("CRPIX3", 1),
                FitsFiles.card("CTYPE4", "'STOKES'"),
                FitsFiles.card("CRVAL4", 1),
                FitsFiles.card("CDELT4", 1),
                FitsFiles.card("CRPIX4", 1));
        return new FitsFiles()
                .image(new long[] {40, 30, 5, 1}, i -> i / 1200 * 100 + i % 7 + offset, cards)
                .bytes();
    }

    private static void untilPlane(ShownImage image, int plane) {
        String pixels = "[20, 15, " + plane + ", 1]";
        Ui.until("the plane is shown", () -> pixels.equals(image.canvas().getData("org.volans.plane")));
    }

    @Test
    void choosesThePlaneOfACube() throws Exception {
        ShownImage image = ShownImage.open(FitsFiles.write("cube.fits", cube(0)));
        Scale scale = image.named(Scale.class, "image.plane.2");
        assertThat(scale.getSelection()).isEqualTo(3);
        assertThat(image.label("image.planeValue.2")).isEqualTo("of 5 · 122.0 MHz");
        assertThat(image.label("image.planeValue.3")).isEqualTo("Polarisation I");
        scale.setSelection(5);
        Ui.notify(scale, SWT.Selection);
        assertThat(image.label("image.planeValue.2")).isEqualTo("of 5 · 124.0 MHz");
        untilPlane(image, 5);
        // the first pixel of the fifth plane
        assertThat(image.readOut(image.at(1, 1, 40, 30), "image.value")).isEqualTo(Integer.toString(400 + 4800 % 7));
    }

    @Test
    void aChangedCubeIsShownFromItsMiddleAgain() throws Exception {
        IFile file = FitsFiles.write("cube.fits", cube(0));
        ShownImage image = ShownImage.open(file);
        Scale scale = image.named(Scale.class, "image.plane.2");
        scale.setSelection(5);
        Ui.notify(scale, SWT.Selection);
        untilPlane(image, 5);
        file.setContents(new ByteArrayInputStream(cube(1)), 0, null);
        untilPlane(image, 3);
        Ui.until("it is shown", () -> image.state().showsContent());
        assertThat(image.named(Scale.class, "image.plane.2").getSelection()).isEqualTo(3);
    }

    @Test
    void theLookIsRememberedWithTheFile() throws Exception {
        IFile file = ShownImage.field();
        ShownImage image = ShownImage.open(file);
        image.choose("image.stretch", "Sqrt");
        image.choose("image.colormap", "Heat");
        image.choose("image.cut", "Zscale");
        Ui.until("it is kept", () -> kept(file).contains("heat") && kept(file).contains("zscale"));
        Ui.page().closeEditor(image.editor(), false);
        ShownImage again = ShownImage.open(file);
        assertThat(again.tool("image.stretch").getText()).isEqualTo("Sqrt");
        assertThat(again.tool("image.cut").getText()).isEqualTo("Zscale");
        again.choose("image.stretch", "Asinh");
        again.choose("image.colormap", "Viridis");
        again.choose("image.cut", "99.5");
        Ui.until(
                "it is kept", () -> kept(file).contains("viridis") && kept(file).contains("99.5"));
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
        ShownImage image = ShownImage.open(ShownImage.field());
        Canvas canvas = image.canvas();
        Point middle = new Point(canvas.getSize().x / 2, canvas.getSize().y / 2);
        for (int i = 0; i < 6; i++) {
            image.mouse(SWT.MouseWheel, middle, 0, 3);
        }
        image.choose("image.save", "Cut Out");
        ShownImage part = Ui.found(
                "the part is opened",
                () -> Optional.ofNullable(Ui.page().getActiveEditor())
                        .filter(e -> e.getTitle().startsWith("field-part"))
                        .map(ShownImage::new));
        Ui.until("it is shown", () -> part.state().showsContent());
        Table cards = part.named(Table.class, "image.header");
        part.named(Text.class, "image.headerSearch").setText("NAXIS1");
        assertThat(Integer.parseInt(cards.getItem(0).getText(1))).isBetween(10, 60);
        assertThat(Ui.file("images/field-part.fits.volans.json").exists()).isTrue();
    }

    @Test
    void headersAreSearched() throws Exception {
        ShownImage image = ShownImage.open(ShownImage.field());
        Text search = image.named(Text.class, "image.headerSearch");
        search.setText("crval");
        Table cards = image.named(Table.class, "image.header");
        assertThat(cards.getItemCount()).isEqualTo(2);
        assertThat(cards.getItem(0).getText(0)).isEqualTo("CRVAL1");
        assertThat(cards.getItem(0).getText(1)).isEqualTo("240.484");
    }

    @Test
    void limitsAreTyped() throws Exception {
        ShownImage image = ShownImage.open(ShownImage.field());
        image.press("image.levels", true);
        Text low = image.named(Text.class, "image.low");
        Text high = image.named(Text.class, "image.high");
        low.setText("30");
        high.setText("20");
        Ui.notify(high, SWT.DefaultSelection);
        assertThat(low.getToolTipText()).contains("the first one less than the second");
        low.setText("10");
        high.setText("20");
        Ui.notify(high, SWT.DefaultSelection);
        assertThat(image.tool("image.cut").getText()).isEqualTo("Manual");
        assertThat(low.getToolTipText()).isEqualTo("Press Enter to use it");
        image.choose("image.cut", "Min");
        Ui.until("the limits are those of the image", () -> low.getText().equals("0"));
        assertThat(high.getText()).isEqualTo(Integer.toString(NX * NY - 1));
        image.choose("image.cut", "99.5");
    }
}
