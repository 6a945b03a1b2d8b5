package org.volans.image.internal.fits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Compressed images against CFITSIO; files and figures are in {@code tiles.txt}, with their origin. */
class TilesTest {

    @TempDir
    Path folder = Path.of(".");

    @TestFactory
    Stream<DynamicTest> pixelsAreThoseOfCfitsio() throws IOException {
        Path figures = Path.of(System.getProperty("basedir", "."), "test/org/volans/image/internal/fits/tiles.txt");
        List<String> lines = Files.readAllLines(figures).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
        assertThat(lines).hasSizeGreaterThan(20);
        return lines.stream().map(line -> line.split(";")).map(f -> DynamicTest.dynamicTest(f[0], () -> compare(f)));
    }

    private void compare(String[] f) throws Exception {
        Path file = folder.resolve(f[0] + ".fits");
        try (InputStream in =
                new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(f[1])))) {
            Files.write(file, in.readAllBytes());
        }
        double[] expected =
                Arrays.stream(f[2].split(" ")).mapToDouble(TilesTest::number).toArray();
        try (FitsSource source = FitsSource.open(file)) {
            FitsHdu hdu = source.image(1);
            assertThat(values(source, hdu, PixelBox.all(hdu.shape()))).containsExactly(expected);
            long[] shape = hdu.shape();
            PixelBox part = PixelBox.all(shape).with(0, 2, shape[0] - 1).with(1, 2, 3);
            List<Double> inPart = new ArrayList<>();
            for (int i = 0; i < expected.length; i++) {
                long x = i % shape[0] + 1;
                long y = i / shape[0] % shape[1] + 1;
                if (x >= 2 && x < shape[0] && (y == 2 || y == 3)) {
                    inPart.add(expected[i]);
                }
            }
            assertThat(values(source, hdu, part))
                    .containsExactly(inPart.stream().mapToDouble(v -> v).toArray());
        }
    }

    private static double number(String text) {
        return text.equals("nan") ? Double.NaN : Double.parseDouble(text);
    }

    private static double[] values(FitsSource source, FitsHdu hdu, PixelBox box) throws IOException {
        List<Double> values = new ArrayList<>();
        PixelDecoder decoder = new PixelDecoder(hdu.bitpix(), hdu.header().values(), values::add);
        new PixelReader(source, hdu).read(box, decoder, new NullProgressMonitor());
        return values.stream().mapToDouble(v -> v).toArray();
    }
}
