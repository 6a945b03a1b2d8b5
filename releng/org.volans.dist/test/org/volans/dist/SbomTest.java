package org.volans.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cyclonedx.Version;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.Hash;
import org.cyclonedx.parsers.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bills of materials. */
class SbomTest {

    @TempDir
    private Path folder;

    @Test
    void areCycloneDxAndGiveEveryLibraryALicence() throws Exception {
        List<Path> bills = Made.all().stream()
                .filter(file -> file.toString().endsWith(".cdx.json"))
                .toList();
        assertThat(bills).hasSizeGreaterThanOrEqualTo(5);
        for (Path bill : bills) {
            JsonParser parser = new JsonParser();
            assertThat(parser.validate(bill.toFile(), Version.VERSION_16))
                    .as(bill.toString())
                    .isEmpty();
            assertThat(parser.parse(bill.toFile()).getComponents())
                    .allSatisfy(one ->
                            assertThat(one.getLicenses()).as(one.getName()).isNotNull());
        }
    }

    @Test
    void theHeadlessOneHasTheSumOfEveryJar() throws Exception {
        Path product = Made.unpack(
                Made.FOLDER.resolve("volans-headless-"
                        + System.getProperty("volans.version").replace("-SNAPSHOT", "") + "-linux-x86_64.tar.gz"),
                folder);
        Bom bom =
                new JsonParser().parse(product.resolve("licences/sbom.cdx.json").toFile());
        Set<String> sums = bom.getComponents().stream()
                .map(Component::getHashes)
                .filter(hashes -> hashes != null)
                .flatMap(List::stream)
                .map(Hash::getValue)
                .collect(Collectors.toSet());
        try (Stream<Path> jars = Files.list(product.resolve("plugins"))) {
            for (Path jar : jars.toList()) {
                assertThat(sums).as(jar.toString()).contains(Sbom.sha256(jar));
            }
        }
        assertThat(bom.getComponents())
                .filteredOn(one -> one.getName().equals("stil"))
                .singleElement()
                .satisfies(stil -> {
                    assertThat(stil.getPurl()).startsWith("pkg:maven/uk.ac.starlink/stil@");
                    assertThat(stil.getLicenses().getLicenses().getFirst().getId())
                            .isEqualTo("LGPL-3.0-or-later");
                });
    }
}
