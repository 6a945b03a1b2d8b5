package org.volans.image.internal.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.volans.api.InputException;
import org.volans.api.geometry.Position;
import org.volans.api.image.FitsImage;
import org.volans.api.image.RenderRequest;
import org.volans.api.image.RenderRequest.Mark;
import org.volans.image.internal.FitsImages;

class PictureTest {

    private static final int GREY = 0xa6a6a6;

    @TempDir
    Path folder = Path.of(".");

    private final FitsImages images = new FitsImages();

    /** A header and floating-point pixels, row by row from below. */
    private FitsImage image(int nx, int ny, float[] pixels, Map<String, String> more) throws Exception {
        StringBuilder text = new StringBuilder();
        List<String> cards = new ArrayList<>(
                List.of("SIMPLE  = T", "BITPIX  = -32", "NAXIS   = 2", "NAXIS1  = " + nx, "NAXIS2  = " + ny));
        more.forEach((key, value) -> cards.add(String.format("%-8s= %s", key, value)));
        cards.add("END");
        cards.forEach(card -> text.append(String.format("%-80s", card)));
        int header = (text.length() + 2879) / 2880 * 2880;
        ByteBuffer bytes = ByteBuffer.allocate(header + pixels.length * 4);
        bytes.put(String.format("%-" + header + "s", text).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        for (float v : pixels) {
            bytes.putFloat(v);
        }
        Path file = Files.write(folder.resolve("i" + nx + "x" + ny + ".fits"), bytes.array());
        return images.open(file, new NullProgressMonitor()).get(0);
    }

    private static Map<String, String> tan() {
        return Map.of(
                "CTYPE1",
                "'RA---TAN'",
                "CTYPE2",
                "'DEC--TAN'",
                "CRVAL1",
                "10.0",
                "CRVAL2",
                "20.0",
                "CRPIX1",
                "20.5",
                "CRPIX2",
                "15.5",
                "CDELT1",
                "-0.01",
                "CDELT2",
                "0.01",
                "BUNIT",
                "'Jy/beam'",
                "BMAJ",
                "0.05");
    }

    private BufferedImage draw(FitsImage image, RenderRequest request) throws Exception {
        Path png = folder.resolve("out.png");
        images.render(image, request, png, new NullProgressMonitor());
        return Objects.requireNonNull(ImageIO.read(png.toFile()));
    }

    private static RenderRequest plain(int size) {
        return new RenderRequest("linear", "minmax", "gray", size, List.of(), false, "");
    }

    private static int rgb(BufferedImage picture, int x, int y) {
        return picture.getRGB(x, y) & 0xffffff;
    }

    @Test
    void firstRowIsTheLowest() throws Exception {
        BufferedImage picture = draw(image(3, 2, new float[] {0, 51, 102, 153, 204, 255}, Map.of()), plain(3));
        assertThat(picture.getWidth()).isEqualTo(3);
        assertThat(picture.getHeight()).isEqualTo(2);
        assertThat(rgb(picture, 0, 1)).isEqualTo(0);
        assertThat(rgb(picture, 1, 1)).isEqualTo(0x333333);
        assertThat(rgb(picture, 2, 0)).isEqualTo(0xffffff);
    }

    @Test
    void shrinksByMeansAndLeavesGapsOut() throws Exception {
        float gap = Float.NaN;
        float[] pixels = {0, 100, gap, gap, 100, 200, gap, gap, 0, 0, 10, gap, 0, 0, gap, gap};
        BufferedImage picture = draw(image(4, 4, pixels, Map.of()), plain(2));
        assertThat(picture.getWidth()).isEqualTo(2);
        assertThat(rgb(picture, 0, 1))
                .as("mean of 0, 100, 100, 200, the highest")
                .isEqualTo(0xffffff);
        assertThat(rgb(picture, 1, 1)).as("only gaps").isEqualTo(GREY);
        assertThat(rgb(picture, 0, 0)).isEqualTo(0);
        assertThat(rgb(picture, 1, 0)).as("10 of 0 to 100").isEqualTo(0x1a1a1a);
    }

    @Test
    void unevenShrinkingKeepsTheMean() {
        Resampler resampler = Resampler.of(7, 5, 3, 2);
        double sum = 0;
        for (int i = 0; i < 35; i++) {
            resampler.add(i * i % 11);
            sum += i * i % 11;
        }
        Plane plane = resampler.plane();
        double mean = java.util.Arrays.stream(plane.values()).average().orElse(0);
        assertThat(mean).isCloseTo(sum / 35, org.assertj.core.api.Assertions.within(1e-12));
    }

    @Test
    void enlargesSmoothlyWithinTheRange() throws Exception {
        float[] pixels = new float[64];
        pixels[27] = 1;
        BufferedImage picture = draw(image(8, 8, pixels, Map.of()), plain(80));
        assertThat(picture.getWidth()).isEqualTo(80);
        assertThat(rgb(picture, 35, 79 - 35) & 0xff)
                .as("centre of the bright pixel")
                .isGreaterThan(240);
        assertThat(rgb(picture, 35, 79 - 41) & 0xff)
                .as("between it and the next")
                .isBetween(60, 200);
        assertThat(rgb(picture, 75, 5)).isEqualTo(0);
    }

    @Test
    void zeroSizeIsOneToOne() throws Exception {
        assertThat(draw(image(30, 20, new float[600], Map.of()), plain(0)).getWidth())
                .isEqualTo(30);
        assertThat(draw(image(4100, 2, new float[8200], Map.of()), plain(0)).getWidth())
                .isEqualTo(2048);
    }

    @Test
    void marksLieWhereTheirPositionsAre() throws Exception {
        FitsImage image = image(40, 30, new float[1200], tan());
        List<Mark> marks = List.of(
                new Mark(new Position(10, 20), Optional.of(0.05), ""),
                new Mark(new Position(200, -20), Optional.empty(), "behind"));
        BufferedImage picture = draw(image, new RenderRequest("linear", "minmax", "gray", 400, marks, false, ""));
        // the circle of 5 pixels about the middle, ten times enlarged
        assertThat(isRed(picture, 250, 150)).isTrue();
        assertThat(isRed(picture, 150, 150)).isTrue();
        assertThat(isRed(picture, 200, 100)).isTrue();
        assertThat(isRed(picture, 260, 150)).isFalse();
        assertThat(rgb(picture, 200, 150)).isEqualTo(rgb(picture, 5, 5));
    }

    private static boolean isRed(BufferedImage picture, int x, int y) {
        int rgb = rgb(picture, x, y);
        return (rgb >> 16) > (rgb >> 8 & 0xff) + 60;
    }

    @Test
    void framesEveryKindOfImage() throws Exception {
        float[] gaps = new float[1200];
        java.util.Arrays.fill(gaps, Float.NaN);
        float[] constant = new float[1200];
        java.util.Arrays.fill(constant, 7);
        for (Map<String, String> header : List.of(Map.<String, String>of(), tan())) {
            for (float[] pixels : List.of(gaps, constant)) {
                BufferedImage picture =
                        draw(image(40, 30, pixels, header), RenderRequest.standard(400, List.of(), "Title"));
                assertThat(picture.getWidth()).isGreaterThan(450);
                assertThat(picture.getHeight()).isGreaterThan(330);
                assertThat(rgb(picture, 0, 0)).isEqualTo(0xffffff);
            }
        }
        FitsImage sky = image(
                40,
                20,
                new float[800],
                Map.of(
                        "CTYPE1",
                        "'GLON-AIT'",
                        "CTYPE2",
                        "'GLAT-AIT'",
                        "CRPIX1",
                        "20.5",
                        "CRPIX2",
                        "10.5",
                        "CDELT1",
                        "-8.2",
                        "CDELT2",
                        "8.2"));
        assertThat(draw(sky, RenderRequest.standard(400, List.of(), "Sky")).getWidth())
                .isGreaterThan(400);
    }

    @Test
    void unknownWordsAreNamedWithTheKnownOnes() throws Exception {
        FitsImage image = image(4, 4, new float[16], Map.of());
        refused(image, new RenderRequest("cube", "minmax", "gray", 4, List.of(), false, ""), "'cube'", "asinh");
        refused(image, new RenderRequest("log", "best", "gray", 4, List.of(), false, ""), "'best'", "zscale");
        refused(image, new RenderRequest("log", "99", "jet", 4, List.of(), false, ""), "'jet'", "viridis");
        refused(image, new RenderRequest("log", "99", "gray", -1, List.of(), false, ""), "-1", "8192");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    private void refused(FitsImage image, RenderRequest request, String... words) {
        assertThatThrownBy(() -> images.render(image, request, folder.resolve("x.png"), new NullProgressMonitor()))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll(words);
    }
}
