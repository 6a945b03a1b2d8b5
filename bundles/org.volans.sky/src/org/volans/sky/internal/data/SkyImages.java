package org.volans.sky.internal.data;

import java.util.ArrayList;
import java.util.List;
import org.volans.api.geometry.Position;
import org.volans.sky.internal.data.ImageSpec.Channels;

/** The images and cubes of the simulated sky. */
final class SkyImages {

    /** 3.3 degrees square at 54 MHz; every position of the tutorial lies in it. */
    static final ImageSpec MOSAIC = new ImageSpec(
            "lolss/mosaic.fits",
            "LoLSS-sim",
            new Position(240, 47),
            4000,
            3,
            15,
            Channels.continuum(54e6, 24e6),
            1.5e-3,
            20211024);

    private static final Position[] POINTINGS = {
        new Position(238.6, 46.0), new Position(239.6, 48.2), new Position(241.2, 47.6), new Position(239.7, 47.1),
    };

    private static final Position[] CUBES = {
        new Position(240.484, 46.768),
        new Position(239.605, 47.16),
        new Position(238.64, 45.875),
        new Position(238.05, 47.09),
        new Position(239.698, 48.307),
        new Position(240.622, 48.1),
    };

    private static final Position[] DEEP = {new Position(239.6, 47.2), new Position(238.95, 47.85)};

    private static final Position[] WIDE = {new Position(240.3, 48.0), new Position(238.5, 46.2)};

    private SkyImages() {}

    /** Single pointings at 54 MHz before they are combined: a coarser beam, more noise. */
    static List<ImageSpec> pointings() {
        return series(
                "lolss/pointing_%d.fits", "LBA-P%d", POINTINGS, 500, 12, 45, Channels.continuum(54e6, 24e6), 6e-3, 100);
    }

    /** Small cubes of 40 channels, 120 to 168 MHz. */
    static List<ImageSpec> cubes() {
        return series("cubes/field_%d.fits", "FIELD%d", CUBES, 64, 6, 20, new Channels(40, 120.6e6, 1.2e6), 2e-3, 200);
    }

    /** Small sharp images at 144 MHz. */
    static List<ImageSpec> deep() {
        return series("deep/field_%d.fits", "DEEP%d", DEEP, 600, 1.5, 6, Channels.continuum(144e6, 48e6), 1e-4, 300);
    }

    /** Shallow images at 1.4 GHz. */
    static List<ImageSpec> wide() {
        return series("wide/tile_%d.fits", "TILE%d", WIDE, 480, 15, 45, Channels.continuum(1.4e9, 42e6), 5e-4, 400);
    }

    /** All of them. */
    static List<ImageSpec> all() {
        List<ImageSpec> all = new ArrayList<>(List.of(MOSAIC));
        all.addAll(pointings());
        all.addAll(cubes());
        all.addAll(deep());
        all.addAll(wide());
        return all;
    }

    private static List<ImageSpec> series(
            String path,
            String object,
            Position[] centers,
            int size,
            double pixel,
            double beam,
            Channels channels,
            double noise,
            long seed) {
        List<ImageSpec> specs = new ArrayList<>();
        for (int i = 0; i < centers.length; i++) {
            specs.add(new ImageSpec(
                    path.formatted(i), object.formatted(i), centers[i], size, pixel, beam, channels, noise, seed + i));
        }
        return specs;
    }
}
