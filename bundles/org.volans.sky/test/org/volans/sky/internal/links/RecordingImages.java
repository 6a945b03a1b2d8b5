package org.volans.sky.internal.links;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.volans.api.InputException;
import org.volans.api.geometry.Interval;
import org.volans.api.geometry.Region;
import org.volans.api.image.CutoutOutcome;
import org.volans.api.image.FitsImage;
import org.volans.api.image.ImageAxis;
import org.volans.api.image.ImagePixels;
import org.volans.api.image.ImagePlane;
import org.volans.api.image.ImageService;
import org.volans.api.image.Limits;
import org.volans.api.image.PixelBlock;
import org.volans.api.image.PlaneView;
import org.volans.api.image.RenderRequest;
import org.volans.api.image.SkyFrame;
import org.volans.api.image.Stretch;
import org.volans.api.image.ValueScale;

/** Notes what it is asked for and writes a few bytes. */
final class RecordingImages implements ImageService {

    record Cut(Path file, Optional<Region> region, Optional<Interval> band, Path out) {}

    final List<Cut> cuts = new ArrayList<>();
    boolean overlap = true;
    int rendered;

    @Override
    public List<FitsImage> open(Path file, IProgressMonitor monitor) {
        return List.of(new FitsImage(file, 0, List.of(64L, 64L), Map.of(), Optional.empty(), "", Optional.empty(), ""));
    }

    @Override
    public CutoutOutcome cutout(
            FitsImage image, Optional<Region> region, Optional<Interval> band, Path out, IProgressMonitor monitor)
            throws InputException {
        cuts.add(new Cut(image.file(), region, band, out));
        if (!overlap) {
            return new CutoutOutcome.NoOverlap("nothing there");
        }
        write(out, "cutout");
        return new CutoutOutcome.Written(out, List.of(2L, 2L));
    }

    @Override
    public void render(ImagePlane plane, RenderRequest request, Path png, IProgressMonitor monitor)
            throws InputException {
        rendered++;
        write(png, "picture");
    }

    @Override
    public ImagePixels pixels(FitsImage image, IProgressMonitor monitor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Limits limits(PixelBlock sample, org.volans.api.image.Cut cut) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ValueScale scale(Limits limits, Stretch stretch, String unit, double apart) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<ImageAxis> axes(FitsImage image) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SkyFrame frame(PlaneView view) {
        throw new UnsupportedOperationException();
    }

    private static void write(Path file, String text) throws InputException {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new InputException("cannot write " + file, e);
        }
    }
}
