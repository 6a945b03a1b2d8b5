package org.volans.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Screenshots get small, and only those get in that a page shows. */
class PicturesTest {

    private static final int WIDTH = 600;
    private static final int HEIGHT = 400;

    @TempDir
    private Path root;

    @Test
    void keepsAFewColoursAsTheyAre() throws Exception {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < WIDTH; x++) {
            picture.setRGB(x, 10, 0x3d7ab8);
        }
        BufferedImage small = ImageIO.read(new ByteArrayInputStream(Pictures.small(picture)));
        assertThat(small.getRGB(5, 10) & 0xffffff).isEqualTo(0x3d7ab8);
        assertThat(small.getRGB(5, 11) & 0xffffff).isZero();
        assertThat(small.getColorModel().getPixelSize()).isLessThanOrEqualTo(8);
    }

    @Test
    void takesFewerColoursUntilItIsSmall() throws Exception {
        assertThat(Pictures.small(noise())).hasSizeLessThan(150 * 1024);
    }

    @Test
    void takesOverWhatPagesShowAndNothingElse() throws Exception {
        Path images = Files.createDirectories(root.resolve("docs/images"));
        Path shots = Files.createDirectories(root.resolve("shots"));
        Files.writeString(root.resolve("README.md"), "# R\n\n![One](docs/images/one.png)\n");
        Files.writeString(root.resolve("docs/README.md"), "# D\n\n![By hand](images/hand.png)\n");
        for (String name : new String[] {"one.png", "other.png"}) {
            ImageIO.write(
                    new BufferedImage(9, 9, BufferedImage.TYPE_INT_RGB),
                    "png",
                    shots.resolve(name).toFile());
        }
        assertThat(Pictures.refresh(root, shots)).isOne();
        assertThat(images).isDirectoryContaining("glob:**one.png").isDirectoryNotContaining("glob:**other.png");
    }

    @Test
    void saysThatThereAreNone() {
        assertThatThrownBy(() -> Pictures.refresh(root, root.resolve("shots")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("run the workbench's tests first");
    }

    private static BufferedImage noise() {
        Random random = new Random(1);
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < WIDTH; x++) {
            for (int y = 0; y < HEIGHT; y++) {
                picture.setRGB(x, y, random.nextInt());
            }
        }
        return picture;
    }
}
