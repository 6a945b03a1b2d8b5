package org.volans.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The Debian package in a bare Debian: no Java, no display, no GTK. Needs root and the network's (or a mirror's) packages. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DebianPackageTest {

    @TempDir
    private static Path scratch;

    private static Path folder;
    private static DebianRoot debian;

    @BeforeAll
    static void install() throws Exception {
        List<String> missing = DebianRoot.missing();
        assumeTrue(missing.isEmpty(), "skipped, for this needs " + missing + " (Debian: mmdebstrap)");
        // not a folder of JUnit's, which follows links when it deletes
        folder = Files.createTempDirectory("volans-debian");
        // apt works as a user of its own
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path root = folder.resolve("root");
        // a copy: mmdebstrap shows it to the root as a mount, which a test that is stopped may leave behind
        Path deb = Files.copy(Made.ending("_amd64.deb"), folder.resolve("volans.deb"));
        Run made = DebianRoot.make(root, deb, scratch);
        assertThat(made.code()).as("mmdebstrap: " + made.err()).isZero();
        debian = new DebianRoot(root, scratch);
        debian.addUser();
    }

    @AfterAll
    static void leave() throws IOException {
        if (folder != null) {
            Tree.delete(folder);
        }
    }

    @Test
    @Order(1)
    void aUserRunsTheTour() throws Exception {
        Run tour = debian.asUser("volans", "tour", "--out", "/tmp/t");
        assertThat(tour.code()).as(tour.err()).isZero();
        assertThat(debian.path("/tmp/t/index.html")).exists();
        // of the tutorial "Astropy, PyVO and the Radio realm"
        assertThat(tour.err()).contains("The same 23 rows and magnitudes as the published answer.");
        assertThat(debian.path("/tmp/t/objects_colours.vot")).content().contains("<VOTABLE");
    }

    @Test
    @Order(2)
    void itWroteNothingBesideTheUsersOwnFolders() throws Exception {
        Run search = debian.asRoot("find", "/usr", "/etc", "/var", "/opt", "-user", "1000");
        assertThat(search.out()).isEmpty();
        assertThat(debian.path("/usr/lib/volans/run")).doesNotExist();
    }

    @Test
    @Order(2)
    void theFirstCommandNeedNotPrepareAnything() throws Exception {
        Run version = debian.asUser("volans", "table", "--help");
        assertThat(version.code()).isZero();
        assertThat(debian.path("/home/astronomer/.cache/volans/run")).doesNotExist();
    }

    @Test
    @Order(2)
    void withoutADisplayTheWorkbenchSaysSoInOneLine() throws Exception {
        Run workbench = debian.asUser("volans");
        assertThat(workbench.code()).isEqualTo(1);
        assertThat(workbench.err().lines()).singleElement().asString().contains("graphical session");
    }

    @Test
    @Order(2)
    void desktopFilesAreInOrder() throws Exception {
        assertThat(debian.path("/usr/share/man/man1/volans.1.gz")).exists();
        assertThat(debian.path("/usr/share/icons/hicolor/scalable/apps/volans.svg"))
                .exists();
        assertThat(debian.path("/usr/share/icons/hicolor/48x48/apps/volans.png"))
                .exists();
        Run valid = host(
                "desktop-file-validate",
                debian.path("/usr/share/applications/volans.desktop").toString());
        assertThat(valid.code()).as(valid.out() + valid.err()).isZero();
        assertThat(valid.out() + valid.err()).isEmpty();
    }

    @Test
    @Order(2)
    void theMimeDatabaseKnowsTheEndings() throws Exception {
        Path mime = Files.createDirectories(scratch.resolve("mime/packages")).getParent();
        Files.copy(debian.path("/usr/share/mime/packages/volans.xml"), mime.resolve("packages/volans.xml"));
        Run update = host("update-mime-database", mime.toString());
        assertThat(update.code()).as(update.err()).isZero();
        assertThat(update.err()).isEmpty();
        assertThat(mime.resolve("globs2"))
                .content()
                .contains("application/x-votable+xml:*.vot\n")
                .contains("text/x-adql:*.adql\n")
                .contains("image/fits:*.fits\n");
    }

    @Test
    @Order(3)
    void removedItLeavesNothing() throws Exception {
        Run remove = debian.asRoot("dpkg", "--purge", "volans");
        assertThat(remove.code()).as(remove.err()).isZero();
        assertThat(remove.err()).doesNotContain("not empty");
        Set<String> left = debian.files();
        assertThat(left).noneMatch(name -> name.contains("volans"));
    }

    private static Run host(String... command) throws Exception {
        assumeTrue(
                new ProcessBuilder("sh", "-c", "command -v " + command[0])
                                .start()
                                .waitFor()
                        == 0,
                "skipped, for this needs " + command[0] + " (Debian: desktop-file-utils shared-mime-info)");
        return Run.of(scratch, Map.of("PATH", "/usr/bin:/bin", "XDG_DATA_DIRS", scratch.toString()), List.of(command));
    }
}
