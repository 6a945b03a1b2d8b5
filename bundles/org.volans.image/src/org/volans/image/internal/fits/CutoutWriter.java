package org.volans.image.internal.fits;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.core.runtime.IProgressMonitor;
import org.volans.api.InputException;
import org.volans.api.OutputException;

/** Writes a box of an image as a FITS file of its own, pixels copied bit for bit. */
public final class CutoutWriter {

    private CutoutWriter() {}

    /**
     * Writes the file; it appears whole or not at all.
     *
     * @return lengths of its axes, NAXIS1 first
     * @throws InputException when the source cannot be read; an {@link OutputException} when the target cannot be written
     */
    public static List<Long> write(FitsSource source, FitsHdu hdu, PixelBox box, Path out, IProgressMonitor monitor)
            throws InputException {
        Path part = null;
        try {
            String history = "Volans cutout " + box + " of unit " + hdu.number() + " of "
                    + source.file().getFileName();
            byte[] header = CutoutHeader.of(hdu, source.hdus().get(0).header(), box, history)
                    .bytes();
            Path target = out.toAbsolutePath();
            part = temporary(target);
            copy(source, hdu, box, header, part, monitor);
            move(part, target);
        } catch (FitsFault e) {
            throw FitsSource.fault(source.file(), e);
        } catch (IOException e) {
            throw new OutputException("cannot write " + out + ": " + reason(e), e);
        } finally {
            remove(part);
        }
        List<Long> shape = new ArrayList<>();
        for (int i = 0; i < box.axes(); i++) {
            shape.add(box.length(i));
        }
        return shape;
    }

    /** A new file beside the target, so that the move into place stays on one file system. */
    public static Path temporary(Path target) throws IOException {
        Path folder = target.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IOException("there is no folder " + folder);
        }
        // not createTempFile, whose files only their owner may read
        return folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
    }

    /** Puts a finished file in its place. */
    public static void move(Path part, Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** What the system says, without the file's name, which the caller's line names already. */
    public static String reason(IOException e) {
        if (e instanceof java.nio.file.AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof java.nio.file.FileSystemException f && f.getReason() != null) {
            return String.valueOf(f.getReason());
        }
        // a picture writer wraps what the disk said
        return e.getCause() instanceof IOException below ? reason(below) : String.valueOf(e.getMessage());
    }

    private static void remove(@org.eclipse.jdt.annotation.Nullable Path part) {
        if (part != null) {
            // after success there is nothing left; a disk that refuses to delete has spoken up already
            part.toFile().delete();
        }
    }

    private static void copy(
            FitsSource source, FitsHdu hdu, PixelBox box, byte[] header, Path part, IProgressMonitor monitor)
            throws IOException {
        try (OutputStream stream = new java.io.BufferedOutputStream(
                Files.newOutputStream(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), 1 << 16)) {
            stream.write(header);
            long[] written = {0};
            new PixelReader(source, hdu)
                    .read(
                            box,
                            rows -> {
                                written[0] += rows.remaining();
                                stream.write(rows.array(), rows.arrayOffset() + rows.position(), rows.remaining());
                            },
                            monitor);
            long rest = written[0] % FitsHeader.BLOCK;
            if (rest > 0) {
                stream.write(new byte[(int) (FitsHeader.BLOCK - rest)]);
            }
        }
    }
}
