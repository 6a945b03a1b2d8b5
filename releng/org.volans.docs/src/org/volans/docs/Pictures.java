package org.volans.docs;

import com.twelvemonkeys.image.ImageUtil;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * The pictures of {@code docs/images}. {@code NAME.png} there is what the workbench's tests took as the screenshot NAME, with the fewest
 * colours that look the same, so that the repository stays small; {@code NAME-dark.png} takes its place where the reader's colours are dark.
 */
final class Pictures {

    private static final String DARK = "-dark.png";
    private static final String LIGHT = ".png";
    private static final Pattern MENTION = Pattern.compile("images/([\\w-]+\\.png)");
    private static final int LARGEST = 140 * 1024;
    private static final int FEWEST_COLOURS = 16;

    private Pictures() {}

    /** The name of the dark variant of a picture. */
    static String dark(String picture) {
        return picture.endsWith(LIGHT) ? picture.substring(0, picture.length() - LIGHT.length()) + DARK : picture;
    }

    /** The picture that one is the dark variant of, or itself. */
    static Path light(Path picture) {
        String name = picture.getFileName().toString();
        return name.endsWith(DARK)
                ? picture.resolveSibling(name.substring(0, name.length() - DARK.length()) + LIGHT)
                : picture;
    }

    /** Takes over each screenshot that a page mentions; returns how many there were. */
    static int refresh(Path root, Path screenshots) throws IOException {
        if (!Files.isDirectory(screenshots)) {
            throw new IOException("there are no screenshots in " + screenshots + ": run the workbench's tests first");
        }
        Crops crops = Crops.read(root);
        int count = 0;
        for (String name : mentioned(root)) {
            Path fresh = screenshots.resolve(name);
            if (Files.exists(fresh)) {
                byte[] small = small(crops.crop(name, ImageIO.read(fresh.toFile())));
                Files.write(root.resolve(Book.IMAGES).resolve(name), small);
                System.out.printf("%s %d kB%n", name, small.length / 1024);
                count++;
            }
        }
        return count;
    }

    private static Set<String> mentioned(Path root) throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> docs = Files.walk(root.resolve(Book.DOCS))) {
            for (Path page : Stream.concat(docs.filter(Output::isPage), Stream.of(root.resolve("README.md")))
                    .toList()) {
                Matcher mention = MENTION.matcher(Files.readString(page));
                while (mention.find()) {
                    names.add(mention.group(1));
                }
            }
        }
        try (Stream<Path> pictures = Files.list(root.resolve(Book.IMAGES))) {
            pictures.map(p -> p.getFileName().toString())
                    .filter(p -> p.endsWith(DARK))
                    .forEach(names::add);
        }
        return names;
    }

    /** As PNG, with as many colours as the size allows. */
    static byte[] small(BufferedImage picture) throws IOException {
        BufferedImage opaque = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        opaque.createGraphics().drawImage(picture, 0, 0, null);
        byte[] png = new byte[0];
        for (int colours = 256; colours >= FEWEST_COLOURS; colours /= 2) {
            png = png(ImageUtil.createIndexed(
                    opaque, colours, null, ImageUtil.DITHER_NONE | ImageUtil.COLOR_SELECTION_QUALITY));
            if (png.length < LARGEST) {
                break;
            }
        }
        return png;
    }

    private static byte[] png(BufferedImage picture) throws IOException {
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("png");
        ImageWriter writer = writers.next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(0);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), settings);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
