package org.volans.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A Debian system in a folder, of the essential packages only, and programs run in it. */
final class DebianRoot {

    private static final String SUITE = "bookworm";
    private static final String USER = "astronomer";
    private static final String ID = "1000";
    private static final Map<String, String> ENVIRONMENT =
            Map.of("PATH", "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL", "C.UTF-8", "DEBIAN_FRONTEND", "noninteractive");

    private final Path root;
    private final Path scratch;

    /** @param scratch where the output of programs is kept */
    DebianRoot(Path root, Path scratch) {
        this.root = root;
        this.scratch = scratch;
    }

    /** Why there can be none here, or nothing. */
    static List<String> missing() throws IOException, InterruptedException {
        List<String> missing = new ArrayList<>();
        if (!System.getProperty("user.name").equals("root")) {
            missing.add("the rights of root");
        }
        for (String program : List.of("mmdebstrap", "chroot", "unshare")) {
            if (!works("sh", "-c", "command -v " + program)) {
                missing.add(program);
            }
        }
        // a container may forbid the one, a machine without a network does without the other
        if (missing.isEmpty() && !works("unshare", "--mount", "--pid", "--fork", "true")) {
            missing.add("namespaces of its own (unshare)");
        }
        if (missing.isEmpty() && !works("mmdebstrap", "--simulate", "--variant=essential", SUITE, "/dev/null")) {
            missing.add("a mirror of Debian");
        }
        return missing;
    }

    private static boolean works(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    /**
     * A bare system with this package and what it depends on, put there by apt as on any system. Returns what mmdebstrap said and
     * how it ended.
     */
    static Run make(Path root, Path deb, Path scratch) throws IOException, InterruptedException {
        return Run.of(
                scratch,
                ENVIRONMENT,
                List.of(
                        "mmdebstrap",
                        "--variant=essential",
                        // only what it must have: nothing of a desktop
                        "--aptopt=Apt::Install-Recommends false",
                        // lets dpkg in the new root see a package that lies outside of it
                        "--hook-dir=/usr/share/mmdebstrap/hooks/file-mirror-automount",
                        "--include=" + deb,
                        SUITE,
                        root.toString()));
    }

    Path path(String inside) {
        return root.resolve(inside.substring(1));
    }

    /** The essential packages have nothing to add a user with. */
    void addUser() throws IOException, InterruptedException {
        Path home = Files.createDirectories(path("/home/" + USER));
        Program.run("chown", ID + ":" + ID, home.toString());
        Files.writeString(
                path("/etc/passwd"),
                "%s:x:%s:%s::/home/%s:/bin/sh%n".formatted(USER, ID, ID, USER),
                StandardOpenOption.APPEND);
    }

    Run asRoot(String... command) throws IOException, InterruptedException {
        return in(List.of(), command);
    }

    /** As somebody who owns nothing but his home, in his home. */
    Run asUser(String... command) throws IOException, InterruptedException {
        return in(List.of("--userspec=" + ID + ":" + ID), command);
    }

    private Run in(List<String> options, String... command) throws IOException, InterruptedException {
        // processes in there see a /proc of their own, which goes when they have ended
        List<String> all = new ArrayList<>(
                List.of("unshare", "--mount", "--pid", "--fork", "--mount-proc=" + root.resolve("proc"), "chroot"));
        all.addAll(options);
        all.addAll(List.of(root.toString(), "env", "--chdir=/home/" + USER, "HOME=/home/" + USER));
        all.addAll(List.of(command));
        return Run.of(scratch, ENVIRONMENT, all);
    }

    /** Everything there is of the system's own, but for what dpkg and ldconfig keep books in. */
    Set<String> files() throws IOException {
        Set<String> files = new TreeSet<>();
        for (String top : List.of("etc", "usr", "opt", "var/lib")) {
            try (Stream<Path> all = Files.walk(root.resolve(top))) {
                all.map(path -> root.relativize(path).toString())
                        .filter(name -> !name.startsWith("var/lib/dpkg"))
                        .forEach(files::add);
            }
        }
        return files;
    }
}
