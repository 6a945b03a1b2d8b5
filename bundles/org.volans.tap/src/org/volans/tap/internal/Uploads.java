package org.volans.tap.internal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.volans.api.InputException;
import org.volans.api.net.HttpBody.Field;
import org.volans.api.net.HttpBody.FilePart;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.votable.DataFormat;
import uk.ac.starlink.votable.VOTableVersion;
import uk.ac.starlink.votable.VOTableWriter;

/**
 * Tables on their way to a service (TAP 1.1, section 2.7.5), as files for as long as they are needed: a request may have
 * to be sent twice, and a table may be bigger than the memory.
 */
final class Uploads implements AutoCloseable {

    private static final String VOTABLE = "application/x-votable+xml";

    private final List<FilePart> files = new ArrayList<>();
    private long bytes;

    private Uploads() {}

    /** For a query without any. */
    static Uploads none() {
        return new Uploads();
    }

    /** @throws InputException when a table cannot be read or there is no room for its copy */
    static Uploads of(Map<String, StarTable> tables, IProgressMonitor monitor) throws InputException {
        Uploads uploads = new Uploads();
        boolean written = false;
        try {
            for (Map.Entry<String, StarTable> table : tables.entrySet()) {
                if (monitor.isCanceled()) {
                    throw new OperationCanceledException();
                }
                uploads.add(table.getKey(), table.getValue());
            }
            written = true;
        } finally {
            if (!written) {
                uploads.close();
            }
        }
        return uploads;
    }

    private void add(String name, StarTable table) throws InputException {
        if (table.getColumnCount() == 0) {
            throw new InputException("the table to be uploaded as '" + name + "' has no columns");
        }
        try {
            Path file = Files.createTempFile("volans-upload", ".vot");
            files.add(new FilePart(name, name + ".vot", VOTABLE, file));
            // TABLEDATA of VOTable 1.3 is what every service reads: some know no BINARY2, some no later version.
            VOTableWriter writer = new VOTableWriter(DataFormat.TABLEDATA, true, VOTableVersion.V13);
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
                writer.writeStarTable(table, out);
            }
            bytes += Files.size(file);
        } catch (IOException e) {
            throw new InputException(
                    "the table to be uploaded as '" + name + "' cannot be prepared: " + e.getMessage(), e);
        }
    }

    boolean isEmpty() {
        return files.isEmpty();
    }

    /** The size of all files. */
    long bytes() {
        return bytes;
    }

    List<FilePart> files() {
        return files;
    }

    /** All pairs in one parameter: TAP 1.0 knows no repeated one, and TAP 1.1 takes both. */
    Field parameter() {
        return new Field(
                "UPLOAD",
                files.stream().map(f -> f.name() + ",param:" + f.name()).collect(Collectors.joining(";")));
    }

    @Override
    public void close() {
        for (FilePart file : files) {
            try {
                Files.deleteIfExists(file.content());
            } catch (IOException e) {
                file.content().toFile().deleteOnExit(); // held by another program: tidied up later
            }
        }
    }
}
