package org.volans.api.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void copiesAndDeletesWhatIsInside() throws Exception {
        Path from = Files.createDirectories(folder.resolve("a/b")).getParent();
        Files.writeString(from.resolve("b/text"), "text");
        Folders.copy(from, folder.resolve("c"));
        assertThat(folder.resolve("c/b/text")).hasContent("text");
        Folders.delete(from);
        assertThat(from).doesNotExist();
        Folders.delete(from);
    }

    @Test
    void leavesAloneWhatALinkLeadsTo() throws Exception {
        Path other = Files.createDirectory(folder.resolve("other"));
        Files.writeString(other.resolve("text"), "text");
        Path from = Files.createDirectory(folder.resolve("a"));
        Files.createSymbolicLink(from.resolve("link"), other);
        Folders.copy(from, folder.resolve("c"));
        assertThat(folder.resolve("c/link")).isSymbolicLink();
        Folders.delete(from);
        assertThat(other.resolve("text")).exists();
    }
}
