package org.volans.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * The bundles of a product as simpleconfigurator reads them, a line each: {@code NAME,VERSION,LOCATION,LEVEL,STARTED}. p2 writes
 * the file when plug-ins are installed.
 *
 * @param lines of the file
 */
record BundleList(List<String> lines) {

    static Path file(Path product) {
        return product.resolve("configuration/org.eclipse.equinox.simpleconfigurator/bundles.info");
    }

    static BundleList of(Path product) throws IOException {
        return new BundleList(Files.readAllLines(file(product), StandardCharsets.UTF_8));
    }

    /** Symbolic names. */
    Set<String> names() {
        return lines.stream()
                .filter(line -> !line.startsWith("#"))
                .map(BundleList::name)
                .collect(Collectors.toSet());
    }

    /** Only the bundles of these names. */
    BundleList only(Set<String> names) {
        return new BundleList(lines.stream()
                .filter(line -> line.startsWith("#") || names.contains(name(line)))
                .toList());
    }

    /** Differs when the bundles do: names the state of the framework that belongs to them. */
    String fingerprint() {
        CRC32 crc = new CRC32();
        lines.stream()
                .filter(line -> !line.startsWith("#"))
                .sorted()
                .forEach(line -> crc.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
        return Long.toString(crc.getValue(), Character.MAX_RADIX);
    }

    private static String name(String line) {
        return line.substring(0, Math.max(0, line.indexOf(',')));
    }
}
