package org.volans.image.internal.render;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.volans.api.InputException;
import org.volans.api.image.Cut;
import org.volans.api.image.FitsImage;
import org.volans.api.image.ImageAxis;
import org.volans.api.image.ImagePlane;
import org.volans.api.image.Limits;
import org.volans.api.image.PixelArea;
import org.volans.api.image.PixelBlock;
import org.volans.api.image.RenderRequest;
import org.volans.api.image.Shading;
import org.volans.api.io.WholeFile;

/** Draws one image as a PNG file. */
public final class Picture {

    private static final int ONE_TO_ONE = 2048;

    private final FitsImage image;
    private final ImagePlane plane;
    private final RenderRequest request;
    private final Shading shading;
    private final Cut cut;
    private boolean empty;

    private Picture(ImagePlane plane, RenderRequest request) throws InputException {
        this.image = plane.image();
        this.plane = plane;
        this.request = request;
        shading = Shading.parse(request.stretch(), request.colormap());
        cut = Cut.parse(request.cut());
        if (request.size() < 0 || request.size() > RenderRequest.LARGEST) {
            throw new InputException(
                    "the size of a picture is 0 to " + RenderRequest.LARGEST + " pixels, not " + request.size());
        }
    }

    /**
     * Draws a plane; the file appears whole or not at all.
     *
     * @throws InputException when a word of the request is unknown, the image cannot be read or the file not be written
     */
    public static void draw(ImagePlane plane, RenderRequest request, Path png, IProgressMonitor monitor)
            throws InputException {
        write(new Picture(plane, request).draw(monitor), png);
    }

    private BufferedImage draw(IProgressMonitor monitor) throws InputException {
        long longest = Math.max(plane.width(), plane.height());
        double zoom = (double) (request.size() > 0 ? request.size() : Math.min(longest, ONE_TO_ONE)) / longest;
        int width = (int) Math.max(1, Math.round(plane.width() * zoom));
        int height = (int) Math.max(1, Math.round(plane.height() * zoom));
        Plane loaded = new PlaneLoader(plane).load(width, height, monitor);
        Limits cuts = Cuts.of(loaded.values(), cut);
        empty = Arrays.stream(loaded.values()).noneMatch(Double::isFinite);
        BufferedImage pixels = paint(loaded, cuts);
        if (!request.frame() && request.overlays().isEmpty()) {
            return pixels;
        }
        Style.checkFonts();
        return request.frame() ? framed(pixels, cuts) : marked(pixels);
    }

    private BufferedImage paint(Plane shown, Limits cuts) {
        BufferedImage picture = new BufferedImage(shown.width(), shown.height(), BufferedImage.TYPE_INT_RGB);
        PixelArea area = new PixelArea(1, 1, shown.width(), shown.height());
        PixelBlock block = new PixelBlock(area, 1, shown.width(), shown.height(), shown.values());
        int[] colors = shading.paint(block, cuts);
        picture.setRGB(0, 0, shown.width(), shown.height(), colors, 0, shown.width());
        return picture;
    }

    private View view(double left, double top, int width, int height) {
        return new View(left, top, width, height, plane.width(), plane.height(), plane.wcs());
    }

    private BufferedImage marked(BufferedImage pixels) {
        Graphics2D g = pixels.createGraphics();
        Style style = new Style(g, Math.max(pixels.getWidth(), pixels.getHeight()));
        new Marks(view(0, 0, pixels.getWidth(), pixels.getHeight()), style).draw(request.overlays());
        g.dispose();
        return pixels;
    }

    private BufferedImage framed(BufferedImage pixels, Limits cuts) {
        int width = pixels.getWidth();
        int height = pixels.getHeight();
        Graphics2D measuring = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        Style ruler = new Style(measuring, Math.max(width, height));
        double em = ruler.em();
        Axes axes = new Axes(view(0, 0, width, height), ruler);
        int left = (int) Math.ceil(axes.roomLeft());
        String above = request.title().isEmpty() ? subtitle() : request.title();
        int top = (int) Math.ceil(above.isEmpty() ? em : em * 2.4);
        int right = (int) Math.ceil(new ColorBar(cuts, shading, image.unit(), ruler).room());
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

    private void decorate(Style style, View view, Limits cuts) {
        new Axes(view, style).draw();
        if (empty) {
            double middle = view.left() + view.width() / 2.0;
            style.haloText("no valid pixels", middle, view.top() + view.height() / 2.0, 0.5, 0.5, 1.2f);
        }
        new Ornaments(view, style).draw(image.header());
        new Marks(view, style).draw(request.overlays());
        new ColorBar(cuts, shading, image.unit(), style).draw(view);
        double y = view.top() - style.em() * 0.7;
        style.text(request.title(), view.left(), y, 0, 0, 1.2f, Font.BOLD, Style.INK);
        double room = view.width() - style.width(request.title(), 1.3f);
        if (style.width(subtitle(), 0.95f) < room) {
            style.text(subtitle(), view.left() + view.width(), y, 1, 0, 0.95f, Font.PLAIN, Style.INK);
        }
    }

    /** Which plane of a cube is shown, with its frequency or wavelength. */
    private String subtitle() {
        List<String> planes = new ArrayList<>();
        String value = "";
        for (ImageAxis axis : AxisNames.of(image)) {
            int i = axis.number();
            if (i != plane.axisX() && i != plane.axisY()) {
                long at = plane.at().get(i);
                if (axis.length() > 1) {
                    planes.add("plane " + at + " of " + axis.length());
                }
                value = AxisNames.isSpectral(axis) ? axis.value(at) : value;
            }
        }
        if (value.isEmpty()) {
            value = image.band()
                    .map(b -> AxisNames.wavelength((b.low() + b.high()) / 2))
                    .orElse("");
        }
        String text = String.join(", ", planes);
        return text.isEmpty() || value.isEmpty() ? text + value : text + " · " + value;
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
