package org.volans.docs;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** The folder that is written into: empty at first. */
record Folder(Path path) {

    static Folder empty(Path path) throws IOException {
        if (Files.exists(path)) {
            try (Stream<Path> old = Files.walk(path)) {
                for (Path file : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        return new Folder(Files.createDirectories(path));
    }

    void write(String place, String text) throws IOException {
        Files.writeString(parent(place), text);
    }

    void write(String place, BufferedImage picture) throws IOException {
        ImageIO.write(picture, "png", parent(place).toFile());
    }

    void copy(Path file, String place) throws IOException {
        Files.copy(file, parent(place), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Copies a folder with all that is in it. */
    void copyAll(Path folder, String place) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            copy(file, place + "/" + folder.relativize(file).toString().replace('\\', '/'));
        }
    }

    /** Copies what stands beside this class. */
    void copyResource(String name, String place) throws IOException {
        write(place, resource(name));
    }

    static String resource(String name) {
        try (InputStream in = Folder.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " of this jar cannot be read", e);
        }
    }

    private Path parent(String place) throws IOException {
        Path file = path.resolve(place);
        Files.createDirectories(file.getParent());
        return file;
    }
}
