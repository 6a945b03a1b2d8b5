package org.volans.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in the archives, also of systems that are not at hand. */
class ArchivesTest {

    private static final long MEGABYTE = 1_000_000;
    private static final String VERSION = System.getProperty("volans.version").replace("-SNAPSHOT", "");

    @Test
    void allAreThereAndTheirSumsRight() throws Exception {
        List<String> sums = Files.readAllLines(Made.ending("SHA256SUMS"));
        for (String line : sums) {
            String[] words = line.split("  ");
            assertThat(Sbom.sha256(Made.FOLDER.resolve(words[1]))).as(words[1]).isEqualTo(words[0]);
        }
        assertThat(sums).hasSize(Made.all().size() - 1);
        assertThat(Made.all().stream().map(file -> file.getFileName().toString()))
                .contains(
                        "volans-" + VERSION + "-linux-x86_64.tar.gz",
                        "volans-" + VERSION + "-linux-x86_64.cdx.json",
                        "volans-" + VERSION + "-windows-x86_64.zip",
                        "volans-" + VERSION + "-windows-x86_64.cdx.json",
                        "volans-" + VERSION + "-macos-aarch64.tar.gz",
                        "volans-" + VERSION + "-macos-aarch64.cdx.json",
                        "volans-headless-" + VERSION + "-linux-x86_64.tar.gz",
                        "volans-headless-" + VERSION + "-linux-x86_64.cdx.json",
                        "volans-" + VERSION + "-site.zip");
    }

    @ParameterizedTest
    @ValueSource(strings = {"linux-x86_64.tar.gz,libduckdb_java.so", "macos-aarch64.tar.gz,libduckdb_java.dylib"})
    void aTarHasAnExecutableLauncherAndOneNativeLibrary(String what) throws Exception {
        String[] words = what.split(",");
        List<TarArchiveEntry> entries = entries(Made.FOLDER.resolve("volans-" + VERSION + "-" + words[0]));
        assertThat(entries).allMatch(entry -> entry.getName().startsWith("volans-" + VERSION + "/"));
        assertThat(entries)
                .filteredOn(entry -> entry.getName().equals("volans-" + VERSION + "/volans"))
                .singleElement()
                .matches(entry -> (entry.getMode() & 0111) == 0111, "executable");
        assertThat(entries.stream().map(TarArchiveEntry::getName).filter(name -> name.contains("/native/lib")))
                .containsExactly("volans-" + VERSION + "/native/" + words[1]);
        assertThat(entries).anyMatch(entry -> entry.getName().endsWith("/licences/LICENCES.md"));
    }

    @Test
    void theZipHasTheScriptForWindows() throws Exception {
        try (ZipFile zip = new ZipFile(Made.ending("-windows-x86_64.zip").toFile())) {
            String top = "volans-" + VERSION + "/";
            byte[] script = zip.getInputStream(zip.getEntry(top + "volans.cmd")).readAllBytes();
            assertThat(new String(script, StandardCharsets.UTF_8).lines()).isNotEmpty();
            assertThat(new String(script, StandardCharsets.UTF_8).replace("\r\n", ""))
                    .as("a label is found for sure only where lines end as Windows' do")
                    .doesNotContain("\n");
            assertThat(zip.getEntry(top + "native/duckdb_java.dll")).isNotNull();
            assertThat(zip.getEntry(top + "licences/LICENCES.md")).isNotNull();
            assertThat(zip.stream().map(entry -> entry.getName())).noneMatch(name -> name.contains("gtk.linux"));
            assertThat(zip.stream().map(entry -> entry.getName()))
                    .anyMatch(name -> name.contains("org.eclipse.swt.win32.win32.x86_64"));
        }
    }

    @Test
    void theHeadlessOneIsSmallAndHasNoDesktop() throws Exception {
        Path archive = Made.FOLDER.resolve("volans-headless-" + VERSION + "-linux-x86_64.tar.gz");
        assertThat(Files.size(archive)).isLessThan(60 * MEGABYTE);
        assertThat(entries(archive).stream().map(TarArchiveEntry::getName))
                .noneMatch(name -> name.matches(".*/plugins/org\\.eclipse\\.(swt|jface|ui)[._].*"));
    }

    private static List<TarArchiveEntry> entries(Path archive) throws IOException {
        List<TarArchiveEntry> entries = new ArrayList<>();
        try (TarArchiveInputStream tar = new TarArchiveInputStream(
                new GzipCompressorInputStream(new BufferedInputStream(Files.newInputStream(archive))))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                entries.add(entry);
            }
        }
        return entries;
    }
}
