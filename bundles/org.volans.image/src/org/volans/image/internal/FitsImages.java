package org.volans.image.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.service.component.annotations.Component;
import org.volans.api.InputException;
import org.volans.api.geometry.Interval;
import org.volans.api.geometry.Region;
import org.volans.api.image.Cut;
import org.volans.api.image.CutoutOutcome;
import org.volans.api.image.FitsImage;
import org.volans.api.image.ImageAxis;
import org.volans.api.image.ImagePixels;
import org.volans.api.image.ImagePlane;
import org.volans.api.image.ImageService;
import org.volans.api.image.Limits;
import org.volans.api.image.NoImageException;
import org.volans.api.image.PixelBlock;
import org.volans.api.image.PlaneView;
import org.volans.api.image.RenderRequest;
import org.volans.api.image.SkyFrame;
import org.volans.api.image.Stretch;
import org.volans.api.image.ValueScale;
import org.volans.image.internal.fits.CutoutWriter;
import org.volans.image.internal.fits.FitsHdu;
import org.volans.image.internal.fits.FitsSource;
import org.volans.image.internal.fits.OpenPixels;
import org.volans.image.internal.fits.PixelBox;
import org.volans.image.internal.render.AxisNames;
import org.volans.image.internal.render.BarValues;
import org.volans.image.internal.render.Cuts;
import org.volans.image.internal.render.Frames;
import org.volans.image.internal.render.Picture;
import org.volans.image.internal.wcs.SpectralAxis;
import org.volans.image.internal.wcs.WcsReader;

/** FITS images from files; keeps nothing between calls but what {@link #pixels} opens, which its caller closes. */
@Component
public final class FitsImages implements ImageService {

    @Override
    public List<FitsImage> open(Path file, IProgressMonitor monitor) throws InputException {
        List<FitsImage> images = new ArrayList<>();
        try (FitsSource source = FitsSource.open(file)) {
            for (FitsHdu hdu : source.hdus()) {
                if (hdu.isImage()) {
                    images.add(describe(source, hdu));
                }
            }
        } catch (IOException e) {
            throw FitsSource.fault(file, e);
        }
        if (images.isEmpty()) {
            throw new NoImageException(file + " is a FITS file without an image (is it a table?)");
        }
        return images;
    }

    private static FitsImage describe(FitsSource source, FitsHdu hdu) throws IOException {
        hdu.bitpix();
        long[] shape = hdu.shape();
        Map<String, String> header = header(source, hdu);
        WcsReader.Result wcs = WcsReader.read(header);
        Optional<Interval> band =
                SpectralAxis.read(header, shape).map(SpectralAxis::band).orElseGet(() -> SpectralAxis.single(header));
        return new FitsImage(
                source.file(),
                hdu.number(),
                Arrays.stream(shape).boxed().toList(),
                header,
                wcs.wcs().map(w -> w),
                wcs.problem(),
                band,
                header.getOrDefault("BUNIT", "").strip());
    }

    /** The unit's own cards, with those of the first unit where it says INHERIT. */
    private static Map<String, String> header(FitsSource source, FitsHdu hdu) throws IOException {
        Map<String, String> header = new LinkedHashMap<>(hdu.header().values());
        if (hdu.isCompressed()) {
            long[] shape = hdu.shape();
            header.put("BITPIX", Integer.toString(hdu.bitpix()));
            header.put("NAXIS", Integer.toString(shape.length));
            for (int i = 0; i < shape.length; i++) {
                header.put("NAXIS" + (i + 1), Long.toString(shape[i]));
            }
        }
        if (hdu.number() > 0 && "T".equals(header.get("INHERIT"))) {
            source.hdus().get(0).header().values().forEach(header::putIfAbsent);
        }
        return header;
    }

    @Override
    public CutoutOutcome cutout(
            FitsImage image, Optional<Region> region, Optional<Interval> band, Path out, IProgressMonitor monitor)
            throws InputException {
        CutoutPlan plan = CutoutPlan.of(image, region, band);
        if (plan.box().isEmpty()) {
            return new CutoutOutcome.NoOverlap(plan.miss());
        }
        PixelBox box = plan.box().get();
        try (FitsSource source = FitsSource.open(image.file())) {
            return new CutoutOutcome.Written(
                    out, CutoutWriter.write(source, source.image(image.hdu()), box, out, monitor));
        } catch (IOException e) {
            throw FitsSource.fault(image.file(), e);
        }
    }

    @Override
    public void render(ImagePlane plane, RenderRequest request, Path png, IProgressMonitor monitor)
            throws InputException {
        Picture.draw(plane, request, png, monitor);
    }

    @Override
    public ImagePixels pixels(FitsImage image, IProgressMonitor monitor) throws InputException {
        return OpenPixels.of(image);
    }

    @Override
    public Limits limits(PixelBlock sample, Cut cut) {
        return Cuts.of(sample.values(), cut);
    }

    @Override
    public ValueScale scale(Limits limits, Stretch stretch, String unit, double apart) {
        return BarValues.of(limits, stretch, unit, apart);
    }

    @Override
    public List<ImageAxis> axes(FitsImage image) {
        return AxisNames.of(image);
    }

    @Override
    public SkyFrame frame(PlaneView view) {
        return Frames.of(view);
    }
}
