package org.volans.image.ui.internal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.volans.api.InputException;
import org.volans.api.VoException;
import org.volans.api.geometry.Polygon;
import org.volans.api.geometry.Position;
import org.volans.api.geometry.Region;
import org.volans.api.image.Cut;
import org.volans.api.image.CutoutOutcome;
import org.volans.api.image.ImagePlane;
import org.volans.api.image.ImageService;
import org.volans.api.image.RenderRequest;
import org.volans.api.image.Shading;
import org.volans.api.image.Wcs;
import org.volans.image.ui.internal.canvas.Viewport;
import org.volans.image.ui.internal.overlay.CatalogueLayer;
import org.volans.ui.Ids;
import org.volans.ui.project.ProjectFolder;
import org.volans.ui.project.Provenance;
import org.volans.ui.widgets.Copy;
import org.volans.ui.work.Failure;
import org.volans.ui.work.Workplace;

/** What can be made of what is shown: a picture file, a picture in the clipboard, a FITS file of the part. UI thread only. */
final class Saving {

    private static final int LEAST = 900;

    private final ImagePane pane;
    private final CatalogueLayer catalogues;
    private final ImageService service;
    private final ProjectFolder project;
    private final IWorkbenchPage page;
    private final Workplace work;

    Saving(
            ImagePane pane,
            CatalogueLayer catalogues,
            ImageService service,
            ProjectFolder project,
            IWorkbenchPage page) {
        this.pane = pane;
        this.catalogues = catalogues;
        this.service = service;
        this.project = project;
        this.page = page;
        this.work = new Workplace(pane);
    }

    void fill(Menu menu) {
        boolean sky = pane.opened().flatMap(o -> o.plane().wcs()).isPresent();
        item(menu, "Save Picture as PNG…", true, this::png);
        item(menu, "Copy Picture", true, this::copy);
        item(menu, "Cut Out This View to FITS" + (sky ? "" : " (the image has no sky coordinates)"), sky, this::cutOut);
    }

    private void item(Menu menu, String name, boolean enabled, Runnable run) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(name);
        item.setEnabled(enabled && pane.opened().isPresent());
        item.addListener(SWT.Selection, e -> run.run());
    }

    private static String stem(ImagePlane plane) {
        return plane.image().file().getFileName().toString().replaceAll("(?i)\\.(fits|fit|fts|fz|gz)", "");
    }

    private void png() {
        Opened shown = pane.opened().orElseThrow();
        FileDialog dialog = new FileDialog(pane.getShell(), SWT.SAVE);
        dialog.setText("Save Picture");
        dialog.setFilterExtensions(new String[] {"*.png"});
        dialog.setFileName(stem(shown.plane()) + ".png");
        dialog.setOverwrite(true);
        String chosen = dialog.open();
        if (chosen != null) {
            Path png = Path.of(chosen);
            RenderRequest request = request(shown);
            work.run(
                    "Drawing " + png.getFileName(),
                    monitor -> {
                        service.render(shown.plane(), request, png, monitor);
                        return png;
                    },
                    done -> {
                        // the file is where the user wanted it
                    },
                    this::tell);
        }
    }

    private RenderRequest request(Opened shown) {
        Shading shading = pane.look().shading();
        ImagePlane plane = shown.plane();
        long longest = Math.max(plane.width(), plane.height());
        return new RenderRequest(
                shading.stretch().name().toLowerCase(Locale.ROOT),
                new Cut.Between(shown.limits()).text(),
                shading.colors(),
                longest < LEAST ? LEAST : 0,
                catalogues.marks(),
                true,
                stem(plane));
    }

    /** The canvas as it is, with everything that is drawn upon it. */
    void copy() {
        if (pane.opened().isEmpty()) {
            return;
        }
        Point size = pane.canvas().getSize();
        Image image = new Image(pane.getDisplay(), size.x, size.y);
        GC gc = new GC(pane.canvas());
        gc.copyArea(image, 0, 0);
        gc.dispose();
        Copy.image(image.getImageData());
        image.dispose();
    }

    private void cutOut() {
        ImagePlane plane = pane.opened().orElseThrow().plane();
        Optional<Region> region = region(plane);
        if (region.isEmpty()) {
            tell(Failure.of(new InputException("The corners of this view are not all on the sky; zoom in first.")));
            return;
        }
        work.run("Cutting out of " + stem(plane), m -> cutOut(plane, region.get(), m), this::open, this::tell);
    }

    /** The part of the image that is in the window, by the middles of its outermost pixels. */
    private Optional<Region> region(ImagePlane plane) {
        Viewport view = pane.canvas().view();
        double left = Math.max(1, Math.ceil(view.pixelX(0)));
        double right = Math.min(plane.width(), Math.floor(view.pixelX(view.width())));
        double low = Math.max(1, Math.ceil(view.pixelY(view.height())));
        double high = Math.min(plane.height(), Math.floor(view.pixelY(0)));
        if (!(left < right && low < high)) {
            return Optional.empty();
        }
        List<Position> corners = new ArrayList<>();
        double[][] points = {{left, low}, {right, low}, {right, high}, {left, high}};
        for (double[] p : points) {
            plane.wcs().flatMap((Wcs w) -> w.toSky(p[0], p[1])).ifPresent(corners::add);
        }
        return corners.size() == points.length ? Optional.of(new Polygon(corners)) : Optional.empty();
    }

    private IFile cutOut(ImagePlane plane, Region region, IProgressMonitor monitor) throws VoException {
        long start = System.nanoTime();
        IFile target = project.newFile(ProjectFolder.IMAGES, stem(plane) + "-part", "fits");
        Path path = Objects.requireNonNull(target.getLocation()).toPath();
        CutoutOutcome outcome = service.cutout(plane.image(), Optional.of(region), Optional.empty(), path, monitor);
        if (outcome instanceof CutoutOutcome.NoOverlap miss) {
            throw new InputException(miss.message());
        }
        project.arrived(
                target,
                new Provenance(
                        plane.image().file().toUri().toString(),
                        region.posValue(),
                        Instant.now().toString(),
                        (System.nanoTime() - start) / 1e9,
                        -1,
                        false,
                        Map.of()));
        return target;
    }

    private void open(IFile file) {
        try {
            IDE.openEditor(page, file, Ids.IMAGE_EDITOR, true);
        } catch (PartInitException e) {
            Failure failure = Failure.of(e);
            ILog.of(Saving.class).log(failure.status());
            tell(failure);
        }
    }

    private void tell(Failure failure) {
        MessageDialog.openError(pane.getShell(), "Image", failure.message());
    }
}
