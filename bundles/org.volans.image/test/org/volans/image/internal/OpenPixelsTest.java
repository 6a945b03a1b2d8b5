package org.volans.image.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.volans.api.InputException;
import org.volans.api.image.FitsImage;
import org.volans.api.image.ImagePixels;
import org.volans.api.image.ImagePlane;
import org.volans.api.image.PixelArea;
import org.volans.api.image.PixelBlock;
import org.volans.api.image.Sampling;

/** Parts of images; the expected values are counted out. */
class OpenPixelsTest {

    @TempDir
    Path folder = Path.of(".");

    private final FitsImages images = new FitsImages();

    private ImagePixels open(Path file) throws InputException {
        return images.pixels(images.open(file, new NullProgressMonitor()).getFirst(), new NullProgressMonitor());
    }

    private static double[] read(ImagePixels pixels, PixelArea area, int step, Sampling sampling)
            throws InputException {
        ImagePlane plane = ImagePlane.middle(pixels.image());
        PixelBlock block = pixels.read(plane, area, step, sampling, new NullProgressMonitor());
        assertThat(block.values()).hasSize(block.width() * block.height());
        return block.values();
    }

    /** Ten columns, seven rows; row y, column x (from 0) has 10 y + x. */
    private Path ten(int bitpix, String... more) throws Exception {
        return new TestFits()
                .image(bitpix, new long[] {10, 7}, i -> i, more)
                .write(folder.resolve("ten" + bitpix + ".fits"));
    }

    @Test
    void aPartIsGivenAsItIs() throws Exception {
        for (int bitpix : new int[] {8, 16, 32, 64, -32, -64}) {
            try (ImagePixels pixels = open(ten(bitpix))) {
                assertThat(read(pixels, new PixelArea(9, 3, 2, 2), 1, Sampling.MEAN))
                        .containsExactly(28, 29, 38, 39);
            }
        }
    }

    @Test
    void theMiddlePixelOfEachCellIsTaken() throws Exception {
        try (ImagePixels pixels = open(ten(16))) {
            // cells of 4: columns 2, 6 and of the last two 9; rows 2 and of the last three 5
            assertThat(read(pixels, new PixelArea(1, 1, 10, 7), 4, Sampling.NEAREST))
                    .containsExactly(22, 26, 29, 52, 56, 59);
        }
    }

    @Test
    void cellsAreAveraged() throws Exception {
        try (ImagePixels pixels = open(ten(-32))) {
            // columns 0-3, 4-7, 8-9 with means 1.5, 5.5, 8.5; rows 0-3, 4-6 with means 1.5, 5
            assertThat(read(pixels, new PixelArea(1, 1, 10, 7), 4, Sampling.MEAN))
                    .containsExactly(16.5, 20.5, 23.5, 51.5, 55.5, 58.5);
        }
    }

    /** Of cells of 20 rows, 8 are read: 1, 3, 6, 8, 11, 13, 16, 18. */
    @Test
    void ofManyRowsSomeAreRead() throws Exception {
        Path file = new TestFits().image(32, new long[] {20, 40}, i -> i / 20).write(folder.resolve("rows.fits"));
        try (ImagePixels pixels = open(file)) {
            assertThat(read(pixels, new PixelArea(1, 1, 20, 40), 20, Sampling.MEAN))
                    .containsExactly(9.5, 29.5);
        }
    }

    @Test
    void blanksHaveNoShareAndScalesAreApplied() throws Exception {
        String[] cards = TestFits.cards("BSCALE", "0.5", "BZERO", "100.0", "BLANK", 11);
        try (ImagePixels pixels = open(ten(16, cards))) {
            assertThat(read(pixels, new PixelArea(1, 2, 3, 1), 1, Sampling.NEAREST))
                    .containsExactly(105, Double.NaN, 106);
            // 0, 1, 10 and a blank
            assertThat(read(pixels, new PixelArea(1, 1, 2, 2), 2, Sampling.MEAN))
                    .containsExactly(100 + 0.5 * 11 / 3.0);
        }
    }

    @Test
    void planesOfCubes() throws Exception {
        Path file = new TestFits().image(16, new long[] {3, 2, 4}, i -> i).write(folder.resolve("cube.fits"));
        try (ImagePixels pixels = open(file)) {
            ImagePlane plane = ImagePlane.middle(pixels.image());
            assertThat(plane.at()).isEqualTo(List.of(2L, 1L, 2L));
            PixelBlock last =
                    pixels.read(plane.with(2, 4), PixelArea.of(plane), 1, Sampling.NEAREST, new NullProgressMonitor());
            assertThat(last.values()).containsExactly(18, 19, 20, 21, 22, 23);
            ImagePlane across = new ImagePlane(pixels.image(), 1, 2, List.of(3L, 1L, 1L));
            assertThat(pixels.read(across, PixelArea.of(across), 2, Sampling.NEAREST, new NullProgressMonitor())
                            .values())
                    .containsExactly(11, 23);
        }
    }

    /** Those of {@code TilesTest}, by all algorithms: cells of parts agree with the whole. */
    @Test
    void compressedImages() throws Exception {
        Path figures = Path.of(System.getProperty("basedir", "."), "test/org/volans/image/internal/fits/tiles.txt");
        for (String line : Files.readAllLines(figures)) {
            if (line.startsWith("#")) {
                continue;
            }
            String[] f = line.split(";");
            Path file = folder.resolve(f[0] + ".fits");
            try (InputStream in = new GZIPInputStream(
                    new ByteArrayInputStream(Base64.getDecoder().decode(f[1])))) {
                Files.copy(in, file);
            }
            try (ImagePixels pixels = open(file)) {
                assertThat(pixels.image().shape().size()).as(f[0]).isGreaterThanOrEqualTo(2);
                compare(pixels);
            }
        }
    }

    private static void compare(ImagePixels pixels) throws InputException {
        ImagePlane plane = ImagePlane.middle(pixels.image());
        NullProgressMonitor monitor = new NullProgressMonitor();
        PixelBlock all = pixels.read(plane, PixelArea.of(plane), 1, Sampling.NEAREST, monitor);
        PixelArea area = new PixelArea(2, 3, plane.width() - 1, plane.height() - 2);
        PixelBlock some = pixels.read(plane, area, 3, Sampling.NEAREST, monitor);
        PixelBlock means = pixels.read(plane, area, 3, Sampling.MEAN, monitor);
        for (int row = 0; row + 1 < some.height(); row++) {
            for (int column = 0; column + 1 < some.width(); column++) {
                long x = area.x() + 3 * column;
                long y = area.y() + 3 * row;
                assertThat(some.values()[row * some.width() + column]).isEqualTo(all.at(x + 1, y + 1));
                double sum = 0;
                int count = 0;
                for (int i = 0; i < 9; i++) {
                    double value = all.at(x + i % 3, y + i / 3);
                    sum += Double.isNaN(value) ? 0 : value;
                    count += Double.isNaN(value) ? 0 : 1;
                }
                assertThat(means.values()[row * some.width() + column])
                        .isCloseTo(sum / count, within(1e-9 * (1 + Math.abs(sum))));
            }
        }
    }

    @Test
    void zippedFilesAreUnpackedOnceAndTidiedUp() throws Exception {
        Path plain = ten(16);
        Path zipped = folder.resolve("ten.fits.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            Files.copy(plain, out);
        }
        try (ImagePixels pixels = open(zipped)) {
            // what was opened stays readable
            Files.delete(zipped);
            assertThat(read(pixels, new PixelArea(1, 7, 1, 1), 1, Sampling.NEAREST))
                    .containsExactly(60);
        }
    }

    @Test
    void anInterruptedThreadDisturbsNoOther() throws Exception {
        try (ImagePixels pixels = open(ten(16))) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> read(pixels, new PixelArea(1, 1, 1, 1), 1, Sampling.NEAREST))
                    .isInstanceOf(OperationCanceledException.class);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(read(pixels, new PixelArea(2, 1, 1, 1), 1, Sampling.NEAREST))
                    .containsExactly(1);
        }
    }

    @Test
    void closedIsCancelled() throws Exception {
        ImagePixels pixels = open(ten(16));
        pixels.close();
        pixels.close();
        assertThatThrownBy(() -> read(pixels, new PixelArea(1, 1, 1, 1), 1, Sampling.NEAREST))
                .isInstanceOf(OperationCanceledException.class);
    }

    @Test
    void aFileThatHasChangedIsNoticed() throws Exception {
        FitsImage image = images.open(ten(16), new NullProgressMonitor()).getFirst();
        new TestFits().image(16, new long[] {4, 4}, i -> i).write(image.file());
        assertThatThrownBy(() -> images.pixels(image, new NullProgressMonitor()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("has changed");
        Files.delete(image.file());
        assertThatThrownBy(() -> images.pixels(image, new NullProgressMonitor()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("there is no file");
    }

    @Test
    void aFileThatIsCutShortMeanwhileIsSaid() throws Exception {
        Path file = new TestFits().image(-64, new long[] {100, 100}, i -> i).write(folder.resolve("cut.fits"));
        try (ImagePixels pixels = open(file)) {
            Files.write(file, java.util.Arrays.copyOf(Files.readAllBytes(file), 3000));
            assertThatThrownBy(() -> read(pixels, new PixelArea(1, 50, 9, 9), 1, Sampling.NEAREST))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("cut.fits is truncated");
        }
    }
}
