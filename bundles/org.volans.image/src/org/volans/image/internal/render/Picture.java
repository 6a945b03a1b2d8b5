package org.volans.image.internal.render;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.volans.api.InputException;
import org.volans.api.image.FitsImage;
import org.volans.api.image.RenderRequest;
import org.volans.api.image.Wcs;
import org.volans.api.io.WholeFile;
import org.volans.image.internal.wcs.CelestialWcs;
import org.volans.image.internal.wcs.SpectralAxis;
import org.volans.image.internal.wcs.SpectralKind;
import org.volans.image.internal.wcs.WcsReader;

/** Draws one image as a PNG file. */
public final class Picture {

    private static final int LARGEST = 8192;
    private static final int ONE_TO_ONE = 2048;
    /** No value: lighter than the darkest and darker than the lightest colour of every map, and without a hue. */
    private static final Color MISSING = new Color(0xa6, 0xa6, 0xa6);

    private final FitsImage image;
    private final RenderRequest request;
    private final Stretch stretch;
    private final ColorMap colors;
    private final PlaneLoader loader;
    private final Optional<Wcs> wcs;
    private boolean empty;

    private Picture(FitsImage image, RenderRequest request) throws InputException {
        this.image = image;
        this.request = request;
        stretch = Stretch.named(request.stretch())
                .orElseThrow(() ->
                        new InputException("there is no stretch '" + request.stretch() + "'; use " + Stretch.names()));
        colors = ColorMap.of(request.colormap())
                .orElseThrow(() -> new InputException(
                        "there is no colour map '" + request.colormap() + "'; use " + ColorMap.names()));
        if (request.size() < 0 || request.size() > LARGEST) {
            throw new InputException("the size of a picture is 0 to " + LARGEST + " pixels, not " + request.size());
        }
        Optional<CelestialWcs> celestial = WcsReader.read(image.header())
                .wcs()
                .filter(w -> w.axisY() < image.shape().size());
        wcs = celestial.map(w -> w);
        loader = new PlaneLoader(
                image,
                celestial.map(CelestialWcs::axisX).orElse(0),
                celestial.map(CelestialWcs::axisY).orElse(1));
    }

    /**
     * Draws the image; the file appears whole or not at all.
     *
     * @throws InputException when a word of the request is unknown, the image cannot be read or the file not be written
     */
    public static void draw(FitsImage image, RenderRequest request, Path png, IProgressMonitor monitor)
            throws InputException {
        write(new Picture(image, request).draw(monitor), png);
    }

    private BufferedImage draw(IProgressMonitor monitor) throws InputException {
        long longest = Math.max(loader.nx(), loader.ny());
        double zoom = (double) (request.size() > 0 ? request.size() : Math.min(longest, ONE_TO_ONE)) / longest;
        int width = (int) Math.max(1, Math.round(loader.nx() * zoom));
        int height = (int) Math.max(1, Math.round(loader.ny() * zoom));
        Plane plane = loader.load(width, height, monitor);
        Cuts cuts = Cuts.of(plane.values(), request.cut())
                .orElseThrow(() -> new InputException(
                        "there is no cut '" + request.cut() + "'; use zscale, minmax or a percentage such as 99.5"));
        empty = Arrays.stream(plane.values()).noneMatch(Double::isFinite);
        BufferedImage pixels = paint(plane, cuts);
        if (!request.frame() && request.overlays().isEmpty()) {
            return pixels;
        }
        Style.checkFonts();
        return request.frame() ? framed(pixels, cuts) : marked(pixels);
    }

    private BufferedImage paint(Plane plane, Cuts cuts) {
        BufferedImage picture = new BufferedImage(plane.width(), plane.height(), BufferedImage.TYPE_INT_RGB);
        double span = cuts.high() - cuts.low();
        for (int row = 0; row < plane.height(); row++) {
            for (int x = 0; x < plane.width(); x++) {
                double value = plane.values()[row * plane.width() + x];
                double t = Math.max(0, Math.min(1, (value - cuts.low()) / span));
                int rgb = Double.isNaN(value) ? MISSING.getRGB() : colors.rgb(stretch.of(t));
                picture.setRGB(x, plane.height() - 1 - row, rgb);
            }
        }
        return picture;
    }

    private View view(double left, double top, int width, int height) {
        return new View(left, top, width, height, loader.nx(), loader.ny(), wcs);
    }

    private BufferedImage marked(BufferedImage pixels) {
        Graphics2D g = pixels.createGraphics();
        Style style = new Style(g, Math.max(pixels.getWidth(), pixels.getHeight()));
        new Marks(view(0, 0, pixels.getWidth(), pixels.getHeight()), style).draw(request.overlays());
        g.dispose();
        return pixels;
    }

    private BufferedImage framed(BufferedImage pixels, Cuts cuts) {
        int width = pixels.getWidth();
        int height = pixels.getHeight();
        Graphics2D measuring = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        Style ruler = new Style(measuring, Math.max(width, height));
        double em = ruler.em();
        Axes axes = new Axes(view(0, 0, width, height), ruler);
        int left = (int) Math.ceil(axes.roomLeft());
        String above = request.title().isEmpty() ? subtitle() : request.title();
        int top = (int) Math.ceil(above.isEmpty() ? em : em * 2.4);
        int right = (int) Math.ceil(new ColorBar(cuts, stretch, colors, image.unit(), ruler).room());
        int bottom = (int) Math.ceil(axes.roomBelow());
        measuring.dispose();
        BufferedImage picture =
                new BufferedImage(left + width + right, top + height + bottom, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = picture.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        g.drawImage(pixels, left, top, null);
        decorate(new Style(g, Math.max(width, height)), view(left, top, width, height), cuts);
        g.dispose();
        return picture;
    }

    private void decorate(Style style, View view, Cuts cuts) {
        new Axes(view, style).draw();
        if (empty) {
            double middle = view.left() + view.width() / 2.0;
            style.haloText("no valid pixels", middle, view.top() + view.height() / 2.0, 0.5, 0.5, 1.2f);
        }
        new Ornaments(view, style).draw(image.header());
        new Marks(view, style).draw(request.overlays());
        new ColorBar(cuts, stretch, colors, image.unit(), style).draw(view);
        double y = view.top() - style.em() * 0.7;
        style.text(request.title(), view.left(), y, 0, 0, 1.2f, Font.BOLD, Style.INK);
        double room = view.width() - style.width(request.title(), 1.3f);
        if (style.width(subtitle(), 0.95f) < room) {
            style.text(subtitle(), view.left() + view.width(), y, 1, 0, 0.95f, Font.PLAIN, Style.INK);
        }
    }

    /** Which plane of a cube is shown, with its frequency or wavelength. */
    private String subtitle() {
        long[] shape = image.shape().stream().mapToLong(Long::longValue).toArray();
        Optional<SpectralAxis> spectral = SpectralAxis.read(image.header(), shape);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < shape.length; i++) {
            if (i != loader.axisX() && i != loader.axisY() && shape[i] > 1) {
                text.append(text.isEmpty() ? "" : ", ")
                        .append("plane ")
                        .append(loader.plane(i))
                        .append(" of ")
                        .append(shape[i]);
            }
        }
        String where = spectral.filter(s -> s.axis() != loader.axisX() && s.axis() != loader.axisY())
                .map(s -> wavelength(s.wavelength(loader.plane(s.axis()))))
                .orElseGet(() -> image.band()
                        .map(b -> wavelength((b.low() + b.high()) / 2))
                        .orElse(""));
        return text.isEmpty() ? where : where.isEmpty() ? text.toString() : text + " · " + where;
    }

    /** As astronomers of that band say it: frequency for radio, wavelength for shorter waves. */
    private static String wavelength(double metres) {
        if (!(metres > 0) || Double.isInfinite(metres)) {
            return "";
        }
        double frequency = SpectralKind.C / metres;
        if (frequency < 1e9) {
            return String.format(Locale.ROOT, "%.4g MHz", frequency / 1e6);
        }
        if (frequency < 2e12) {
            return String.format(Locale.ROOT, "%.4g GHz", frequency / 1e9);
        }
        return metres < 1e-6
                ? String.format(Locale.ROOT, "%.4g nm", metres * 1e9)
                : String.format(Locale.ROOT, "%.4g µm", metres * 1e6);
    }

    private static void write(BufferedImage picture, Path png) throws InputException {
        WholeFile.write(png, stream -> {
            // a cache of our own: that of ImageIO prints a stack trace at the end when the disk was full
            try (ImageOutputStream cache = new MemoryCacheImageOutputStream(stream)) {
                if (!ImageIO.write(picture, "png", cache)) {
                    throw new IOException("this Java writes no PNG");
                }
            }
        });
    }
}
