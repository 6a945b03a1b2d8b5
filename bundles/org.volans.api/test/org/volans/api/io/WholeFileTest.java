package org.volans.api.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.volans.api.InputException;
import org.volans.api.OutputException;

class WholeFileTest {

    @TempDir
    Path folder = Path.of("");

    private static WholeFile.Content text(String text) {
        return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    private static void failsWith(String message, Path target) {
        assertThatExceptionOfType(OutputException.class)
                .isThrownBy(() -> WholeFile.write(target, text("new")))
                .withMessage("cannot write '" + target + "': " + message);
    }

    @Test
    void writesAndReplaces() throws Exception {
        Path target = folder.resolve("a.txt");
        WholeFile.write(target, text("a long first text"));
        assertThat(target).hasContent("a long first text");
        WholeFile.write(target, text("second"));
        assertThat(target).hasContent("second");
        assertThat(files()).containsExactly("a.txt");
    }

    @Test
    void theOldFileStandsUntilTheNewOneIsWhole() throws Exception {
        Path target = Files.writeString(folder.resolve("a.txt"), "old");
        WholeFile.write(target, out -> {
            out.write(new byte[200_000]);
            out.flush();
            assertThat(target).hasContent("old");
            assertThat(files()).hasSize(2).contains("a.txt");
        });
        assertThat(target).hasSize(200_000);
    }

    @Test
    void takesNamesAsLongAsTheFileSystemDoes() throws Exception {
        Path target = folder.resolve("x".repeat(255));
        WholeFile.write(target, text("new"));
        assertThat(target).hasContent("new");
    }

    @ParameterizedTest
    @CsvSource({
        "No space left on device,the disk is full",
        "Disk quota exceeded,Disk quota exceeded",
        "'two\n  lines','two lines'",
        ",IOException"
    })
    void aFailingStreamLeavesTheOldFileAndSaysWhy(String fault, String words) throws Exception {
        Path target = Files.writeString(folder.resolve("a.txt"), "old");
        assertThatExceptionOfType(OutputException.class)
                .isThrownBy(() -> WholeFile.write(target, out -> {
                    out.write(new byte[100_000]);
                    throw new IOException(fault);
                }))
                .withMessage("cannot write '" + target + "': " + words)
                .withCauseInstanceOf(IOException.class);
        assertThat(files()).containsExactly("a.txt");
        assertThat(target).hasContent("old");
    }

    @Test
    void saysWhatTheDiskSaidToWhoWrapsIt() {
        IOException disk = new IOException("No space left on device");
        assertThat(WholeFile.reason(new IOException("I/O error writing PNG file!", disk)))
                .isEqualTo("the disk is full");
        assertThat(WholeFile.reason(new IOException("strip 7", new UncheckedIOException(disk))))
                .isEqualTo("the disk is full");
        assertThat(WholeFile.reason(new IOException("row 7 is cut off", new EOFException())))
                .isEqualTo("row 7 is cut off");
        assertThat(WholeFile.reason(new AccessDeniedException("/a/b"))).isEqualTo("no permission");
        assertThat(WholeFile.reason(new FileSystemException("/a/b", null, "Read-only file system")))
                .isEqualTo("Read-only file system");
    }

    @Test
    void otherFaultsOfTheContentPassAndLeaveNothing() throws Exception {
        InputException ours = new InputException("the table has no rows");
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> WholeFile.write(folder.resolve("a"), out -> {
                    throw ours;
                }))
                .isSameAs(ours);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> WholeFile.write(folder.resolve("a"), out -> {
                    throw new IllegalStateException("cancelled");
                }));
        assertThat(files()).isEmpty();
    }

    @Test
    void namesWhatIsInTheWay() throws Exception {
        failsWith("it is a folder", folder);
        failsWith("there is no folder '" + folder.resolve("no") + "'", folder.resolve("no/a.txt"));
        Path file = Files.writeString(folder.resolve("file"), "");
        failsWith("'" + file + "' is no folder", file.resolve("a.txt"));
        assertThat(files()).containsExactly("file");
    }

    @Test
    void saysThatAFolderIsReadOnly() throws Exception {
        assumeThat(posix()).isTrue();
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Files.setPosixFilePermissions(
                closed, EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_EXECUTE));
        assumeThat(Files.isWritable(closed)).as("root writes everywhere").isFalse();
        failsWith("no permission for the folder '" + closed + "'", closed.resolve("a.txt"));
    }

    @Test
    void saysThatADiskIsFull() {
        Path full = Path.of("/dev/full");
        assumeThat(Files.exists(full)).isTrue();
        failsWith("the disk is full", full);
        assertThat(Files.isRegularFile(full)).isFalse();
    }

    @Test
    void followsLinksAlsoToWhatIsNotThereYet() throws Exception {
        Path deep = Files.createDirectory(folder.resolve("deep"));
        Files.writeString(deep.resolve("real"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("deep", "second"));
        Files.createSymbolicLink(deep.resolve("second"), Path.of("real"));
        WholeFile.write(link, text("new"));
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(Files.isSymbolicLink(deep.resolve("second"))).isTrue();
        assertThat(deep.resolve("real")).hasContent("new");

        Path dangling = Files.createSymbolicLink(folder.resolve("dangling"), Path.of("deep", "made"));
        WholeFile.write(dangling, text("new"));
        assertThat(Files.isSymbolicLink(dangling)).isTrue();
        assertThat(deep.resolve("made")).hasContent("new");
    }

    @Test
    void namesLinksInACircle() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("a"), Path.of("b"));
        Files.createSymbolicLink(folder.resolve("b"), Path.of("a"));
        failsWith("it is a link that leads in a circle", link);
    }

    private boolean posix() {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    @Test
    void givesThePermissionsOfAnyNewFile() throws Exception {
        assumeThat(posix()).isTrue();
        Set<PosixFilePermission> usual = Files.getPosixFilePermissions(Files.createFile(folder.resolve("usual")));
        Path target = folder.resolve("a.txt");
        WholeFile.write(target, text("new"));
        assertThat(Files.getPosixFilePermissions(target)).isEqualTo(usual);
        WholeFile.writePrivate(target, text("mine"));
        assertThat(target).hasContent("mine");
        assertThat(Files.getPosixFilePermissions(target))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/null", "/dev/stdout"})
    void replacesNoDevice(String name) throws Exception {
        Path device = Path.of(name);
        assumeThat(Files.exists(device)).isTrue();
        assertThatExceptionOfType(OutputException.class)
                .isThrownBy(() -> WholeFile.begin(device))
                .withMessage("cannot write '" + name + "': it is no ordinary file that could be replaced");
        assertThat(Files.exists(device)).isTrue();
    }

    @Test
    void writesIntoADevice() throws Exception {
        Path device = Path.of("/dev/null");
        assumeThat(Files.exists(device)).isTrue();
        WholeFile.write(device, text("gone"));
        assertThat(Files.isRegularFile(device)).isFalse();
    }

    @Test
    void appendsToAFileThatIsOpenAlready() throws Exception {
        Path descriptors = Path.of("/proc/self/fd");
        assumeThat(Files.isDirectory(descriptors)).isTrue();
        Path file = Files.writeString(folder.resolve("log"), "before ");
        Object inode = Files.getAttribute(file, "unix:ino");
        try (var open = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
            WholeFile.write(descriptor(descriptors, file), text("after"));
        }
        assertThat(file).hasContent("before after");
        assertThat(Files.getAttribute(file, "unix:ino")).isEqualTo(inode);
        assertThat(files()).containsExactly("log");
    }

    private static Path descriptor(Path descriptors, Path file) throws IOException {
        try (Stream<Path> all = Files.list(descriptors)) {
            return all.filter(d -> Files.exists(d) && d.toFile().getPath().matches(".*/[0-9]+"))
                    .filter(d -> leadsTo(d, file))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static boolean leadsTo(Path link, Path file) {
        try {
            return Files.isSameFile(link, file);
        } catch (IOException e) {
            return false; // closed in between
        }
    }

    @Test
    void keepsWhatWasFilledAndDropsWhatWasNotKept() throws Exception {
        Path target = Files.writeString(folder.resolve("a.fits"), "old");
        try (WholeFile file = WholeFile.begin(target)) {
            assertThat(file.part().getParent()).isEqualTo(folder);
            Files.writeString(file.part(), "dropped");
        }
        assertThat(target).hasContent("old");
        try (WholeFile file = WholeFile.begin(target)) {
            Files.writeString(file.part(), "kept");
            file.keep();
        }
        assertThat(target).hasContent("kept");
        assertThat(files()).containsExactly("a.fits");
    }

    @Test
    void tellsThatThereIsNothingToKeep() throws Exception {
        try (WholeFile file = WholeFile.begin(folder.resolve("a.fits"))) {
            assertThatExceptionOfType(OutputException.class)
                    .isThrownBy(file::keep)
                    .withMessageStartingWith("cannot write '" + folder.resolve("a.fits") + "': there is no '");
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void manyAtOnceLeaveOneWholeFile() throws Exception {
        Path target = folder.resolve("a");
        CyclicBarrier together = new CyclicBarrier(8);
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<?>> all = IntStream.range(0, 8)
                    .<Future<?>>mapToObj(i -> threads.submit(() -> {
                        together.await();
                        WholeFile.write(target, text(String.valueOf(i).repeat(100_000)));
                        return i;
                    }))
                    .toList();
            for (Future<?> one : all) {
                one.get();
            }
        }
        String text = Files.readString(target);
        assertThat(text).isEqualTo(text.substring(0, 1).repeat(100_000));
        assertThat(files()).containsExactly("a");
    }

    @Test
    void worksWhereTheFileSystemKnowsNoOwners() throws Exception {
        URI zip = URI.create("jar:" + folder.resolve("a.zip").toUri());
        try (FileSystem inside = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
            WholeFile.writePrivate(inside.getPath("/a.txt"), text("first"));
            WholeFile.write(inside.getPath("/a.txt"), text("second"));
            assertThat(Files.readString(inside.getPath("/a.txt"))).isEqualTo("second");
            try (Stream<Path> all = Files.list(inside.getPath("/"))) {
                assertThat(all.map(Path::toString)).containsExactly("/a.txt");
            }
        }
    }
}
