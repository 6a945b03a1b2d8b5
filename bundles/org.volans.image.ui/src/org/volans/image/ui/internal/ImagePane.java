package org.volans.image.ui.internal;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.volans.api.image.Cut;
import org.volans.api.image.ImagePlane;
import org.volans.api.image.ImageService;
import org.volans.api.image.PixelArea;
import org.volans.api.image.PixelBlock;
import org.volans.api.image.Sampling;
import org.volans.image.ui.internal.canvas.ImageCanvas;
import org.volans.image.ui.internal.canvas.Navigation;
import org.volans.image.ui.internal.canvas.Pointer;
import org.volans.image.ui.internal.controls.ImageTools;
import org.volans.image.ui.internal.controls.LevelsBar;
import org.volans.image.ui.internal.controls.LookHost;
import org.volans.image.ui.internal.controls.PlaneBar;
import org.volans.image.ui.internal.controls.ReadOut;
import org.volans.image.ui.internal.overlay.BlankLayer;
import org.volans.image.ui.internal.overlay.ColorBarLayer;
import org.volans.image.ui.internal.overlay.FrameLayer;
import org.volans.ui.work.Failure;

/** The page with the picture: tools above, planes, the picture, limits and read-out below. UI thread only. */
final class ImagePane extends Composite implements LookHost {

    /** Pixels about the mouse whose values are read at once. */
    private static final int AROUND = 64;

    /**
     * What the pane tells of and asks for.
     *
     * @param image      told of the index of another image that is wanted
     * @param look       told when the look has changed
     * @param failed     told when the file cannot be read any more
     * @param catalogues fills the menu of catalogues
     * @param save       fills the menu of what can be saved
     */
    record Events(
            IntConsumer image,
            Consumer<Look> look,
            Consumer<Failure> failed,
            Consumer<Menu> catalogues,
            Consumer<Menu> save) {}

    private final ImageService service;
    private final Events events;
    private final ImageCanvas canvas;
    private final Navigation navigation;
    private final ImageTools tools;
    private final PlaneBar planes;
    private final LevelsBar levels;
    private final ReadOut readOut;
    private final FrameLayer frame;
    private final LatestWork<PixelBlock> probes;
    private final LatestWork<Opened> changes;
    private Optional<Pointer> pointer = Optional.empty();
    private Optional<Opened> opened = Optional.empty();
    private Optional<PixelBlock> probed = Optional.empty();
    private long[] mouse = {0, 0};
    private Optional<ImagePlane> wanted = Optional.empty();
    private Look look;

    /** Shows nothing until {@link #show}. */
    ImagePane(Composite parent, ImageService service, Events events) {
        super(parent, SWT.NONE);
        this.service = service;
        this.look = Look.standard();
        this.events = events;
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(this);
        Composite top = new Composite(this, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(top);
        GridLayoutFactory.fillDefaults().extendedMargins(2, 2, 1, 1).applyTo(top);
        planes = new PlaneBar(this, events.image(), this::plane);
        canvas = new ImageCanvas(this, events.failed());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(canvas);
        navigation = new Navigation(canvas, new Mouse());
        tools = new ImageTools(top, this, navigation, this::showLevels, events.catalogues(), events.save());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(tools.control());
        levels = new LevelsBar(this, this);
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(levels);
        levels.setVisible(false);
        readOut = new ReadOut(this);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(readOut);
        frame = new FrameLayer(canvas, service, this::look);
        canvas.add(frame);
        canvas.add(new ColorBarLayer(canvas, service, this::look));
        canvas.add(new BlankLayer(canvas));
        probes = new LatestWork<>(this, "Pixel value", this::probed, events.failed());
        changes = new LatestWork<>(this, "Image limits", this::changed, events.failed());
    }

    /** The picture. */
    ImageCanvas canvas() {
        return canvas;
    }

    /** Tells of the mouse beyond the read-out. */
    void pointer(Pointer newPointer) {
        pointer = Optional.of(newPointer);
    }

    /** Shows an image in its look. */
    void show(Opened newOpened, Look newLook) {
        look = newLook;
        changes.cancel();
        probes.cancel();
        probed = Optional.empty();
        opened = Optional.of(newOpened);
        wanted = Optional.of(newOpened.plane());
        planes.show(newOpened);
        tools.update();
        canvas.show(newOpened.scene(look));
        frame.update();
        levels.show();
        readOut.show(newOpened.plane());
    }

    /** Stops reading. */
    void clear() {
        changes.cancel();
        probes.cancel();
        canvas.clear();
        opened = Optional.empty();
    }

    @Override
    public Optional<Opened> opened() {
        return opened;
    }

    @Override
    public Look look() {
        return look;
    }

    @Override
    public void look(Look newLook) {
        boolean sameCut = newLook.cut().equals(look.cut());
        look = newLook;
        tools.update();
        opened.ifPresent(o -> {
            if (sameCut) {
                canvas.show(o.scene(look));
            } else if (look.cut() instanceof Cut.Between between && !changes.busy()) {
                changed(o.with(between.limits()));
            } else {
                change();
            }
        });
        events.look().accept(look);
    }

    private void plane(ImagePlane plane) {
        wanted = Optional.of(plane);
        change();
    }

    /** Asks for the wanted plane and cut together, since only the newest question is answered. */
    private void change() {
        Cut cut = look.cut();
        opened.ifPresent(o -> wanted.ifPresent(plane -> changes.ask(monitor -> plane.equals(o.plane())
                ? o.with(service.limits(o.sample(), cut))
                : o.plane(service, plane, cut, monitor))));
    }

    private void changed(Opened newOpened) {
        opened = Optional.of(newOpened);
        probed = Optional.empty();
        canvas.show(newOpened.scene(look));
        frame.update();
        levels.show();
    }

    private void showLevels(boolean on) {
        levels.setVisible(on);
        ((GridData) levels.getLayoutData()).exclude = !on;
        layout(true, true);
    }

    private void probe(Opened shown) {
        ImagePlane plane = shown.plane();
        long x = Math.max(1, mouse[0] - AROUND / 2);
        long y = Math.max(1, mouse[1] - AROUND / 2);
        PixelArea area =
                new PixelArea(x, y, Math.min(AROUND, plane.width() - x + 1), Math.min(AROUND, plane.height() - y + 1));
        probes.ask(monitor -> shown.pixels().read(plane, area, 1, Sampling.NEAREST, monitor));
    }

    private void probed(PixelBlock block) {
        probed = Optional.of(block);
        if (block.covers(mouse[0], mouse[1])) {
            value(Optional.of(block.at(mouse[0], mouse[1])));
        }
    }

    private void value(Optional<Double> value) {
        opened.ifPresent(o -> readOut.value(value, o.plane().image().unit()));
    }

    private void readOut(Opened shown, int x, int y) {
        double pixelX = canvas.view().pixelX(x);
        double pixelY = canvas.view().pixelY(y);
        if (!canvas.view().onPlane(pixelX, pixelY)) {
            away(shown);
            return;
        }
        readOut.show(shown.plane(), pixelX, pixelY);
        mouse = new long[] {Math.round(pixelX), Math.round(pixelY)};
        Optional<Double> known = probed.filter(b -> b.covers(mouse[0], mouse[1]))
                .map(b -> b.at(mouse[0], mouse[1]))
                .or(() -> canvas.value(mouse[0], mouse[1]));
        if (known.isPresent()) {
            value(known);
        } else {
            value(Optional.empty());
            probe(shown);
        }
    }

    /** A value that is still being read must not come when the mouse is elsewhere. */
    private void away(Opened shown) {
        mouse = new long[] {0, 0};
        readOut.show(shown.plane());
    }

    private final class Mouse implements Pointer {

        @Override
        public void moved(int x, int y) {
            opened.ifPresent(o -> readOut(o, x, y));
            pointer.ifPresent(p -> p.moved(x, y));
        }

        @Override
        public void left() {
            opened.ifPresent(ImagePane.this::away);
            pointer.ifPresent(Pointer::left);
        }

        @Override
        public void clicked(int x, int y) {
            pointer.ifPresent(p -> p.clicked(x, y));
        }
    }
}
