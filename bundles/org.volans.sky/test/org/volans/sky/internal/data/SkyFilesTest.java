package org.volans.sky.internal.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.volans.api.InputException;
import org.volans.sky.internal.data.ImageSpec.Channels;

class SkyFilesTest {

    private static final RadioSky SKY = new RadioSky();
    private static final ImageSpec SPEC =
            new ImageSpec("a/b.fits", "B", RadioSky.EXAMPLE, 200, 3, 15, Channels.continuum(54e6, 24e6), 1e-3, 5);

    @TempDir
    Path folder = Path.of("");

    private SkyFiles files() {
        return new SkyFiles(folder, List.of(SPEC), SKY);
    }

    @Test
    void fileIsMadeOnce() throws Exception {
        Path file = files().file("a/b.fits");
        assertThat(Files.size(file)).isEqualTo(files().size("a/b.fits"));
        Object key = Files.readAttributes(file, java.nio.file.attribute.BasicFileAttributes.class)
                .fileKey();
        assertThat(files().file("a/b.fits")).isEqualTo(file);
        assertThat(Files.readAttributes(file, java.nio.file.attribute.BasicFileAttributes.class)
                        .fileKey())
                .isEqualTo(key);
    }

    @Test
    void truncatedFileIsMadeAgain() throws Exception {
        Path file = files().file("a/b.fits");
        byte[] good = Files.readAllBytes(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(5000);
        }
        assertThat(Files.readAllBytes(files().file("a/b.fits"))).isEqualTo(good);
    }

    @Test
    void fileWithAnotherHeaderIsMadeAgain() throws Exception {
        Path file = files().file("a/b.fits");
        byte[] good = Files.readAllBytes(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap("CRVAL9".getBytes(StandardCharsets.US_ASCII)), 560);
        }
        assertThat(Files.readAllBytes(files().file("a/b.fits"))).isEqualTo(good);
    }

    @Test
    void manyAtOnceGetTheSameWholeFileAndLeaveNothingElse() throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(6)) {
            // each has its own SkyFiles, as each process would
            List<Future<byte[]>> all = IntStream.range(0, 6)
                    .mapToObj(i -> pool.submit(() -> Files.readAllBytes(files().file("a/b.fits"))))
                    .toList();
            byte[] first = all.get(0).get();
            for (Future<byte[]> one : all) {
                assertThat(one.get()).isEqualTo(first);
            }
        }
        try (var list = Files.list(folder.resolve("a"))) {
            assertThat(list.map(p -> p.getFileName().toString())).containsExactly("b.fits");
        }
    }

    @Test
    void folderThatCannotBeWrittenIsNamed() throws IOException {
        Path blocked = folder.resolve("file");
        Files.writeString(blocked, "in the way");
        assertThatThrownBy(() -> new SkyFiles(blocked, List.of(SPEC), SKY).file("a/b.fits"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(blocked.toString())
                .hasMessageContaining("XDG_CACHE_HOME");
    }

    @Test
    void folderIsTheUsersCache() {
        Path home = Path.of("/home/somebody");
        assertThat(SkyFiles.cacheFolder(name -> "/var/cache/x", home)).isEqualTo(Path.of("/var/cache/x/volans/sky"));
        assertThat(SkyFiles.cacheFolder(name -> "relative", home)).isEqualTo(home.resolve(".cache/volans/sky"));
        assertThat(SkyFiles.cacheFolder(name -> "", home)).isEqualTo(home.resolve(".cache/volans/sky"));
    }

    @Test
    void headerIsCardsAndBlocks() {
        byte[] bytes = ImageHeader.of(SPEC).bytes();
        String text = new String(bytes, StandardCharsets.US_ASCII);
        assertThat(bytes.length % 2880).isZero();
        assertThat(text).startsWith("SIMPLE  =                    T /");
        for (int i = 0; i < text.length(); i += 80) {
            String card = text.substring(i, i + 80);
            assertThat(card).matches("[A-Z0-9-]{1,8} *= .*|HISTORY .*|END *| *");
        }
        assertThat(text).contains("CTYPE1  = 'RA---TAN'", "RADESYS = 'ICRS    '", "RESTFRQ =");
    }
}
