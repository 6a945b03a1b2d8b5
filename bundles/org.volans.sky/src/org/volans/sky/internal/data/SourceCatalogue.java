package org.volans.sky.internal.data;

import java.util.List;
import org.volans.sky.internal.data.RadioSource.Ellipse;
import uk.ac.starlink.table.StarTable;

/**
 * {@code lolss.source_catalog}: the sources that are painted into the mosaic, with the figures that a perfect source
 * finder would give. Flux densities in mJy, sizes in arcsec as seen with the beam.
 */
final class SourceCatalogue {

    private SourceCatalogue() {}

    static StarTable make(RadioSky sky, ImageSpec mosaic) {
        List<RadioSource> sources = sky.sources();
        int rows = sources.size();
        String[] names = new String[rows];
        String[] codes = new String[rows];
        double[][] v = new double[15][rows];
        for (int row = 0; row < rows; row++) {
            RadioSource source = sources.get(row);
            names[row] = name(source);
            codes[row] = source.components().size() == 1 ? "S" : "M";
            double[] figures = figures(source, mosaic);
            for (int i = 0; i < figures.length; i++) {
                v[i][row] = figures[i];
            }
        }
        return Columns.of("source_catalog")
                .table(
                        "lolss.source_catalog",
                        rows,
                        List.of(
                                names, v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7], v[8], v[9], v[10], v[11], v[12],
                                v[13], codes, v[14]));
    }

    /** A source's designation. */
    static String name(RadioSource source) {
        return "SIM J"
                + Names.designation(source.position().ra(), source.position().dec(), 2, 1);
    }

    /** The figures in the order of the columns; errors follow Condon (1997), equations 20 and 21, roughly. */
    private static double[] figures(RadioSource source, ImageSpec mosaic) {
        double[] pixel = mosaic.toPixel(source.position());
        double rms = 1e3 * mosaic.noiseAt(pixel[0], pixel[1]);
        double peak = 1e3 * source.peak(mosaic.beam());
        double total = 1e3 * source.flux();
        double ratio = Math.max(2, peak / rms);
        Ellipse extent = source.extent(mosaic.beam());
        double areas = Math.sqrt(extent.major() * extent.minor()) / mosaic.beam();
        double shape = Math.max(0.02, (extent.major() - extent.minor()) / extent.major());
        return new double[] {
            source.position().ra(),
            round(extent.major() / 2 / ratio, 2),
            source.position().dec(),
            round(extent.major() / 2 / ratio, 2),
            round(total, 3),
            round(Math.hypot(rms * areas, 0.06 * total), 3),
            round(peak, 3),
            round(rms, 3),
            round(extent.major(), 2),
            round(extent.major() / ratio, 2),
            round(extent.minor(), 2),
            round(extent.minor() / ratio, 2),
            round(extent.angle(), 1),
            round(Math.min(90, 60 / ratio / shape), 1),
            round(rms, 3),
        };
    }

    private static double round(double value, int digits) {
        double scale = Math.pow(10, digits);
        return Math.rint(value * scale) / scale;
    }
}
