package org.volans.sky.internal.registry;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.volans.api.geometry.Circle;
import org.volans.api.geometry.Interval;
import org.volans.api.geometry.Position;
import org.volans.api.geometry.Region;
import org.volans.sky.internal.registry.Entry.Capability;

/** Records of other kinds, so that a search has something to leave out. */
final class Decoys {

    static final String VOTABLE = "application/x-votable+xml";

    private Decoys() {}

    static List<Entry> read(String root) {
        try (InputStream stream = Decoys.class.getResourceAsStream("decoys.tsv")) {
            if (stream == null) {
                throw new IllegalStateException("the resource decoys.tsv is missing");
            }
            return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> entry(root, line.split("\t", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Entry entry(String root, String[] fields) {
        String standard = fields[8];
        boolean tap = standard.endsWith("/TAP");
        boolean southern = fields[1].endsWith("globulars");
        Optional<Region> coverage = southern ? Optional.of(new Circle(new Position(266.4, -29), 20)) : Optional.empty();
        Optional<Interval> time =
                fields[1].endsWith("plates") ? Optional.of(new Interval(15020, 37300)) : Optional.empty();
        List<Capability> capabilities = standard.isEmpty()
                ? List.of()
                : List.of(tap ? RegistryEntries.tap(root + fields[1], false, false) : capability(root, fields));
        return new Entry(
                "ivo://decoy.volans/" + fields[1],
                fields[0],
                fields[2],
                fields[3],
                fields[4],
                fields[5],
                fields[6].isEmpty() ? List.of() : List.of(fields[6].split("#")),
                List.of(fields[7]),
                coverage,
                time,
                capabilities,
                Map.of(),
                List.of());
    }

    private static Capability capability(String root, String[] fields) {
        String kind = fields[8].substring(fields[8].lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        String type = switch (kind) {
            case "conesearch" -> "cs:conesearch";
            case "sia" -> "sia:simpleimageaccess";
            case "ssa" -> "ssap:simplespectralaccess";
            default -> "slap:simplelineaccess";
        };
        return new Capability(type, fields[8], "1.0", VOTABLE, "base", root + fields[1] + "?", List.of(), List.of());
    }
}
