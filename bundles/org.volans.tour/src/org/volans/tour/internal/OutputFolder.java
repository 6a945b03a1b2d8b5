package org.volans.tour.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import java.util.stream.Stream;
import org.volans.api.InputException;
import org.volans.api.OutputException;
import org.volans.api.io.Folders;
import org.volans.api.io.WholeFile;

/**
 * The folder of a tour. All is written into a hidden folder beside it, which takes its place at the end: what stands
 * under the user's name is always a whole tour.
 */
final class OutputFolder implements AutoCloseable {

    /** The file by which a folder is told to be a tour's, and may be replaced. */
    private static final String MARK = "tour.json";

    private final Path target;
    private final Path work;

    private OutputFolder(Path target, Path work) {
        this.target = target;
        this.work = work;
    }

    /** @throws InputException when something else than an earlier tour is there, or nothing can be written there */
    static OutputFolder open(Path target) throws InputException {
        try {
            if (Files.exists(target) && !(Files.isDirectory(target) && replaceable(target))) {
                throw new InputException(target + " is there already and is not a tour's folder; name another one with"
                        + " --out, or remove it");
            }
            Path parent = target.toAbsolutePath().getParent();
            Files.createDirectories(parent == null ? target : parent);
            // not a temporary directory of Java's: those are closed to everybody else, and this one becomes the result
            Path work = Files.createDirectory(
                    target.toAbsolutePath().resolveSibling("." + target.getFileName() + "-" + UUID.randomUUID()));
            return new OutputFolder(target, work);
        } catch (IOException e) {
            throw new OutputException("cannot write to " + target + ": " + WholeFile.reason(e), e);
        }
    }

    private static boolean replaceable(Path folder) throws IOException {
        if (Files.exists(folder.resolve(MARK))) {
            return true;
        }
        try (Stream<Path> content = Files.list(folder)) {
            return content.findAny().isEmpty();
        }
    }

    Path file(String name) {
        return work.resolve(name);
    }

    Path folder(String name) throws InputException {
        try {
            return Files.createDirectories(work.resolve(name));
        } catch (IOException e) {
            throw new OutputException("cannot write to " + work.resolve(name) + ": " + WholeFile.reason(e), e);
        }
    }

    /** A folder that is not part of the result. */
    Path scratch() throws InputException {
        return folder(".scratch");
    }

    /** Puts the finished tour under the user's name. */
    void finish() throws InputException {
        try {
            Folders.delete(work.resolve(".scratch"));
            if (Files.exists(target)) {
                Path old = Files.createTempDirectory(work.getParent(), ".old-");
                Files.move(target, old, StandardCopyOption.REPLACE_EXISTING);
                Files.move(work, target);
                Folders.delete(old);
            } else {
                Files.move(work, target);
            }
        } catch (IOException e) {
            throw new OutputException("cannot write to " + target + ": " + WholeFile.reason(e), e);
        }
    }

    /** Removes what was not finished. */
    @Override
    public void close() throws InputException {
        try {
            Folders.delete(work);
        } catch (IOException e) {
            throw new OutputException("cannot remove " + work + ": " + WholeFile.reason(e), e);
        }
    }
}
