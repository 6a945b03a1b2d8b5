package org.volans.docs;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/** Which part of a screenshot is shown, by its name: {@code docs/images/crop.properties} with lines {@code NAME=x,y,width,height}. */
record Crops(Map<String, Rectangle> parts) {

    static final String FILE = "crop.properties";
    private static final int NUMBERS = 4;

    static Crops read(Path root) throws IOException {
        Path file = root.resolve(Book.IMAGES).resolve(FILE);
        Map<String, Rectangle> parts = new HashMap<>();
        if (Files.exists(file)) {
            Properties lines = new Properties();
            try (Reader in = Files.newBufferedReader(file)) {
                lines.load(in);
            }
            for (String name : lines.stringPropertyNames()) {
                parts.put(name + ".png", rectangle(name, lines.getProperty(name)));
            }
        }
        return new Crops(parts);
    }

    boolean has(String picture) {
        return parts.containsKey(picture);
    }

    /** The part of a picture that is shown, or all of it. */
    BufferedImage crop(String name, BufferedImage picture) {
        Rectangle all = new Rectangle(picture.getWidth(), picture.getHeight());
        Rectangle part = parts.getOrDefault(name, all).intersection(all);
        return picture.getSubimage(part.x, part.y, part.width, part.height);
    }

    private static Rectangle rectangle(String name, String numbers) throws IOException {
        try {
            int[] n = Stream.of(numbers.split(","))
                    .mapToInt(number -> Integer.parseInt(number.strip()))
                    .toArray();
            if (n.length == NUMBERS) {
                return new Rectangle(n[0], n[1], n[2], n[3]);
            }
        } catch (NumberFormatException e) {
            throw new IOException(FILE + ": " + name + " has no numbers x,y,width,height", e);
        }
        throw new IOException(FILE + ": " + name + " has not the four numbers x,y,width,height");
    }
}
