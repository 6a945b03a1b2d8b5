package org.volans.image.internal;

import java.util.Optional;
import org.volans.api.InputException;
import org.volans.api.geometry.Interval;
import org.volans.api.geometry.Region;
import org.volans.api.image.FitsImage;
import org.volans.image.internal.fits.PixelBox;
import org.volans.image.internal.wcs.CelestialWcs;
import org.volans.image.internal.wcs.Footprint;
import org.volans.image.internal.wcs.SpectralAxis;
import org.volans.image.internal.wcs.WcsReader;

/**
 * Which pixels of an image a cutout takes.
 *
 * @param box  the pixels; empty when nothing overlaps
 * @param miss then the user's sentence, else empty
 */
record CutoutPlan(Optional<PixelBox> box, String miss) {

    /** @throws InputException when a region is asked of an image without sky coordinates */
    static CutoutPlan of(FitsImage image, Optional<Region> region, Optional<Interval> band) throws InputException {
        long[] shape = image.shape().stream().mapToLong(Long::longValue).toArray();
        PixelBox box = PixelBox.all(shape);
        if (region.isPresent()) {
            Optional<PixelBox> inRegion = inRegion(image, shape, box, region.get());
            if (inRegion.isEmpty()) {
                return miss(region.get().posValue() + " does not overlap "
                        + image.file().getFileName() + where(image));
            }
            box = inRegion.get();
        }
        if (band.isPresent()) {
            return inBand(image, shape, box, band.get());
        }
        return new CutoutPlan(Optional.of(box), "");
    }

    private static CutoutPlan miss(String sentence) {
        return new CutoutPlan(Optional.empty(), sentence);
    }

    /** Where the image is, so that the user sees how far off the region was. */
    private static String where(FitsImage image) {
        return image.wcs()
                .flatMap(w ->
                        w.toSky(image.shape().get(0) / 2.0 + 0.5, image.shape().get(1) / 2.0 + 0.5))
                .map(p -> ", whose middle is at " + p)
                .orElse("");
    }

    private static Optional<PixelBox> inRegion(FitsImage image, long[] shape, PixelBox box, Region region)
            throws InputException {
        WcsReader.Result read = WcsReader.read(image.header());
        CelestialWcs wcs = read.wcs()
                .orElseThrow(() -> new InputException("cannot cut a region out of " + image.file() + " (unit "
                        + image.hdu() + "): " + read.problem()));
        int x = wcs.axisX();
        int y = wcs.axisY();
        if (y >= shape.length) {
            throw new InputException("cannot cut a region out of " + image.file() + " (unit " + image.hdu()
                    + "): its celestial axis " + (y + 1) + " has no pixels");
        }
        return Footprint.of(wcs, shape[x], shape[y], region)
                .map(b -> box.with(x, b[0], b[1]).with(y, b[2], b[3]));
    }

    private static CutoutPlan inBand(FitsImage image, long[] shape, PixelBox box, Interval band) {
        Optional<SpectralAxis> axis = SpectralAxis.read(image.header(), shape);
        if (axis.isEmpty() || axis.get().band().isEmpty()) {
            boolean outside = image.band().isPresent() && !image.band().get().intersects(band);
            return outside ? bandMiss(image, band) : new CutoutPlan(Optional.of(box), "");
        }
        int n = axis.get().axis();
        return axis.get()
                .planes(band)
                .map(p -> new CutoutPlan(Optional.of(box.with(n, p[0], p[1])), ""))
                .orElseGet(() -> bandMiss(image, band));
    }

    private static CutoutPlan bandMiss(FitsImage image, Interval band) {
        String own =
                image.band().map(b -> ", which covers " + b.sodaValue() + " m").orElse("");
        return miss("the band " + band.sodaValue() + " m does not overlap "
                + image.file().getFileName() + own);
    }
}
