package org.volans.dist;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.volans.launch.TargetSystem;

/**
 * A product, as it was materialised and finished.
 *
 * @param archive what its archive is called, without the ending
 * @param top the folder that the archive unpacks to
 * @param folder where it is
 * @param system what it is for
 */
record Product(String archive, String top, Path folder, TargetSystem system) {

    private static final int WORD_BYTES = 5;
    private static final Pattern QUALIFIER = Pattern.compile("org\\.volans\\..*\\.(\\d{12})\\.jar");

    boolean runsHere() {
        return system.equals(TargetSystem.here());
    }

    Product in(Path other) {
        return new Product(archive, top, other, system);
    }

    Path nativeLibrary() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("native"))) {
            return files.findFirst()
                    .orElseThrow(() -> new IOException("no native library in " + folder + ": was it finished?"));
        }
    }

    /** The time of the newest commit in it: that of the newest bundle of ours, which has it in its version. */
    Instant committed() throws IOException {
        String newest = "";
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder.resolve("plugins"), "org.volans.*.jar")) {
            for (Path jar : jars) {
                Matcher found = QUALIFIER.matcher(jar.getFileName().toString());
                if (found.matches() && found.group(1).compareTo(newest) > 0) {
                    newest = found.group(1);
                }
            }
        }
        if (newest.isEmpty()) {
            throw new IOException("no bundle of ours in " + folder);
        }
        return LocalDateTime.parse(newest, DateTimeFormatter.ofPattern("yyyyMMddHHmm"))
                .toInstant(ZoneOffset.UTC);
    }

    /** The word that names the state belonging to this product is made of its content, not of the time when it was built. */
    void writeBuilt() throws IOException {
        Path launcher = folder.resolve("launcher");
        Path built = launcher.resolve("built");
        List<String> lines = new ArrayList<>(Files.readAllLines(built));
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(Files.readAllBytes(
                    folder.resolve("configuration/org.eclipse.equinox.simpleconfigurator/bundles.info")));
            digest.update(Files.readAllBytes(launcher.resolve("volans-launch.jar")));
            lines.set(0, HexFormat.of().formatHex(digest.digest(), 0, WORD_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
        Files.writeString(built, String.join("\n", lines) + "\n");
    }
}
