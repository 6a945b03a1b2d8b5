package org.volans.cli.internal.commands;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.volans.api.InputException;
import org.volans.api.OutputException;
import org.volans.api.io.WholeFile;

/** Where handlers put what they make; made when there is something. Safe for concurrent use. */
final class ListenFolder implements AutoCloseable {

    private final Path folder;
    private final boolean named;
    private final PrintStream err;
    private final Set<Path> given = new HashSet<>();

    private ListenFolder(Path folder, boolean named, PrintStream err) {
        this.folder = folder;
        this.named = named;
        this.err = err;
    }

    /**
     * The folder that the user named, else a new one for temporary files, which stays when something was made.
     *
     * @throws InputException when it cannot be written
     */
    static ListenFolder of(Optional<Path> named, PrintStream err) throws InputException {
        try {
            Path folder = named.isPresent()
                    ? Files.createDirectories(named.get())
                    : Files.createTempDirectory("volans-listen-");
            if (!Files.isWritable(folder)) {
                throw new InputException("cannot write into '" + folder + "': no permission");
            }
            return new ListenFolder(folder, named.isPresent(), err);
        } catch (FileAlreadyExistsException e) {
            throw new OutputException("'" + e.getFile() + "' is a file, not a folder: name another one with --out", e);
        } catch (IOException e) {
            throw new OutputException("cannot make the folder for what is made: " + WholeFile.reason(e), e);
        }
    }

    /** A file that is made anew whenever the same thing is made. */
    Path file(String stem, String extension) {
        return folder.resolve(name(stem) + "." + extension);
    }

    /** A file that nobody has, for what is made by somebody at work for longer. */
    synchronized Path newFile(String stem, String extension) {
        String name = name(stem);
        for (int i = 1; ; i++) {
            Path file = folder.resolve(name + (i == 1 ? "" : "-" + i) + "." + extension);
            if (!Files.exists(file) && given.add(file)) {
                return file;
            }
        }
    }

    private static String name(String stem) {
        String name = stem.strip().replaceAll("[^\\p{L}\\p{N}+.,_-]+", "_").replaceFirst("^[._-]+", "");
        return name.isEmpty() ? "unnamed" : name.substring(0, Math.min(name.length(), 100));
    }

    /** Tells where things are that nobody said where to put; an empty folder goes. */
    @Override
    public void close() throws OutputException {
        if (named) {
            return;
        }
        try (var files = Files.list(folder)) {
            if (files.findAny().isPresent()) {
                err.println("what was made is in " + folder);
                return;
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new OutputException("cannot remove '" + folder + "': " + WholeFile.reason(e), e);
        }
    }
}
