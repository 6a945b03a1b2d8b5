package org.volans.sky.internal.data;

import java.util.Optional;
import org.volans.api.geometry.Interval;
import org.volans.api.geometry.Position;

/**
 * A data set that a centre publishes.
 *
 * @param did         publisher's identifier: {@code ivo://sky.volans/astron/lolss?mosaic}
 * @param path        its file below {@code data/}
 * @param type        {@code image}, {@code cube} or {@code spectrum} (ObsCore 1.1, section 3.3.1)
 * @param collection  name of the collection
 * @param title       a line
 * @param target      what was observed
 * @param level       ObsCore's calibration level
 * @param instrument  that took it
 * @param center      of the field, ICRS
 * @param wavelengths in metres
 * @param image       how its pixels are made, unless it is a spectrum
 * @param cutouts     whether it is reached through Datalink, with a cutout service
 */
public record DataSet(
        String did,
        String path,
        String type,
        String collection,
        String title,
        String target,
        int level,
        String instrument,
        Position center,
        Interval wavelengths,
        Optional<ImageSpec> image,
        boolean cutouts) {

    static DataSet of(
            String did,
            String collection,
            String title,
            int level,
            String instrument,
            ImageSpec image,
            boolean cutouts) {
        return new DataSet(
                did,
                image.path(),
                image.cube() ? "cube" : "image",
                collection,
                title,
                image.object(),
                level,
                instrument,
                image.center(),
                image.channels().wavelengths(),
                Optional.of(image),
                cutouts);
    }

    /** When it was taken, MJD: the same night for all. */
    public Interval time() {
        return new Interval(ObsCoreTable.START, ObsCoreTable.START + ObsCoreTable.EXPOSURE / 86_400);
    }

    /** Media type of the file. */
    public String mediaType() {
        return image.isPresent() ? "image/fits" : "application/x-votable+xml";
    }
}
