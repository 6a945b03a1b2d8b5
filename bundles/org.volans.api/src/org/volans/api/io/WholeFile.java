package org.volans.api.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.CopyOption;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.osgi.annotation.versioning.ConsumerType;
import org.volans.api.InputException;
import org.volans.api.OutputException;

/**
 * A file that appears whole or not at all: it is written under a hidden name in the target's folder and moved to the
 * target when it is finished; whatever fails before leaves the target as it was and nothing else behind. The move is
 * atomic wherever the file system has such a move.
 *
 * <p>A link is followed: what it leads to is replaced (or made), not the link. The file gets the permissions of any new
 * file of the process (its umask), also when it replaces another.
 *
 * <p>{@link #write} is for everything that can go into a stream. {@link #begin} is for what needs a file to work on, or
 * decides only at the end whether the file is to be kept:
 *
 * <pre>{@code
 * try (WholeFile file = WholeFile.begin(target)) {
 *     fill(file.part());
 *     file.keep();
 * }
 * }</pre>
 *
 * <p>Each thread and each process writes under a name of its own; of several that write the same target at once the last
 * one's file stays. One {@code WholeFile} is for one thread.
 */
public final class WholeFile implements AutoCloseable {

    private static final String HIDDEN = ".volans-";
    private static final Pattern UNFINISHED = Pattern.compile(Pattern.quote(HIDDEN) + "[0-9a-f-]{36}\\.\\w+");

    /** What fills a file. */
    @FunctionalInterface
    @ConsumerType
    public interface Content {

        /**
         * Writes everything.
         *
         * @param out buffered; closed by the caller
         * @throws IOException    when the stream fails; told to the user as a fault of the target
         * @throws InputException passed on as it is, for a fault that is not the target's
         */
        void writeTo(OutputStream out) throws IOException, InputException;
    }

    private static final int BUFFER = 1 << 16;
    /** As many links as Linux follows, see path_resolution(7). */
    private static final int MOST_LINKS = 40;

    /** As the user named it. */
    private final Path target;
    /** What is replaced: the target with its links followed. */
    private final Path file;

    private final Path part;

    private WholeFile(Path target, Path file) {
        this.target = target;
        this.file = file;
        // not named after the target: with a few letters more a long name would be too long for the file system
        part = file.resolveSibling(unfinished("part"));
    }

    /** A hidden name, never used before, for a file that is still being written. */
    public static String unfinished(String extension) {
        return HIDDEN + UUID.randomUUID() + "." + extension;
    }

    /** Whether a file has such a name: what is left of it is of a program that ended while it wrote. */
    public static boolean isUnfinished(Path file) {
        return UNFINISHED.matcher(String.valueOf(file.getFileName())).matches();
    }

    /**
     * Writes a file. A device, a pipe and the program's own open files (as {@code /dev/stdout}) have nothing that could
     * be replaced; they are written to straight away.
     *
     * @throws OutputException one line that names the target and says why it cannot be written: no such folder, a folder
     *     itself, no permission, disk full
     * @throws InputException  what {@code content} says
     */
    public static void write(Path target, Content content) throws InputException {
        write(target, content, false);
    }

    /** As {@link #write}; the file can be read by its owner alone where the file system knows owners. */
    public static void writePrivate(Path target, Content content) throws InputException {
        write(target, content, true);
    }

    private static void write(Path target, Content content, boolean ownerOnly) throws InputException {
        if (isStream(target)) {
            writeStream(target, content);
            return;
        }
        try (WholeFile whole = begin(target)) {
            try {
                if (ownerOnly) {
                    whole.createPrivate();
                } else {
                    Files.createFile(whole.part);
                }
                try (OutputStream out =
                        new BufferedOutputStream(Files.newOutputStream(whole.part, StandardOpenOption.WRITE), BUFFER)) {
                    content.writeTo(out);
                }
            } catch (IOException e) {
                throw whole.fault(e);
            }
            whole.keep();
        }
    }

    private static void writeStream(Path target, Content content) throws InputException {
        // to append is the same for a device, and keeps what the shell's ">>" has put into a file before
        try (OutputStream out = new BufferedOutputStream(
                Files.newOutputStream(target, StandardOpenOption.WRITE, StandardOpenOption.APPEND), BUFFER)) {
            content.writeTo(out);
        } catch (IOException e) {
            throw fault(target, reason(e), e);
        }
    }

    /**
     * Checks that the target can be written and chooses the name of the file to be filled, which is not made yet.
     *
     * @throws OutputException when there is no such folder, it cannot be written to, or the target is a folder or something
     *     else that cannot be replaced by a file
     */
    public static WholeFile begin(Path target) throws OutputException {
        if (Files.isDirectory(target)) {
            throw fault(target, "it is a folder", null);
        }
        if (isStream(target)) {
            throw fault(target, "it is no ordinary file that could be replaced", null);
        }
        try {
            Path file = follow(target);
            Path folder = file.getParent();
            if (folder != null) {
                checkFolder(target, folder);
            }
            return new WholeFile(target, file);
        } catch (IOException e) {
            throw fault(target, reason(e), e);
        }
    }

    private static void checkFolder(Path target, Path folder) throws IOException, OutputException {
        try {
            if (!Files.readAttributes(folder, BasicFileAttributes.class).isDirectory()) {
                throw fault(target, "'" + folder + "' is no folder", null);
            }
        } catch (NoSuchFileException e) {
            throw fault(target, "there is no folder '" + folder + "'", e);
        }
        if (!Files.isWritable(folder)) {
            throw fault(target, "no permission for the folder '" + folder + "'", null);
        }
    }

    /** The file to fill; the caller makes it. In the target's folder, with another name and ending. */
    public Path part() {
        return part;
    }

    /**
     * Moves the file to its target.
     *
     * @throws OutputException when that fails
     */
    public void keep() throws OutputException {
        try {
            move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw fault(e);
        }
    }

    private static void move(Path from, Path to, CopyOption... options) throws IOException {
        try {
            Files.move(from, to, options);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Removes what was not kept. */
    @Override
    public void close() throws OutputException {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw fault(e);
        }
    }

    /** The one line for the user when writing {@link #part()} fails. */
    public OutputException fault(IOException cause) {
        return fault(target, reason(cause), cause);
    }

    private static OutputException fault(
            Path target, String reason, @org.eclipse.jdt.annotation.Nullable IOException cause) {
        return new OutputException("cannot write '" + target + "': " + reason, cause);
    }

    /** Why a file could not be written, in a few words without the file's name, for a line that names it already. */
    public static String reason(IOException fault) {
        IOException deepest = deepest(fault);
        if (deepest instanceof AccessDeniedException) {
            return "no permission";
        }
        if (deepest instanceof NoSuchFileException gone) {
            return "there is no '" + gone.getFile() + "'";
        }
        String message = deepest instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : deepest.getMessage();
        if (message == null || message.isBlank()) {
            return deepest.getClass().getSimpleName();
        }
        String line = message.strip().replaceAll("\\s+", " ");
        return line.toLowerCase(Locale.ROOT).contains("no space left") ? "the disk is full" : line;
    }

    /** Picture writers and parallel streams wrap what the disk said. */
    private static IOException deepest(IOException fault) {
        IOException found = fault;
        for (Throwable cause = fault.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException below && below.getMessage() != null) {
                found = below;
            }
        }
        return found;
    }

    private void createPrivate() throws IOException {
        if (part.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(part);
        }
    }

    /** Where the links lead to, also where there is no file yet. */
    private static Path follow(Path target) throws IOException {
        Path file = target.toAbsolutePath();
        for (int i = 0; i < MOST_LINKS && Files.isSymbolicLink(file); i++) {
            file = file.resolveSibling(Files.readSymbolicLink(file));
        }
        if (Files.isSymbolicLink(file)) {
            throw new FileSystemException(file.toString(), null, "it is a link that leads in a circle");
        }
        return file;
    }

    /** Whether there is nothing to replace: a device, a pipe, or a file that is open already, whatever it is. */
    private static boolean isStream(Path target) {
        if (!Files.exists(target) || Files.isDirectory(target)) {
            return false;
        }
        return !Files.isRegularFile(target) || isOpenFile(target);
    }

    /** Linux has a program's open files as links in {@code /proc}, to which {@code /dev/stdout} leads. */
    private static boolean isOpenFile(Path target) {
        try {
            Path file = target.toAbsolutePath();
            for (int i = 0; i < MOST_LINKS && Files.isSymbolicLink(file); i++) {
                Path folder = file.getParent();
                if (folder != null && folder.toRealPath().startsWith("/proc")) {
                    return true;
                }
                file = file.resolveSibling(Files.readSymbolicLink(file));
            }
            return false;
        } catch (IOException e) {
            return false; // links that cannot be followed are named when the file is written
        }
    }
}
