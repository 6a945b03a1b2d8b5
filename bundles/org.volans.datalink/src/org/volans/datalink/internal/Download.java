package org.volans.datalink.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.volans.api.InputException;
import org.volans.api.ServiceException;
import org.volans.api.io.WholeFile;
import org.volans.api.net.HttpAnswer;

/** A file on its way: written beside its target, moved there when it is whole and good, gone otherwise. */
class Download implements AutoCloseable {

    private final Path target;
    private final WholeFile file;

    /** @throws InputException when the target's folder cannot be written to, known before anything is asked for */
    Download(Path target) throws InputException {
        this.target = target;
        file = WholeFile.begin(target);
    }

    /** Where the data are until {@link #keep()}. */
    Path part() {
        return file.part();
    }

    /**
     * Fetches the body and checks that it is as long as the server said.
     *
     * @return bytes
     */
    long fetch(HttpAnswer answer, IProgressMonitor monitor) throws InputException, ServiceException {
        long expected = length(answer);
        SubMonitor progress = SubMonitor.convert(monitor, "Receiving " + target.getFileName(), 1000);
        try (OutputStream out = open()) {
            InputStream in = answer.body();
            byte[] buffer = new byte[1 << 16];
            long bytes = 0;
            for (int n = read(in, buffer, answer.uri(), bytes, monitor);
                    n >= 0;
                    n = read(in, buffer, answer.uri(), bytes, monitor)) {
                out.write(buffer, 0, n);
                progress.worked((int) (expected > 0 ? 1000 * (bytes + n) / expected - 1000 * bytes / expected : 0));
                bytes += n;
            }
            if (expected >= 0 && bytes != expected) {
                throw broken(answer.uri(), bytes, " of " + expected, null);
            }
            return bytes;
        } catch (IOException e) {
            throw file.fault(e);
        }
    }

    /** What the body must be long; -1 when nobody says, or when the number is that of a compressed body. */
    private static long length(HttpAnswer answer) {
        String encoding = answer.header("Content-Encoding").orElse("identity");
        String length = answer.header("Content-Length").orElse("").strip();
        return encoding.equalsIgnoreCase("identity") && length.matches("[0-9]{1,18}") ? Long.parseLong(length) : -1;
    }

    /** Apart, so that a full disk can be played. */
    OutputStream open() throws IOException {
        return Files.newOutputStream(file.part(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    private static int read(InputStream in, byte[] buffer, URI uri, long bytes, IProgressMonitor monitor)
            throws ServiceException {
        try {
            if (monitor.isCanceled()) {
                throw new OperationCanceledException();
            }
            return in.read(buffer);
        } catch (InterruptedIOException e) {
            if (monitor.isCanceled()) {
                throw new OperationCanceledException();
            }
            throw broken(uri, bytes, "", e);
        } catch (IOException e) {
            throw broken(uri, bytes, "", e);
        }
    }

    private static ServiceException broken(
            URI uri, long bytes, String of, @org.eclipse.jdt.annotation.Nullable IOException e) {
        return new ServiceException(uri, 200, uri.getHost() + ": the data broke off after " + bytes + of + " bytes", e);
    }

    /** Moves the file to its target. */
    void keep() throws InputException {
        file.keep();
    }

    @Override
    public void close() throws InputException {
        file.close();
    }
}
