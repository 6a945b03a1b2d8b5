package org.volans.engine.internal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.service.component.annotations.Component;
import org.volans.api.InputException;
import org.volans.api.table.TableFormat;
import uk.ac.starlink.table.StarTable;

/** Apache Parquet by DuckDB, which starts with the first file. */
@Component
public final class ParquetFormat implements TableFormat {

    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

    @Override
    public String name() {
        return "parquet";
    }

    @Override
    public List<String> endings() {
        return List.of("parquet", "parq");
    }

    @Override
    public boolean recognises(byte[] beginning) {
        return beginning.length >= MAGIC.length && Arrays.equals(beginning, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    @Override
    public boolean writable() {
        return true;
    }

    @Override
    public StarTable read(Path file, IProgressMonitor monitor) throws InputException {
        return ParquetFile.read(file, monitor);
    }

    @Override
    public void write(StarTable table, Path file, IProgressMonitor monitor) throws InputException {
        ParquetFile.write(table, file, monitor);
    }
}
