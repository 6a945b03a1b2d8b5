package org.volans.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.volans.api.InputException;
import org.volans.api.geometry.Circle;
import org.volans.api.geometry.Position;
import org.volans.api.image.CutoutOutcome;
import org.volans.api.image.FitsImage;
import org.volans.api.image.ImageService;
import org.volans.api.image.RenderRequest;
import org.volans.api.image.Wcs;

/** On a file as the sky serves it. */
@ExtendWith(House.class)
class ImagesContractTest {

    private static final Position CENTER = new Position(239.6, 47.2);

    private final ImageService images;
    private final Sky sky;

    @TempDir
    private Path folder;

    ImagesContractTest(ImageService images, Sky sky) {
        this.images = images;
        this.sky = sky;
    }

    @Test
    void knowsWhereItsPixelsAre() throws Exception {
        FitsImage image = deep();
        assertThat(image.shape()).startsWith(600L, 600L);
        Wcs wcs = image.wcs().orElseThrow();
        // the reference point is the middle of the image
        double[] middle = wcs.toPixel(CENTER).orElseThrow();
        assertThat(middle[0]).isCloseTo(300.5, within(0.51));
        assertThat(middle[1]).isCloseTo(300.5, within(0.51));
        for (Position position : List.of(CENTER.offset(37, 0.1), CENTER.offset(251, 0.12))) {
            double[] pixel = wcs.toPixel(position).orElseThrow();
            assertThat(wcs.toSky(pixel[0], pixel[1]).orElseThrow().separation(position) * 3600)
                    .isLessThan(1e-6);
            // 1.5 arcsec pixels; a tangential projection stretches by less than 1e-5 this near its middle
            assertThat(Math.hypot(pixel[0] - middle[0], pixel[1] - middle[1]) * 1.5 / 3600)
                    .isCloseTo(CENTER.separation(position), within(1e-5));
        }
        assertThat(image.band())
                .hasValueSatisfying(band -> assertThat(band.low()).as("144 MHz").isBetween(1.5, 2.2));
    }

    @Test
    void aCutoutKeepsSkyAndValues() throws Exception {
        FitsImage image = deep();
        Position place = CENTER.offset(120, 0.05);
        Path file = folder.resolve("part.fits");
        CutoutOutcome outcome = images.cutout(
                image, Optional.of(new Circle(place, 0.01)), Optional.empty(), file, new NullProgressMonitor());
        assertThat(outcome).isInstanceOf(CutoutOutcome.Written.class);
        FitsImage part = images.open(file, new NullProgressMonitor()).get(0);
        double[] whole = image.wcs().orElseThrow().toPixel(place).orElseThrow();
        double[] cut = part.wcs().orElseThrow().toPixel(place).orElseThrow();
        // CRPIX moves by whole pixels
        assertThat((whole[0] - cut[0]) % 1).isCloseTo(0, within(1e-6));
        assertThat(part.shape().get(0)).isBetween(48L, 50L);
        assertThat(part.header()).containsEntry("OBJECT", image.header().get("OBJECT"));
    }

    @Test
    void nothingInCommonWritesNothing() throws Exception {
        Path file = folder.resolve("nothing.fits");
        assertThat(images.cutout(
                        deep(),
                        Optional.of(new Circle(new Position(10, -30), 0.01)),
                        Optional.empty(),
                        file,
                        new NullProgressMonitor()))
                .isInstanceOf(CutoutOutcome.NoOverlap.class);
        assertThat(file).doesNotExist();
    }

    @Test
    void drawsAPicture() throws Exception {
        Path png = folder.resolve("deep.png");
        images.render(deep(), RenderRequest.standard(300, List.of(), "Deep field"), png, new NullProgressMonitor());
        BufferedImage picture = ImageIO.read(png.toFile());
        assertThat(picture.getWidth()).isGreaterThan(300);
        long colours = IntStream.range(0, picture.getWidth())
                .map(x -> picture.getRGB(x, picture.getHeight() / 2))
                .distinct()
                .count();
        assertThat(colours).as("not one flat colour").isGreaterThan(20);
    }

    @Test
    void namesFilesThatAreNoImages() throws Exception {
        Path page = Files.writeString(folder.resolve("page.fits"), "<html>Not found</html>");
        Path cut = folder.resolve("cut-off.fits");
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(file()), 10_000));
        for (Path file : List.of(page, cut, folder.resolve("missing.fits"))) {
            assertThatThrownBy(() -> images.open(file, new NullProgressMonitor()))
                    .as(file.toString())
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining(file.getFileName().toString())
                    .hasMessageNotContaining("\n");
        }
    }

    private FitsImage deep() throws Exception {
        return images.open(file(), new NullProgressMonitor()).get(0);
    }

    private Path file() throws Exception {
        Path file = folder.resolve("deep.fits");
        if (!Files.exists(file)) {
            try (InputStream stream = sky.at("data/deep/field_0.fits").toURL().openStream()) {
                Files.copy(stream, file);
            }
        }
        return file;
    }
}
