package org.volans.sky.internal.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.volans.api.geometry.Position;
import org.volans.api.geometry.Region;
import org.volans.sky.internal.data.ImageSpec.Channels;
import uk.ac.starlink.table.StarTable;

class RadioImagesTest {

    private static final RadioSky SKY = new RadioSky();

    @TempDir
    Path folder = Path.of("");

    /** The mosaic's grid and beam on a part of its field: small enough for a test. */
    private static ImageSpec part(int size) {
        ImageSpec m = SkyImages.MOSAIC;
        return new ImageSpec(
                "part.fits", "PART", RadioSky.EXAMPLE, size, m.pixel(), m.beam(), m.channels(), m.noise(), 1);
    }

    @Test
    void brightnessAtSourcesIsThatOfTheCatalogue() throws IOException {
        ImageSpec spec = part(1200);
        float[][] pixels = pixels(spec);
        double[] deviations = SKY.sources().stream()
                .filter(s -> s.components().size() == 1)
                .filter(s -> alone(s, spec))
                .mapToDouble(s -> {
                    double[] at = spec.toPixel(s.position());
                    int x = (int) Math.round(at[0]);
                    int y = (int) Math.round(at[1]);
                    double east = (at[0] - x) * spec.pixel();
                    double north = (y - at[1]) * spec.pixel();
                    return (pixels[y - 1][x - 1] - s.brightness(east, north, spec.beam())) / spec.noiseAt(x, y);
                })
                .toArray();
        assertThat(deviations.length).isGreaterThan(40);
        assertThat(DoubleStream.of(deviations).average().orElseThrow()).isCloseTo(0, within(0.6));
        assertThat(DoubleStream.of(deviations).map(Math::abs).max().orElseThrow())
                .isLessThan(6);
    }

    private static boolean alone(RadioSource source, ImageSpec spec) {
        double[] at = spec.toPixel(source.position());
        return DoubleStream.of(at).allMatch(v -> v > 10 && v < spec.size() - 10)
                && SKY.sources().stream()
                        .noneMatch(o -> o != source
                                && o.position().separation(source.position()) < (o.flux() > 0.3 ? 0.15 : 0.03));
    }

    @Test
    void integratedFluxOfADoubleSourceIsThatOfTheCatalogue() throws IOException {
        ImageSpec spec = part(120);
        RadioSource source = SKY.sources().get(0);
        float[][] pixels = pixels(spec);
        double sum = 0;
        for (float[] row : pixels) {
            for (float value : row) {
                sum += value;
            }
        }
        double beamPixels = Math.PI * spec.beam() * spec.beam() / (4 * Math.log(2)) / spec.pixel() / spec.pixel();
        assertThat(sum / beamPixels).isCloseTo(source.flux(), within(0.1));
        double peak = Arrays.stream(pixels)
                .flatMapToDouble(row ->
                        DoubleStream.iterate(0, i -> i < row.length, i -> i + 1).map(i -> row[(int) i]))
                .max()
                .orElseThrow();
        assertThat(peak).isCloseTo(source.peak(spec.beam()), within(0.02));
    }

    @Test
    void noiseIsAsStrongAsItSaysAndCorrelatedOverTheBeam() {
        ImageSpec spec = part(400);
        float[][] rows = new BeamNoise(spec).rows(0, 0, 400);
        double square = 0;
        double neighbours = 0;
        double far = 0;
        int count = 0;
        for (int y = 100; y < 300; y++) {
            for (int x = 100; x < 300; x++) {
                square += rows[y][x] * rows[y][x];
                neighbours += rows[y][x] * rows[y][x + 2];
                far += rows[y][x] * rows[y][x + 15];
                count++;
            }
        }
        assertThat(Math.sqrt(square / count)).isCloseTo(spec.noise(), within(0.15 * spec.noise()));
        assertThat(neighbours / square).isGreaterThan(0.6);
        assertThat(far / square).isLessThan(0.25);
    }

    @Test
    void rowsAreTheSameHoweverTheyAreAskedFor() {
        BeamNoise noise = new BeamNoise(part(200));
        float[][] all = noise.rows(0, 0, 200);
        float[][] some = noise.rows(0, 70, 20);
        for (int i = 0; i < some.length; i++) {
            for (int x = 0; x < 200; x++) {
                assertThat(some[i][x]).isCloseTo(all[70 + i][x], within(1e-8f));
            }
        }
        assertThat(noise.rows(1, 70, 1)[0]).isNotEqualTo(some[0]);
    }

    @Test
    void runningMeansHaveTheVarianceOfTheGaussian() {
        for (double sigma : new double[] {1.5, 2.12, 3, 6}) {
            double variance = Arrays.stream(BeamNoise.widths(sigma))
                    .mapToDouble(w -> (w * w - 1) / 12.0)
                    .sum();
            assertThat(Math.sqrt(variance)).isCloseTo(sigma, within(0.35));
        }
    }

    /** Figures of wcslib (astropy 5.2) for the same header. */
    @Test
    void projectionAgreesWithWcslib() {
        ImageSpec mosaic = SkyImages.MOSAIC;
        assertPixel(mosaic.toPixel(new Position(240.484, 46.768)), 1602.67347952, 1723.32273814);
        assertPixel(mosaic.toPixel(new Position(238.047391, 46.99102)), 3598.90234392, 2009.64241541);
        Position corner = mosaic.toSky(4000, 4000);
        assertThat(corner.ra()).isCloseTo(237.47979262, within(1e-8));
        assertThat(corner.dec()).isCloseTo(48.63828311, within(1e-8));
    }

    private static void assertPixel(double[] pixel, double x, double y) {
        assertThat(pixel[0]).isCloseTo(x, within(1e-6));
        assertThat(pixel[1]).isCloseTo(y, within(1e-6));
    }

    @Test
    void everyObjectLiesInTheMosaicAndHasOneSource() {
        for (Position object : TutorialTables.positions()) {
            assertThat(SkyImages.MOSAIC.outline().contains(object)).isTrue();
            List<RadioSource> near = SKY.sources().stream()
                    .filter(s -> s.position().separation(object) < 100.0 / 3600)
                    .toList();
            assertThat(near).hasSize(1);
            assertThat(near.get(0).position().separation(object) * 3600).isBetween(0.3, 5.0);
        }
    }

    @Test
    void outlineRunsCounterClockwiseSeenFromInside() {
        List<Position> v = SkyImages.MOSAIC.outline().vertices();
        // east is left: from the lower left corner to the lower right one right ascension falls
        assertThat(v.get(1).ra()).isLessThan(v.get(0).ra());
        assertThat(v.get(2).dec()).isGreaterThan(v.get(1).dec());
        Region read = Region.parse(ObsCoreTable.stcs(SkyImages.MOSAIC.outline()));
        assertThat(read.contains(SkyImages.MOSAIC.center())).isTrue();
    }

    @Test
    void catalogueHoldsTheExample() throws IOException {
        StarTable catalogue = SourceCatalogue.make(SKY, SkyImages.MOSAIC);
        assertThat(catalogue.getRowCount()).isEqualTo(3000);
        assertThat(catalogue.getCell(0, 1)).isEqualTo(240.484);
        assertThat(catalogue.getCell(0, 3)).isEqualTo(46.768);
        assertThat((Double) catalogue.getCell(0, 5)).isCloseTo(1320, within(0.1));
        for (long row = 0; row < catalogue.getRowCount(); row++) {
            assertThat((Double) catalogue.getCell(row, 9)).isGreaterThanOrEqualTo((Double) catalogue.getCell(row, 11));
            assertThat((Double) catalogue.getCell(row, 11)).isGreaterThanOrEqualTo(15);
        }
    }

    @Test
    void cubeGetsFainterWithFrequency() throws IOException {
        ImageSpec spec =
                new ImageSpec("c.fits", "C", RadioSky.EXAMPLE, 40, 6, 20, new Channels(3, 100e6, 100e6), 1e-4, 1);
        Path file = folder.resolve("c.fits");
        new ImageWriter(spec, SKY).write(file);
        int header = ImageHeader.of(spec).bytes().length;
        double[] peaks = new double[3];
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            in.seek(header);
            for (int i = 0; i < 3 * 1600; i++) {
                peaks[i / 1600] = Math.max(peaks[i / 1600], in.readFloat());
            }
        }
        double index = SKY.sources().get(0).alpha();
        assertThat(peaks[1] / peaks[0]).isCloseTo(Math.pow(2, index), within(0.03));
        assertThat(peaks[2] / peaks[0]).isCloseTo(Math.pow(3, index), within(0.03));
        assertThat(Files.size(file) % 2880).isZero();
    }

    @Test
    void ellipseOfMomentsIsTheEllipse() {
        double[] m = new RadioSource.Ellipse(40, 20, 30).moments();
        RadioSource.Ellipse again = RadioSource.Ellipse.ofMoments(m[0], m[1], m[2]);
        assertThat(again.major()).isCloseTo(40, within(1e-9));
        assertThat(again.minor()).isCloseTo(20, within(1e-9));
        assertThat(again.angle()).isCloseTo(30, within(1e-9));
        // half a major axis away along the position angle the brightness is half
        double east = 20 * Math.sin(Math.toRadians(30));
        double north = 20 * Math.cos(Math.toRadians(30));
        assertThat(again.at(east, north)).isCloseTo(0.5, within(1e-9));
    }

    private float[][] pixels(ImageSpec spec) throws IOException {
        Path file = folder.resolve("part.fits");
        new ImageWriter(spec, SKY).write(file);
        float[][] pixels = new float[spec.size()][spec.size()];
        try (DataInputStream in = new DataInputStream(new java.io.BufferedInputStream(Files.newInputStream(file)))) {
            in.skipNBytes(ImageHeader.of(spec).bytes().length);
            for (float[] row : pixels) {
                for (int x = 0; x < row.length; x++) {
                    row[x] = in.readFloat();
                }
            }
        }
        return pixels;
    }
}
