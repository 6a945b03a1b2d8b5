package org.volans.table.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.jdt.annotation.NonNullByDefault;
import uk.ac.starlink.util.FileDataSource;

/** A file as the library reads it, whose streams stop when a monitor is cancelled. */
final class CancellableFile extends FileDataSource {

    private final IProgressMonitor monitor;

    CancellableFile(Path file, IProgressMonitor monitor) throws IOException {
        super(file.toFile());
        this.monitor = monitor;
    }

    @Override
    protected InputStream getRawInputStream() throws IOException {
        return new FilterInputStream(super.getRawInputStream()) {
            @Override
            public int read() throws IOException {
                check();
                return in.read();
            }

            @Override
            @NonNullByDefault({})
            public int read(byte[] buffer, int offset, int length) throws IOException {
                check();
                return in.read(buffer, offset, length);
            }
        };
    }

    private void check() {
        if (monitor.isCanceled()) {
            throw new OperationCanceledException();
        }
    }
}
