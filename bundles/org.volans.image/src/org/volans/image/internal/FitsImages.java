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
import org.volans.api.image.CutoutOutcome;
import org.volans.api.image.FitsImage;
import org.volans.api.image.ImageService;
import org.volans.api.image.RenderRequest;
import org.volans.image.internal.fits.CutoutWriter;
import org.volans.image.internal.fits.FitsHdu;
import org.volans.image.internal.fits.FitsSource;
import org.volans.image.internal.fits.PixelBox;
import org.volans.image.internal.render.Picture;
import org.volans.image.internal.wcs.SpectralAxis;
import org.volans.image.internal.wcs.WcsReader;

/** FITS images from files; keeps nothing between calls. */
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
            throw new InputException(file + " is a FITS file without an image (is it a table?)");
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
    public void render(FitsImage image, RenderRequest request, Path png, IProgressMonitor monitor)
            throws InputException {
        Picture.draw(image, request, png, monitor);
    }
}
